import type { Ctx } from '#server/platform/context.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { lateMinutes } from '#shared/scoring/late-minutes.ts';
import { rankBy } from '#shared/scoring/rank-scores.ts';
import type { WhistleBand, WhistleFiguresInput, WhistleScore } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { type FigureSubject, type MeasureGroup, scoreWhistles, type UnitScheme, whistleBand } from '#shared/scoring/whistle-score.ts';
import { type FigureFrame, figureFrame, subjectWhere } from '../figure-where.ts';
import type { ClosedMonth } from '../month-store.ts';
import { departmentNames } from '../whistle-line.ts';

/** Figures of one unit or community with its name; `band` for communities only. */
export type FigureRow = WhistleScore & { id: string; name: { zh: string; en: string }; rank: number | null; band: WhistleBand | null };
export type WhistleFigures = {
  asOf: Instant;
  /** the period is not over: limits that end later are not in it yet */
  running: boolean;
  total: WhistleScore & { band: WhistleBand | null };
  rows: FigureRow[];
  /** the period is whole months that were all closed: these are the figures they were closed with */
  closed: readonly ClosedMonth[] | null;
  scheme: Pick<UnitScheme, 'version' | 'minSample' | 'minRankedWeight' | 'band'>;
};

type Keyed = { key: string; group: MeasureGroup };
type Late = { key: string; minutes: number };

/**
 * Figures of a period: of all the person may see (narrowed to a unit or an area), and row by row for every unit or community. Every
 * number is the count of the rows that `figureWhistles` lists. Refuses `notFound`.
 */
export async function readFigures(ctx: Ctx, { by, ...asked }: WhistleFiguresInput): Promise<WhistleFigures> {
  const frame = await figureFrame(ctx, asked);
  const key = by === 'unit' ? 'departmentId' : 'communityId';
  const [groups, late, blown, registered] = await Promise.all([
    readGroups(ctx, frame, key),
    readLate(ctx, frame, key),
    readBlown(ctx, frame),
    frame.closed?.registered ?? readRegistered(ctx, frame),
  ]);
  const { scheme, closed } = frame;
  const rowSubject: FigureSubject = by === 'unit' ? 'unit' : frame.subject;
  const subjectOf = (wanted: string | null, subject: FigureSubject) => {
    const mine = <T extends { key: string }>(each: T) => wanted === null || each.key === wanted;
    const counted = groups.filter(mine).map(({ group }) => group);
    const score = scoreWhistles({ subject, groups: counted, lateMinutes: sum(late.filter(mine).map(({ minutes }) => minutes)), scheme });
    const areas = frame.areas.filter(({ id }) => wanted === null || id === wanted);
    const of = (counts: ReadonlyMap<string, number>) => sum(areas.map(({ id }) => counts.get(id) ?? 0));
    const banded = subject === 'area' && areas.length > 0;
    return { ...score, band: banded ? whistleBand({ whistles: of(blown), registered: of(registered), band: scheme.band }) : null };
  };
  const names = by === 'unit' ? await departmentNames(ctx.db, keysOf(groups)) : await communityNames(ctx, frame, keysOf(groups));
  const rows = [...names].map(([id, { zh, en }]) => ({ id, name: { zh, en }, ...subjectOf(id, rowSubject) }));
  return {
    asOf: frame.asOf,
    running: closed === null && frame.period.t1 > frame.asOf,
    total: subjectOf(null, frame.subject),
    rows: rankBy(rows, ({ ranked, total }) => (ranked ? total : null)).map(({ item, rank }) => ({ ...item, rank })),
    closed: closed?.months ?? null,
    scheme: { version: scheme.version, minSample: scheme.minSample, minRankedWeight: scheme.minRankedWeight, band: scheme.band },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const keysOf = (groups: readonly Keyed[]) => [...new Set(groups.flatMap(({ key }) => (key === '' ? [] : [key])))];
type Key = 'departmentId' | 'communityId';

/** Rows counted by kind: as many as there are units or communities, however many whistles there were. */
async function readGroups({ db }: Ctx, { where }: FigureFrame, key: Key): Promise<Keyed[]> {
  const rows = await db.whistleMeasure.groupBy({
    by: [key, 'measure', 'side', 'verdict', 'excluded'],
    where,
    _count: { _all: true },
    _sum: { part: true, whole: true },
  });
  return rows.map(({ measure, side, verdict, excluded, _count, _sum, ...row }) => ({
    key: row[key] ?? '',
    group: { measure, side, verdict, excluded, part: _sum.part ?? 0, whole: _sum.whole ?? 0, count: _count._all } as MeasureGroup,
  }));
}

/** Late arrivals of the period: how late is a matter of the calendar in force. */
async function readLate({ db }: Ctx, { where, calendar }: FigureFrame, key: Key): Promise<Late[]> {
  const rows = await db.whistleMeasure.findMany({
    where: { AND: [where, { measure: 'onSiteDelay', verdict: 'none' }] },
    select: { departmentId: true, communityId: true, limitUnit: true, at: true, doneAt: true, lateMinutes: true },
  });
  return rows.map(({ limitUnit, at, doneAt, lateMinutes: minutes, ...row }) => {
    const arrival = { limitUnit: limitUnit as WhistleMeasure['limitUnit'], at: at.getTime(), doneAt: doneAt?.getTime() ?? null };
    return { key: row[key] ?? '', minutes: minutes ?? lateMinutes(arrival, calendar) };
  });
}

/** Whistles of the areas, by community: what a reader's department was called to elsewhere is no whistle of theirs. */
async function readBlown({ db }: Ctx, frame: FigureFrame): Promise<Map<string, number>> {
  if (frame.areas.length === 0) return new Map();
  const rows = await db.whistleMeasure.groupBy({
    by: ['communityId'],
    where: { AND: [frame.where, { measure: 'blown' }, subjectWhere('area', frame)] },
    _count: { _all: true },
  });
  return new Map(rows.map(({ communityId, _count }) => [communityId ?? '', _count._all]));
}

/** Cases registered in the period and assessed, by community: what the band of whistles is measured against. */
async function readRegistered({ db }: Ctx, { areas, period, asOf }: FigureFrame): Promise<Map<string, number>> {
  const rows = await db.case.groupBy({
    by: ['communityId'],
    where: {
      communityId: { in: areas.map(({ id }) => id) },
      registeredAt: { gte: new Date(period.t0), lt: new Date(Math.min(period.t1, asOf + 1)) },
      state: { notIn: ['declined', 'diverted', 'void'] },
    },
    _count: { _all: true },
  });
  return new Map(rows.map(({ communityId, _count }) => [communityId ?? '', _count._all]));
}

/** Every community of the area, and those whose whistles a department was called to. */
async function communityNames(ctx: Ctx, { areas }: FigureFrame, keys: readonly string[]) {
  const known = new Set(areas.map(({ id }) => id));
  const others = await ctx.db.territoryUnit.findMany({
    where: { id: { in: keys.filter((id) => !known.has(id)) } },
    orderBy: { path: 'asc' },
    select: { id: true, name: true },
  });
  return new Map([...areas, ...others].map(({ id, name }) => [id, { zh: name, en: name }]));
}
