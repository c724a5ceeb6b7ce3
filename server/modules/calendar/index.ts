export { type CalendarSubscriber, calendarTasks } from './calendar-tasks.ts';
export { type CalendarImport, importCalendar } from './commands/import-calendar.ts';
export { newestCalendar, readCalendar } from './queries/read-calendar.ts';
export { calendarRouter } from './router.ts';
