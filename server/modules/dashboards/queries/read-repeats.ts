import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { type CaseListLink, REPEAT_DAYS, REPEAT_MIN } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { dayRange, localDateAt } from '#shared/kernel/zone-time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { type Counting, linkWhere, openCounting } from '../list-counts.ts';
import { readOverviewUnit } from '../overview-scope.ts';

/** Open cases of one minor class in one grid that came within the last days; `list` opens exactly them. */
export type Repeat = {
  key: string;
  grid: { id: string; name: string; code: string | null };
  category: Label;
  count: number;
  oldestAt: Instant | null;
  list: CaseListLink;
};

const SHOWN = 50;

/** The clusters of one unit, largest first. */
export async function readRepeats(counting: Counting): Promise<Repeat[]> {
  const { ctx, unitId } = counting;
  const reportedFrom = await firstDay(ctx);
  const groups = await ctx.db.case.groupBy({
    by: ['categoryScheme', 'categoryCode', 'gridId'],
    where: { AND: [await linkWhere(counting, { view: 'open', filters: { unitId, reportedFrom } }), { gridId: { not: null } }] },
    _count: { _all: true },
    having: { id: { _count: { gte: REPEAT_MIN } } },
    orderBy: [{ _count: { id: 'desc' } }, { categoryCode: 'asc' }, { gridId: 'asc' }],
    take: SHOWN,
  });
  const [grids, names] = await Promise.all([gridsOf(ctx, groups), categoryNames(ctx, groups)]);
  const repeats = await Promise.all(
    groups.map(async ({ categoryScheme, categoryCode, gridId }): Promise<Repeat | null> => {
      const grid = grids.get(gridId ?? '');
      if (!grid) return null;
      const list: CaseListLink = { view: 'open', filters: { unitId: grid.id as UnitId, categoryScheme, categoryCode, reportedFrom } };
      const where = await linkWhere(counting, list);
      const found = await ctx.db.case.aggregate({ where, _count: { _all: true }, _min: { reportedAt: true } });
      const category = names.get(`${categoryScheme} ${categoryCode}`) ?? { zh: categoryCode, en: categoryCode };
      const key = `${grid.id} ${categoryScheme} ${categoryCode}`;
      return { key, grid, category, count: found._count._all, oldestAt: found._min.reportedAt?.getTime() ?? null, list };
    }),
  );
  return repeats.filter((repeat) => repeat !== null && repeat.count >= REPEAT_MIN) as Repeat[];
}

/** The clusters of a unit for the page that shows them all. Refuses `notFound`. */
export async function listRepeats(ctx: Ctx, input: { unitId: UnitId }): Promise<{ asOf: Instant; repeats: Repeat[] }> {
  await readOverviewUnit(ctx, input.unitId);
  const counting = await openCounting(ctx, input.unitId);
  return { asOf: counting.asker.now, repeats: await readRepeats(counting) };
}

/** Midnight of the first counted day, so that the list's address stays the same all day. */
async function firstDay(ctx: Ctx): Promise<Instant> {
  const { timeZone } = await homeDistrict(ctx.db, ctx.actor);
  return dayRange(timeZone, addDays(localDateAt(timeZone, ctx.now()), 1 - REPEAT_DAYS)).t0;
}

async function gridsOf(ctx: Ctx, groups: readonly { gridId: string | null }[]) {
  const ids = groups.flatMap(({ gridId }) => gridId ?? []);
  const rows = await ctx.db.territoryUnit.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, code: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

async function categoryNames(ctx: Ctx, groups: readonly { categoryCode: string }[]): Promise<Map<string, Label>> {
  const rows = await ctx.db.category.findMany({
    where: { code: { in: groups.map(({ categoryCode }) => categoryCode) } },
    orderBy: { version: 'asc' },
    select: { scheme: true, code: true, data: true },
  });
  return new Map(rows.map(({ scheme, code, data }) => [`${scheme} ${code}`, (data as { name: Label }).name]));
}
