import * as z from 'zod';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import type { Db } from '#server/platform/db.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import type { Content } from './content.ts';

const FACT = 'livesAt';
const livesAtFact = z.object({ at: z.number().int() });

/** Remembers the moment from which a demo on old records lives: shortly after the last of them. */
export async function keepLivesAt(db: Db): Promise<void> {
  const { _max } = await db.case.aggregate({ _max: { lastEventAt: true } });
  const at = (_max.lastEventAt?.getTime() ?? Date.now()) + 10 * MINUTE;
  await db.installationFact.upsert({ where: { key: FACT }, create: { key: FACT, value: { at } }, update: { value: { at } } });
}

/**
 * The clock a content runs by. Public records end on a day of their own, where "today" and "this month" would be empty now: that demo
 * goes on from its last record, or from what was done in it since; it never runs backwards. Everything else runs by the machine's clock.
 */
export async function contentClock(db: Db, content: Content): Promise<Clock> {
  if (content.kind !== 'city') return systemClock;
  const fact = await db.installationFact.findUnique({ where: { key: FACT } });
  const lastEvent = await db.domainEvent.findFirst({ orderBy: { id: 'desc' }, select: { at: true } });
  const start = Math.max(fact ? livesAtFact.parse(fact.value).at : 0, lastEvent?.at.getTime() ?? 0);
  const startedAt = performance.now();
  return () => start + Math.round(performance.now() - startedAt);
}
