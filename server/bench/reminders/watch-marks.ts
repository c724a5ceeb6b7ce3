import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '#server/platform/context.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { PLANNED } from './plan-limits.ts';

export type SeenMark = { no: number; plannedAt: Instant; firedAt: Instant; seenAt: Instant };

const LOOK_MS = 100;

/** The newest mark so far. */
export async function lastMarkId(platform: Platform): Promise<bigint> {
  const last = await platform.db.limitMark.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return last?.id ?? 0n;
}

type Watched = { after: bigint; count: number; until: Instant };

/** Looks for committed marks until so many are there or the time is over; `seenAt` is when another connection could read them. */
export async function watchMarks(platform: Platform, { count, until, ...from }: Watched): Promise<SeenMark[]> {
  const { db } = platform;
  const seen: SeenMark[] = [];
  let { after } = from;
  while (seen.length < count && Date.now() < until) {
    const rows = await db.limitMark.findMany({ where: { id: { gt: after }, aggregateType: PLANNED }, orderBy: { id: 'asc' } });
    const seenAt = Date.now();
    for (const { no, plannedAt, firedAt } of rows) seen.push({ no, plannedAt: plannedAt.getTime(), firedAt: firedAt.getTime(), seenAt });
    after = rows.at(-1)?.id ?? after;
    await sleep(LOOK_MS);
  }
  return seen;
}
