export { type CalendarImport, importCalendar, RECOMPUTE_TASK } from './commands/import-calendar.ts';
export { newestCalendar, readCalendar } from './queries/read-calendar.ts';
export { calendarRouter } from './router.ts';
