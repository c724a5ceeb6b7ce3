import * as z from 'zod/mini';
import { districtOf, homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { hold, type Limit, limit } from '#shared/calendar/calendar-schema.ts';
import { explainDue } from '#shared/calendar/deadline.ts';
import type { DueExplanation } from '#shared/calendar/due-steps.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';
import { calendarRefusal } from '../calendar-store.ts';
import { readCalendar } from './read-calendar.ts';

export const explainLimitInput = z.object({
  districtId: z.optional(unitId),
  limit,
  from: instant.check(z.gte(0), z.lte(4_102_444_800_000)),
  holds: z._default(z.array(hold).check(z.maxLength(50)), []),
});
export type ExplainLimitInput = z.infer<typeof explainLimitInput>;

/** A trial shows one line a day; more than this helps nobody. */
const DAYS_MAX = 400;
const perDay = { minutes: 1440, hours: 24, workingHours: 4, workingDays: 1, naturalDays: 1 } as const satisfies Record<
  Limit['unit'],
  number
>;

/** When a limit would end by the calendar in force, day by day with the reason. Refuses `badRange`, `notFound`. */
export async function explainLimit(ctx: Ctx, input: ExplainLimitInput): Promise<DueExplanation> {
  if (input.limit.amount > DAYS_MAX * perDay[input.limit.unit])
    throw calendarRefusal('badRange', { kind: 'badRequest', params: { days: DAYS_MAX } });
  const district = await (input.districtId ? districtOf(ctx.db, input.districtId) : homeDistrict(ctx.db, ctx.actor));
  const calendar = await readCalendar(ctx.db, district.id);
  return explainDue({ calendar, limit: input.limit, from: input.from, holds: input.holds });
}
