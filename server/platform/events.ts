import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Db, Prisma, Tx } from './db.ts';

export const GENESIS_HASH = '0'.repeat(64);

export type Aggregate = { aggregateType: string; aggregateId: string };
export type NewEvent = { type: string; v: number; at: Instant; actorId: string; payload: object };
export type StoredEvent = NewEvent & Aggregate & { seq: number; prevHash: string; hash: string };

/** SHA-256 over the event's canonical JSON and its predecessor's hash. */
export function eventHash(event: Omit<StoredEvent, 'hash'>): string {
  const { aggregateType, aggregateId, seq, type, v, at, actorId, payload, prevHash } = event;
  return createHash('sha256')
    .update(canonicalJson({ aggregateType, aggregateId, seq, type, v, at, actorId, payload, prevHash }))
    .digest('hex');
}

/** Chains new events behind `last`; pure, so imports can build whole histories. */
export function chainEvents(aggregate: Aggregate, last: { seq: number; hash: string }, events: readonly NewEvent[]): StoredEvent[] {
  const chained: StoredEvent[] = [];
  let { seq, hash: prevHash } = last;
  for (const event of events) {
    seq += 1;
    const link = { ...aggregate, ...event, seq, prevHash };
    const hash = eventHash(link);
    chained.push({ ...link, hash });
    prevHash = hash;
  }
  return chained;
}

/** The queue's task for whoever listens to events; job-tasks.ts says who. */
export const APPENDED_TASK = 'events.appended';
export const appendedEvents = z.object({ aggregateType: z.string(), aggregateId: z.uuid(), fromSeq: z.int(), toSeq: z.int() });
export type AppendedEvents = z.infer<typeof appendedEvents>;

/**
 * Appends events of one aggregate and tells whoever listens, in the same transaction. The caller holds the lock of the aggregate's row;
 * the unique key on (aggregate, seq) is the second fence.
 */
export async function appendEvents(tx: Tx, aggregate: Aggregate, events: readonly NewEvent[]): Promise<StoredEvent[]> {
  const chained = await appendSilently(tx, aggregate, events);
  const [first, last] = [chained[0], chained.at(-1)];
  if (first && last) await tellListeners(tx, { ...aggregate, fromSeq: first.seq, toSeq: last.seq });
  return chained;
}

/** One statement, one job for all events of a decision. A session that fills a database (`gridwhistle.silent`) tells nobody. */
async function tellListeners(tx: Tx, told: AppendedEvents): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${APPENDED_TASK}, ${JSON.stringify(told)}::json)
    where current_setting('gridwhistle.silent', true) is distinct from 'on'`;
}

/** The same for events that are no news to anybody: those of an import. */
export async function appendSilently(tx: Tx, aggregate: Aggregate, events: readonly NewEvent[]): Promise<StoredEvent[]> {
  const last = await tx.domainEvent.findFirst({ where: aggregate, orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const chained = chainEvents(aggregate, last ?? { seq: 0, hash: GENESIS_HASH }, events);
  await tx.domainEvent.createMany({ data: chained.map(toRow) });
  return chained;
}

export function toRow(event: StoredEvent): Prisma.DomainEventCreateManyInput {
  return { ...event, at: new Date(event.at), payload: event.payload as Prisma.InputJsonValue };
}

/** All events of one aggregate in order. */
export async function readEvents(db: Db | Tx, aggregate: Aggregate): Promise<StoredEvent[]> {
  const rows = await db.domainEvent.findMany({ where: aggregate, orderBy: { seq: 'asc' } });
  return rows.map(fromRow);
}

export type EventRow = Prisma.DomainEventGetPayload<object>;

export function fromRow(row: EventRow): StoredEvent {
  const { aggregateType, aggregateId, seq, type, v, actorId, prevHash, hash } = row;
  return { aggregateType, aggregateId, seq, type, v, actorId, prevHash, hash, at: row.at.getTime(), payload: row.payload as object };
}

export type BrokenLink = Aggregate & { seq: number; reason: 'gap' | 'previous' | 'content' };

/** The first broken link of a chain, or null. */
export function firstBrokenLink(events: readonly StoredEvent[]): BrokenLink | null {
  let expected = { seq: 1, prevHash: GENESIS_HASH };
  for (const event of events) {
    const { aggregateType, aggregateId, seq } = event;
    const broken = (reason: BrokenLink['reason']) => ({ aggregateType, aggregateId, seq, reason });
    if (seq !== expected.seq) return broken('gap');
    if (event.prevHash !== expected.prevHash) return broken('previous');
    if (eventHash(event) !== event.hash) return broken('content');
    expected = { seq: seq + 1, prevHash: event.hash };
  }
  return null;
}
