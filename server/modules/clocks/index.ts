export { type ClockSubscriber, clockTasks } from './clock-tasks.ts';
export type { FiredMark } from './clocks-store.ts';
export { fireDueMarks } from './commands/fire-due-marks.ts';
export { type SyncedLimits, syncLimits } from './commands/sync-limits.ts';
export { marksOf } from './queries/marks-of.ts';
export { runningKeys } from './queries/running-keys.ts';
export { watchedAggregates } from './queries/watched-aggregates.ts';
export { startClocks } from './start-clocks.ts';
