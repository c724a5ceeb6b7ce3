import { actorProcedure, router } from '#server/platform/trpc.ts';
import { importCalendar, importCalendarInput } from './commands/import-calendar.ts';
import { explainLimit, explainLimitInput } from './queries/explain-limit.ts';
import { districtInput, readCurrentCalendar } from './queries/read-current-calendar.ts';
import { monthDaysInput, readMonthDays } from './queries/read-month-days.ts';

export const calendarRouter = router({
  current: actorProcedure.input(districtInput).query(({ ctx, input }) => readCurrentCalendar(ctx, input)),
  days: actorProcedure.input(monthDaysInput).query(({ ctx, input }) => readMonthDays(ctx, input)),
  explain: actorProcedure.input(explainLimitInput).query(({ ctx, input }) => explainLimit(ctx, input)),
  import: actorProcedure.input(importCalendarInput).mutation(({ ctx, input }) => importCalendar(ctx, input)),
});
