import * as z from 'zod/mini';
import { districtOf, homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { dayStatus } from '#shared/calendar/working-day.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { localMonth } from '#shared/kernel/time.ts';
import { addDays, addMonths, weekday } from '#shared/kernel/zone-time-dates.ts';
import { readCalendar } from './read-calendar.ts';

export const monthDaysInput = z.object({
  districtId: z.optional(unitId),
  month: localMonth,
  /** how many months from there on: 1 to 12 */
  months: z._default(z.int().check(z.gte(1), z.lte(12)), 1),
});
export type MonthDaysInput = z.infer<typeof monthDaysInput>;

/** Every day of the months: worked or not, and why. */
export async function readMonthDays(ctx: Ctx, input: MonthDaysInput) {
  const district = await (input.districtId ? districtOf(ctx.db, input.districtId) : homeDistrict(ctx.db, ctx.actor));
  const calendar = await readCalendar(ctx.db, district.id);
  const end = `${addMonths(input.month, input.months)}-01`;
  const days = [];
  for (let date = `${input.month}-01`; date < end; date = addDays(date, 1))
    days.push({ date, weekday: weekday(date), ...dayStatus(calendar, date) });
  return { districtId: district.id, version: calendar.version, days };
}
