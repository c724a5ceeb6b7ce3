import { readCalendar } from '#server/modules/calendar/index.ts';
import { countRegistered, readScheme } from '#server/modules/scoring/index.ts';
import type { Db } from '#server/platform/db.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import type { Instant, LocalMonth } from '#shared/kernel/time.ts';
import { monthRange } from '#shared/kernel/zone-time.ts';
import { lateMinutes } from '#shared/scoring/late-minutes.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { LIVE, type MeasureRow, replayedMeasures } from '../measure-store.ts';
import { monthHash } from '../month-store.ts';
import { readWhistleHistory } from '../whistle-history.ts';

/** A month of whistles as it stood at its last millisecond: the rows that were counted, the cases beside them, and the hash of it all. */
export type WhistleMonthBody = {
  schemeId: string;
  schemeVersion: number;
  asOf: Instant;
  registered: Record<string, number>;
  rows: MeasureRow[];
  hash: string;
};

/** The measures of a month that is over, from the events up to its end: computing it again later gives the same rows and hash. */
export async function computeWhistleMonth(
  db: Db,
  { districtId, month }: { districtId: string; month: LocalMonth },
): Promise<WhistleMonthBody> {
  const calendar = await readCalendar(db, districtId);
  const period = monthRange(calendar.timeZone, month);
  const asOf = period.t1 - 1;
  const scheme = (await readScheme(db, { districtId, date: `${month}-01` })) ?? defaultScheme;
  const rows = [...(await settledRows(db, { districtId, period, asOf })), ...(await replayedRows(db, { districtId, period, asOf }))];
  const closed = rows.map((row) => {
    const { measure, limitUnit, at, doneAt } = row as MeasureRow & Pick<WhistleMeasure, 'limitUnit'>;
    const times = { at: new Date(at).getTime(), doneAt: doneAt ? new Date(doneAt).getTime() : null };
    return { ...row, month, lateMinutes: measure === 'onSiteDelay' ? lateMinutes({ limitUnit, ...times }, calendar) : null };
  });
  const registered = await registeredIn(db, { districtId, period, asOf });
  const about = { schemeId: scheme.id, schemeVersion: scheme.version, asOf, registered, rows: closed };
  return { ...about, hash: monthHash({ districtId, month, period, ...about }) };
}

type Asked = { districtId: string; period: { t0: Instant; t1: Instant }; asOf: Instant };

/** Of whistles that nothing happened to since, the rows are what they were. */
async function settledRows(db: Db, { districtId, period, asOf }: Asked): Promise<MeasureRow[]> {
  return db.whistleMeasure.findMany({
    where: {
      ...{ districtId, ...LIVE, at: { gte: new Date(period.t0), lt: new Date(period.t1) } },
      whistle: { lastEventAt: { lte: new Date(asOf) } },
    },
  });
}

/** Of the others the events say what they were. */
async function replayedRows(db: Db, { districtId, period, asOf }: Asked): Promise<MeasureRow[]> {
  const changed = await db.whistle.findMany({
    where: { districtId, lastEventAt: { gt: new Date(asOf) }, blownAt: { lte: new Date(asOf) } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const rows: MeasureRow[] = [];
  for (const { id } of changed) {
    const events = (await readWhistleHistory(db, id as WhistleId)).filter(({ meta }) => meta.at <= asOf);
    const snapshot = replayWhistle(events);
    if (snapshot !== null) rows.push(...replayedMeasures({ snapshot, districtId, events }));
  }
  return rows.filter(({ at }) => new Date(at).getTime() >= period.t0 && new Date(at).getTime() < period.t1);
}

async function registeredIn(db: Db, { districtId, period, asOf }: Asked): Promise<Record<string, number>> {
  const district = await db.territoryUnit.findUniqueOrThrow({ where: { id: districtId }, select: { path: true } });
  const communities = await db.territoryUnit.findMany({
    where: { level: 'community', validTo: null, path: { startsWith: district.path } },
    orderBy: { path: 'asc' },
    select: { id: true },
  });
  const counts: Record<string, number> = {};
  for (const { id } of communities) counts[id] = await countRegistered(db, { communityId: id, period, asOf });
  return counts;
}
