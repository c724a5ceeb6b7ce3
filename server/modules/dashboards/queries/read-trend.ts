import { readCalendar } from '#server/modules/calendar/index.ts';
import { districtOf, homeDistrict } from '#server/modules/territory/index.ts';
import { isWorkingDay } from '#shared/calendar/working-day.ts';
import { type CaseListLink, TREND_DAYS } from '#shared/dashboards/dashboards-schema.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { dayRange, localDateAt } from '#shared/kernel/zone-time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { type Counting, dayLinks, linkWhere } from '../list-counts.ts';

/** One day: how many came and were accepted, how many were closed and still are; `working` by the district's calendar. */
export type TrendDay = {
  date: LocalDate;
  created: number;
  closed: number;
  working: boolean;
  lists: { created: CaseListLink; closed: CaseListLink };
};

/** New and closed cases of the last days, today (not full yet) last. */
export async function readTrend(counting: Counting): Promise<TrendDay[]> {
  const { ctx, unitId, asker } = counting;
  const { timeZone } = await homeDistrict(ctx.db, ctx.actor);
  const calendar = await readCalendar(ctx.db, (await districtOf(ctx.db, unitId)).id);
  const today = localDateAt(timeZone, asker.now);
  const dates = Array.from({ length: TREND_DAYS }, (_, index) => addDays(today, index - TREND_DAYS + 1));
  const links = dates.map((date) => dayLinks(unitId, dayRange(timeZone, date)));
  const wheres = await Promise.all(links.flatMap(({ created, closed }) => [linkWhere(counting, created), linkWhere(counting, closed)]));
  const counts = await ctx.db.$transaction(wheres.map((where) => ctx.db.case.count({ where })));
  return dates.flatMap((date, index) => {
    const lists = links[index];
    if (!lists) return [];
    return [{ date, lists, created: counts[2 * index] ?? 0, closed: counts[2 * index + 1] ?? 0, working: isWorkingDay(calendar, date) }];
  });
}
