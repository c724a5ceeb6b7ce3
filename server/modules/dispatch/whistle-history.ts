import type { Db, Tx } from '#server/platform/db.ts';
import { type Aggregate, appendEvents, readEvents, type StoredEvent } from '#server/platform/events.ts';
import { evolveWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { type NewWhistleEvent, WHISTLE_EVENT_VERSION, type WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { UserId, WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

export const WHISTLE_AGGREGATE = 'whistle';

export function whistleAggregate(id: WhistleId): Aggregate {
  return { aggregateType: WHISTLE_AGGREGATE, aggregateId: id };
}

type Moment = { at: Instant; actorId: UserId };

/** The snapshot after new events. */
export function foldWhistle(before: WhistleSnapshot | null, events: readonly NewWhistleEvent[], { at, actorId }: Moment): WhistleSnapshot {
  let snapshot = before;
  for (const event of events) {
    snapshot = evolveWhistle(snapshot, { ...event, meta: { seq: (snapshot?.version ?? 0) + 1, at, actorId, v: WHISTLE_EVENT_VERSION } });
  }
  if (snapshot === null) throw new Error('a decision without events');
  return snapshot;
}

/** Appends the events of one decision to the whistle's chain. */
export function appendWhistleEvents(tx: Tx, id: WhistleId, { events, at, actorId }: Moment & { events: readonly NewWhistleEvent[] }) {
  return appendEvents(
    tx,
    whistleAggregate(id),
    events.map(({ type, payload }) => ({ type, payload, v: WHISTLE_EVENT_VERSION, at, actorId })),
  );
}

/** The whistle's history, oldest first. */
export async function readWhistleHistory(db: Db | Tx, id: WhistleId): Promise<WhistleEvent[]> {
  return (await readEvents(db, whistleAggregate(id))).map(toWhistleEvent);
}

/** A stored event as the lifecycle knows it; only commands of this module write events of whistles. */
export function toWhistleEvent({ type, payload, seq, at, actorId, v }: StoredEvent): WhistleEvent {
  return { type, payload, meta: { seq, at, actorId, v } } as WhistleEvent;
}
