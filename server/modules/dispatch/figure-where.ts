import { readCalendar } from '#server/modules/calendar/index.ts';
import { homeDistrict } from '#server/modules/territory/index.ts';
import { anyOf } from '#server/platform/any-of.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import type { ScopePart } from '#shared/cases/cases-policy.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { dayRange, type Period } from '#shared/kernel/zone-time.ts';
import { figureScope } from '#shared/scoring/scoring-policy.ts';
import type { WhistleFiguresInput } from '#shared/scoring/whistle-figures-schema.ts';
import { wholeWhistleMeasures } from '#shared/scoring/whistle-measures-schema.ts';
import type { FigureSubject, UnitScheme } from '#shared/scoring/whistle-score.ts';
import { LIVE } from './measure-store.ts';
import { type ClosedMonths, readClosedMonths, readUnitScheme } from './month-store.ts';
import { whistleNotFound } from './refusals.ts';

type Where = Prisma.WhistleMeasureWhereInput;
export type FiguresAsked = Omit<WhistleFiguresInput, 'by'>;

/** What figures are asked of: rows that may be counted, and what is needed to tell how late somebody was. */
export type FigureFrame = {
  where: Where;
  period: Period;
  asOf: Instant;
  calendar: WorkCalendar;
  /** the scheme of the district in force on the first day, or the one its closed month was made with */
  scheme: UnitScheme;
  /** the period is whole months that were all closed: rows, cases and delays are those they were closed with */
  closed: ClosedMonths | null;
  /** of one unit, or of an area */
  subject: FigureSubject;
  /** the areas whose offices may read them; empty for a department */
  areas: { id: string; name: string }[];
};

/** Scope, period and choice of a reader of figures; its lists use the same. Refuses `notFound` for whatever lies outside. */
export async function figureFrame(ctx: Ctx, { from, to, departmentId, unitId }: FiguresAsked): Promise<FigureFrame> {
  const parts = figureScope(ctx.actor);
  if (parts.length === 0) throw whistleNotFound();
  const district = await homeDistrict(ctx.db, ctx.actor);
  const area = unitId === undefined ? null : await ctx.db.territoryUnit.findUnique({ where: { id: unitId } });
  const areaPath = area?.path ?? district.path;
  if (unitId !== undefined && (!area || !reachesArea(parts, { path: areaPath, districtPath: district.path }))) throw whistleNotFound();
  if (departmentId !== undefined && !reachesUnit(parts, departmentId)) throw whistleNotFound();
  const calendar = await readCalendar(ctx.db, district.id);
  const period = { t0: dayRange(calendar.timeZone, from).t0, t1: dayRange(calendar.timeZone, to).t1 };
  const closed = await readClosedMonths(ctx.db, { districtId: district.id, from, to });
  const scheme = closed?.scheme ?? (await readUnitScheme(ctx.db, { districtId: district.id, date: from }));
  const asOf = closed?.asOf ?? ctx.now();
  // there is at least one part, see above: `anyOf` never falls back to the key this table does not have
  const readable = anyOf(parts.map(partWhere)) as Where;
  const narrowed: Where[] = [];
  if (departmentId !== undefined) narrowed.push({ departmentId });
  if (area) narrowed.push(area.level === 'community' ? { communityId: area.id } : { unitPath: { startsWith: area.path } });
  return {
    // a limit that ends later is not missed yet
    where: {
      AND: [
        { districtId: district.id, month: closed === null ? LIVE.month : { in: closed.months.map(({ month }) => month) } },
        { at: { gte: new Date(period.t0), lt: new Date(Math.min(period.t1, asOf + 1)) } },
        readable,
        ...narrowed,
      ],
    },
    ...{ period, asOf, calendar, scheme, closed },
    subject: departmentId === undefined ? 'area' : 'unit',
    areas: departmentId === undefined ? await communitiesOf(ctx, { parts, areaPath }) : [],
  };
}

/**
 * Of an area every whistle counts once, by its lead, the same rule as `countsFor`; and for the band those of the areas alone whose cases
 * are counted beside them, not what the reader's department was called to elsewhere.
 */
export function subjectWhere(subject: FigureSubject, { areas }: Pick<FigureFrame, 'areas'>): Where {
  if (subject === 'unit') return {};
  return {
    AND: [
      { OR: [{ side: 'lead' }, { measure: { notIn: [...wholeWhistleMeasures] } }] },
      { OR: [{ measure: { not: 'blown' } }, { communityId: { in: areas.map(({ id }) => id) } }] },
    ],
  };
}

function partWhere(part: ScopePart): Where {
  if (part.kind === 'departments') return { departmentId: { in: [...part.ids] } };
  return part.kind === 'subtree' ? { unitPath: { startsWith: part.path } } : {};
}

function reachesArea(parts: readonly ScopePart[], { path, districtPath }: { path: string; districtPath: string }): boolean {
  return parts.some((part) => (part.kind === 'subtree' ? path.startsWith(part.path) : path.startsWith(districtPath)));
}

function reachesUnit(parts: readonly ScopePart[], id: string): boolean {
  return parts.some((part) => part.kind !== 'departments' || part.ids.some((own) => own === id));
}

/** Communities of the chosen area that an office of the reader covers, also those that never blew. */
async function communitiesOf(ctx: Ctx, { parts, areaPath }: { parts: readonly ScopePart[]; areaPath: string }) {
  const offices = parts.flatMap((part) => (part.kind === 'subtree' ? [{ path: { startsWith: part.path } }] : []));
  if (offices.length === 0) return [];
  return ctx.db.territoryUnit.findMany({
    where: { AND: [{ level: 'community', validTo: null, path: { startsWith: areaPath } }, anyOf(offices)] },
    orderBy: { path: 'asc' },
    select: { id: true, name: true },
  });
}
