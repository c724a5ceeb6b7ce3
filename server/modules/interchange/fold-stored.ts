import { toCaseEvent } from '#server/modules/cases/index.ts';
import type { StoredEvent } from '#server/platform/events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { evolveCase } from '#shared/cases/evolve-case.ts';

/** The case after these stored events; `before` null = they are its whole history. Throws for no event at all. */
export function foldStored(before: CaseSnapshot | null, events: readonly StoredEvent[]): CaseSnapshot {
  let snapshot = before;
  for (const event of events) snapshot = evolveCase(snapshot, toCaseEvent(event));
  if (snapshot === null) throw new Error('a case without events');
  return snapshot;
}
