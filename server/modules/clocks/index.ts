export { type ClockSubscriber, clockTasks } from './clock-tasks.ts';
export { type SyncedLimits, syncLimits } from './commands/sync-limits.ts';
export { startClocks } from './start-clocks.ts';
