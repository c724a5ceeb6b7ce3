import { type CommunityRates, monthTally, type Rate } from '#server/modules/scoring/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { Prisma } from '#server/platform/db.ts';
import type { CaseListLink } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant, LocalMonth } from '#shared/kernel/time.ts';
import { divideHalfUp } from '#shared/scoring/formula.ts';
import { type Counting, linkWhere, listLinks } from '../list-counts.ts';
import type { Area, Areas } from '../overview-scope.ts';

/** One grid or community: load and blockers, no persons. `openPer100` in hundredths of a case per 100 households; rates of `month`. */
export type AreaRow = Omit<Area, 'path'> & {
  open: number;
  overdue: number;
  newToday: number;
  oldestAt: Instant | null;
  households: number | null;
  openPer100: number | null;
  satisfaction: Rate | null;
  onTime: Rate | null;
  lists: Record<'open' | 'overdue' | 'newToday', CaseListLink>;
};
/** Cases of the unit that lie in none of its areas: without a place, or right in the unit itself. */
export type Elsewhere = Pick<AreaRow, 'open' | 'overdue' | 'newToday' | 'oldestAt'>;

type Rates = { month: LocalMonth; communityId: string | null; rates: CommunityRates | null };
type Counted = { id: string | null; count: number; oldestAt: Date | null };

/** The table of an overview and the measures that colour its map; three grouped counts whatever the number of rows. */
export async function readAreaRows(
  counting: Counting,
  { areas, rates }: { areas: Areas; rates: Rates },
): Promise<{ rows: AreaRow[]; elsewhere: Elsewhere }> {
  const { ctx, unitId } = counting;
  const links = listLinks(unitId);
  const grouped = (link: CaseListLink) => countBy(counting, { column: areas.column, link });
  const [open, overdue, newToday, households, rateOf] = await Promise.all([
    grouped(links.open),
    grouped(links.overdue),
    grouped(links.newToday),
    countHouseholds(ctx, areas.rows),
    ratesOf(ctx, { areas, rates }),
  ]);
  const rows = areas.rows.map(({ path: _path, ...area }) => {
    const own = open.get(area.id);
    const homes = households.get(area.id) ?? null;
    return {
      ...area,
      open: own?.count ?? 0,
      overdue: overdue.get(area.id)?.count ?? 0,
      newToday: newToday.get(area.id)?.count ?? 0,
      oldestAt: own?.oldestAt?.getTime() ?? null,
      households: homes,
      openPer100: homes === null ? null : divideHalfUp((own?.count ?? 0) * 10_000, homes),
      ...rateOf(area.id),
      lists: listLinks(area.id as UnitId),
    };
  });
  const known = new Set<string | null>(areas.rows.map(({ id }) => id));
  const others = (counts: ReadonlyMap<string | null, Counted>) => [...counts.values()].filter(({ id }) => !known.has(id));
  const rest = (counts: ReadonlyMap<string | null, Counted>) => others(counts).reduce((sum, { count }) => sum + count, 0);
  const dates = others(open).flatMap(({ oldestAt }) => oldestAt?.getTime() ?? []);
  return {
    rows,
    elsewhere: {
      open: rest(open),
      overdue: rest(overdue),
      newToday: rest(newToday),
      oldestAt: dates.length > 0 ? Math.min(...dates) : null,
    },
  };
}

async function countBy(
  counting: Counting,
  { column, link }: { column: Areas['column']; link: CaseListLink },
): Promise<Map<string | null, Counted>> {
  const where = await linkWhere(counting, link);
  const rows: Counted[] =
    column === 'gridId'
      ? (await counting.ctx.db.case.groupBy({ by: ['gridId'], where, _count: { _all: true }, _min: { reportedAt: true } })).map((row) => ({
          ...counted(row),
          id: row.gridId,
        }))
      : (await counting.ctx.db.case.groupBy({ by: ['communityId'], where, _count: { _all: true }, _min: { reportedAt: true } })).map(
          (row) => ({
            ...counted(row),
            id: row.communityId,
          }),
        );
  return new Map(rows.map((row) => [row.id, row]));
}

function counted({ _count, _min }: { _count: { _all: number }; _min: { reportedAt: Date | null } }) {
  return { count: _count._all, oldestAt: _min.reportedAt };
}

/** Households as published for the unit, else as many as are registered below it; null = none known. */
async function countHouseholds(ctx: Ctx, areas: readonly Area[]): Promise<Map<string, number>> {
  const rows = await ctx.db.$queryRaw<{ id: string; households: number }[]>(Prisma.sql`
    select a."id", coalesce((a."facts" ->> 'households')::int, (
      select count(*)::int from "territory_unit" h
      where h."level" = 'household' and h."valid_to" is null and h."path" > a."path" and h."path" < a."path" || '~'
    )) as "households"
    from "territory_unit" a where a."id" = any(${areas.map(({ id }) => id)}::uuid[])`);
  return new Map(rows.filter(({ households }) => households > 0).map(({ id, households }) => [id, households]));
}

type AreaRates = Pick<AreaRow, 'satisfaction' | 'onTime'>;
const unrated: AreaRates = { satisfaction: null, onTime: null };

async function ratesOf(ctx: Ctx, { areas, rates }: { areas: Areas; rates: Rates }): Promise<(areaId: string) => AreaRates> {
  const known = rates.rates;
  if (known === null) return () => unrated;
  if (areas.column === 'communityId') {
    return (id) => ({ satisfaction: known.get(id)?.satisfactionRate ?? null, onTime: known.get(id)?.onTimeClosureRate ?? null });
  }
  if (rates.communityId === null) return () => unrated;
  const asked = { communityId: rates.communityId, month: rates.month };
  const [satisfaction, onTime] = await Promise.all([
    ratesByGrid(ctx, { ...asked, indicator: 'satisfactionRate' }),
    ratesByGrid(ctx, { ...asked, indicator: 'onTimeClosureRate' }),
  ]);
  return (id) => ({ satisfaction: satisfaction.get(id) ?? null, onTime: onTime.get(id) ?? null });
}

/** The figure of the community split by the grid each counted case lies in. */
async function ratesByGrid(ctx: Ctx, asked: Parameters<typeof monthTally>[1]): Promise<Map<string, Rate>> {
  const tally = await monthTally(ctx, asked);
  const rows = await ctx.db.case.findMany({ where: { id: { in: tally.denominator } }, select: { id: true, gridId: true } });
  const reached = new Set(tally.numerator);
  const rates = new Map<string, Rate>();
  for (const { id, gridId } of rows) {
    if (gridId === null) continue;
    const { numerator, denominator } = rates.get(gridId) ?? { numerator: 0, denominator: 0 };
    rates.set(gridId, { numerator: numerator + (reached.has(id) ? 100 : 0), denominator: denominator + 1 });
  }
  return rates;
}
