import type { Db, Tx } from '#server/platform/db.ts';
import { type Aggregate, appendEvents, readEvents, type StoredEvent } from '#server/platform/events.ts';
import { CASE_EVENT_VERSION, type CaseEvent, type NewCaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { evolveCase, stamp } from '#shared/cases/evolve-case.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

export const CASE_AGGREGATE = 'case';

export function caseAggregate(id: CaseId): Aggregate {
  return { aggregateType: CASE_AGGREGATE, aggregateId: id };
}

type Moment = { at: Instant; actorId: UserId };

/** The snapshot after new events. */
export function foldEvents(before: CaseSnapshot | null, events: readonly NewCaseEvent[], { at, actorId }: Moment): CaseSnapshot {
  let snapshot = before;
  for (const event of events) {
    snapshot = evolveCase(snapshot, stamp(event, { seq: (snapshot?.version ?? 0) + 1, at, actorId, v: CASE_EVENT_VERSION }));
  }
  if (snapshot === null) throw new Error('a decision without events');
  return snapshot;
}

/** Appends the events of one decision to the case's chain. */
export async function appendCaseEvents(tx: Tx, id: CaseId, { events, at, actorId }: Moment & { events: readonly NewCaseEvent[] }) {
  return appendEvents(
    tx,
    caseAggregate(id),
    events.map(({ type, payload }) => ({ type, payload, v: CASE_EVENT_VERSION, at, actorId })),
  );
}

/** The case's history, oldest first. */
export async function readHistory(db: Db | Tx, id: CaseId): Promise<CaseEvent[]> {
  return (await readEvents(db, caseAggregate(id))).map(toCaseEvent);
}

/** A stored event as the lifecycle knows it; only commands of this module write events of cases. */
export function toCaseEvent({ type, payload, seq, at, actorId, v }: StoredEvent): CaseEvent {
  return { type, payload, meta: { seq, at, actorId, v } } as CaseEvent;
}
