import { type CommunityRates, monthRates } from '#server/modules/scoring/index.ts';
import { districtOf } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { CaseListLink, OverviewInput } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { Instant, LocalMonth } from '#shared/kernel/time.ts';
import { DAY } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import { divideHalfUp, rateOf } from '#shared/scoring/formula.ts';
import { mayReadScores } from '#shared/scoring/scoring-policy.ts';
import { type Counting, linkWhere, listLinks, openCounting } from '../list-counts.ts';
import { readAreas, readOverviewUnit } from '../overview-scope.ts';
import { countOverdueBefore } from './count-overdue-before.ts';
import { type AreaRow, type Elsewhere, readAreaRows } from './read-area-rows.ts';
import { type Decisions, readDecisions } from './read-decisions.ts';
import { readRepeats } from './read-repeats.ts';
import { readTrend, type TrendDay } from './read-trend.ts';

/** Counts in cases; every `list` opens exactly the counted rows. `…At` = report of the longest waiting one. */
export type Overview = {
  asOf: Instant;
  unit: { id: string; name: string; level: UnitLevel; households: number | null; communityId: string | null; box: BoundingBox | null };
  numbers: {
    overdue: {
      count: number;
      open: number;
      dayBefore: number | null;
      latestDueAt: Instant | null;
      list: CaseListLink;
      openList: CaseListLink;
    };
    /** `average` of the seven full days before today, in hundredths */
    newToday: { count: number; reported: number; average: number; list: CaseListLink; reportedList: CaseListLink };
    waiting: { count: number; open: number; oldestAt: Instant | null; list: CaseListLink };
    /** `share` of the open cases in hundredths of a per cent */
    repeats: { count: number; places: number; share: number | null };
    /** callbacks of last month; values in hundredths of a per cent; null = not for this person or no callback */
    satisfaction: { month: LocalMonth; satisfied: number; asked: number; value: number | null; before: number | null } | null;
  };
  decisions: Decisions;
  trend: TrendDay[];
  areas: AreaRow[];
  elsewhere: Elsewhere;
};

/** What a secretary sees first (experience.md A4): five numbers, what waits for a decision, two weeks, and the parts of the unit. Refuses `notFound`. */
export async function readOverview(ctx: Ctx, input: OverviewInput): Promise<Overview> {
  const unit = await readOverviewUnit(ctx, input.unitId);
  const counting = await openCounting(ctx, unit.id);
  const areas = await readAreas(ctx, unit);
  const { timeZone } = await districtOf(ctx.db, unit.id);
  const month = addMonths(monthAt(timeZone, counting.asker.now), -1);
  const communityIds = unit.level === 'community' ? [unit.id] : areas.column === 'communityId' ? areas.rows.map(({ id }) => id) : [];
  const rates = mayReadScores(ctx.actor, unit.path) && communityIds.length > 0 ? await ratesOf(ctx, { communityIds, month }) : null;
  const communityId = unit.level === 'community' ? unit.id : null;
  const [counts, trend, repeats, { rows, elsewhere }, overdueBefore, box] = await Promise.all([
    countNumbers(counting),
    readTrend(counting),
    readRepeats(counting),
    readAreaRows(counting, { areas, rates: { month, communityId, rates: rates?.last ?? null } }),
    countOverdueBefore(counting, counting.asker.now - DAY),
    boxOf(ctx, areas.rows.length > 0 ? areas.rows.map((area) => area.id) : [unit.id]),
  ]);
  const links = listLinks(unit.id);
  const repeated = repeats.reduce((sum, { count }) => sum + count, 0);
  const full = trend.slice(-8, -1);
  return {
    asOf: counting.asker.now,
    unit: { id: unit.id, name: unit.name, level: unit.level, communityId, households: householdsOf(rows, unit.facts.households), box },
    numbers: {
      overdue: {
        count: counts.overdue,
        open: counts.open,
        dayBefore: overdueBefore,
        latestDueAt: counts.latestDueAt,
        list: links.overdue,
        openList: links.open,
      },
      newToday: {
        count: counts.newToday,
        reported: counts.reportedToday,
        average: full.length === 0 ? 0 : divideHalfUp(full.reduce((sum, { created }) => sum + created, 0) * 100, full.length),
        list: links.newToday,
        reportedList: links.reportedToday,
      },
      waiting: { count: counts.waiting, open: counts.open, oldestAt: counts.waitingSince, list: links.waiting },
      repeats: { count: repeated, places: repeats.length, share: rateOf(repeated * 100, counts.open) },
      satisfaction: rates && satisfactionOf(month, rates),
    },
    decisions: await readDecisions(counting, { repeats, overdue: counts.overdue }),
    trend,
    areas: rows,
    elsewhere,
  };
}

/** Where the map opens: around all areas as they are drawn now, or around the unit itself while it is not divided. */
async function boxOf(ctx: Ctx, unitIds: readonly string[]): Promise<BoundingBox | null> {
  const { _min, _max } = await ctx.db.unitBoundary.aggregate({
    where: { unitId: { in: [...unitIds] }, validTo: null },
    _min: { west: true, south: true },
    _max: { east: true, north: true },
  });
  const [west, south, east, north] = [_min.west, _min.south, _max.east, _max.north];
  return west === null || south === null || east === null || north === null ? null : [west, south, east, north];
}

/** All counts from one picture of the data, so that the numbers of a page agree with each other. */
async function countNumbers(counting: Counting) {
  const { ctx, unitId } = counting;
  const links = listLinks(unitId);
  const [open, overdue, newToday, reportedToday, waiting] = await Promise.all(
    [links.open, links.overdue, links.newToday, links.reportedToday, links.waiting].map((link) => linkWhere(counting, link)),
  );
  if (!open || !overdue || !newToday || !reportedToday || !waiting) throw new Error('a list without a filter');
  const { case: cases } = ctx.db;
  const [openCount, late, newCount, reported, waits] = await ctx.db.$transaction(
    [
      cases.count({ where: open }),
      cases.aggregate({ where: overdue, _count: { _all: true }, _min: { clockDueAt: true } }),
      cases.count({ where: newToday }),
      cases.count({ where: reportedToday }),
      cases.aggregate({ where: waiting, _count: { _all: true }, _min: { reportedAt: true } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  return {
    open: openCount,
    overdue: late._count._all,
    latestDueAt: late._min.clockDueAt?.getTime() ?? null,
    newToday: newCount,
    reportedToday: reported,
    waiting: waits._count._all,
    waitingSince: waits._min.reportedAt?.getTime() ?? null,
  };
}

type TwoMonths = { last: CommunityRates; before: CommunityRates };

async function ratesOf(ctx: Ctx, { communityIds, month }: { communityIds: string[]; month: LocalMonth }): Promise<TwoMonths> {
  const [last, before] = await Promise.all([
    monthRates(ctx, { communityIds, month, indicators: ['satisfactionRate', 'onTimeClosureRate'] }),
    monthRates(ctx, { communityIds, month: addMonths(month, -1), indicators: ['satisfactionRate'] }),
  ]);
  return { last, before };
}

function satisfactionOf(month: LocalMonth, { last, before }: TwoMonths): Overview['numbers']['satisfaction'] {
  const sum = (rates: CommunityRates) =>
    [...rates.values()].reduce(
      (total, { satisfactionRate: rate }) => ({
        numerator: total.numerator + (rate?.numerator ?? 0),
        denominator: total.denominator + (rate?.denominator ?? 0),
      }),
      { numerator: 0, denominator: 0 },
    );
  const [now, then] = [sum(last), sum(before)];
  return {
    month,
    satisfied: now.numerator / 100,
    asked: now.denominator,
    value: rateOf(now.numerator, now.denominator),
    before: rateOf(then.numerator, then.denominator),
  };
}

function householdsOf(rows: readonly AreaRow[], published: number | undefined): number | null {
  if (published !== undefined) return published;
  const sum = rows.reduce((total, { households }) => total + (households ?? 0), 0);
  return sum === 0 ? null : sum;
}
