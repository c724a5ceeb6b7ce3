import type { CaseSnapshot } from '../cases/cases-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { dispatched, type RecordHome, registered, type TimedEvent, workEvents } from './imported-events.ts';
import { type ImportedState, importedStates } from './mapping-schema.ts';
import type { ImportedRecord } from './read-record.ts';
import type { RecordRefusal, RecordRefusalCode } from './record-problems.ts';

export type Forward = { ok: true; events: TimedEvent[] } | { ok: false; refusal: RecordRefusal };

/**
 * What a changed row of an already imported record adds to its case. Only a state that moved forward is taken, and only as long as the
 * case has not been handled in this house; a fact that differs from the imported one is refused, since history is not rewritten.
 */
export function forwardEvents(input: {
  record: ImportedRecord;
  snapshot: CaseSnapshot;
  /** version of the case when the import last wrote it */
  importedVersion: number;
  home: RecordHome;
}): Forward {
  const { record, snapshot, home } = input;
  const refuse = (code: RecordRefusalCode, field: string, value = ''): Forward => ({ ok: false, refusal: { code, field, value } });
  if (snapshot.version !== input.importedVersion) return refuse('handledHere', 'id', record.externalId);

  const [now, next] = [rankOf(snapshot.state), importedStates.indexOf(record.state)];
  if (now === -1) return refuse('handledHere', 'id', record.externalId);
  const differing = differingFact(record, snapshot, home);
  if (differing !== null) return refuse('factChanged', differing);
  if (next <= now) return refuse('notForward', 'state', record.stateText);

  const events: TimedEvent[] = [];
  const step = (state: ImportedState) => now < importedStates.indexOf(state) && next >= importedStates.indexOf(state);
  if (step('registered')) events.push({ at: record.createdAt, event: registered(record, home) });
  if (step('dispatched') && home.departmentId !== null) events.push({ at: record.createdAt, event: dispatched(home.departmentId) });
  events.push(...workEvents(record, home.departmentId));
  return events.length > 0 ? { ok: true, events } : refuse('notForward', 'state', record.stateText);
}

const ranks: readonly string[] = importedStates;

/** Place in the order of imported states; -1 for a state that only work in this house leads to. */
function rankOf(state: CaseSnapshot['state']): number {
  return ranks.indexOf(state);
}

type Home = { categoryCode: string; departmentId: DepartmentId | null };

function differingFact(record: ImportedRecord, snapshot: CaseSnapshot, home: Home): string | null {
  if (record.createdAt !== snapshot.reportedAt) return 'createdAt';
  if (home.categoryCode !== snapshot.categoryCode) return 'category';
  if (snapshot.registeredAt !== null && (snapshot.finishDue?.at ?? null) !== record.dueAt) return 'dueAt';
  if (snapshot.leadUnitId !== null && snapshot.leadUnitId !== home.departmentId) return 'agency';
  return null;
}
