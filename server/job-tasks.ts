import type { TaskList } from 'graphile-worker';
import { type CalendarSubscriber, calendarTasks } from './modules/calendar/index.ts';
import { caseTasks, recomputeCaseDues } from './modules/cases/index.ts';
import { type ClockSubscriber, clockTasks } from './modules/clocks/index.ts';
import { dispatchCrontab, dispatchTasks, escalateWhistles, recomputeWhistleDues } from './modules/dispatch/index.ts';
import { filesCrontab, fileTasks } from './modules/files/index.ts';
import { identityCrontab, identityTasks } from './modules/identity/index.ts';
import { notificationsCrontab, notificationTasks, tellEvents, tellMarks } from './modules/notifications/index.ts';
import { scoringCrontab, scoringTasks } from './modules/scoring/index.ts';
import type { Platform } from './platform/context.ts';
import { APPENDED_TASK } from './platform/events.ts';

/** Who listens to domain events, one after the other; each copes with hearing the same twice. */
const listeners: readonly ((platform: Platform, payload: unknown) => Promise<void>)[] = [tellEvents];

/** Who computes due times anew after a calendar was imported. */
const calendarSubscribers: readonly CalendarSubscriber[] = [recomputeCaseDues, recomputeWhistleDues];

/** Who acts when a limit reaches a mark. */
const clockSubscribers: readonly ClockSubscriber[] = [escalateWhistles, tellMarks];

/** What the queue can do, and when by itself (UTC). Handlers may run twice: each is idempotent. */
export function jobTasks(platform: Platform): { tasks: TaskList; crontab: string } {
  return {
    tasks: {
      ...calendarTasks(platform, calendarSubscribers),
      ...caseTasks(platform),
      ...clockTasks(platform, clockSubscribers),
      ...dispatchTasks(platform),
      ...fileTasks(platform),
      ...identityTasks(platform),
      ...notificationTasks(platform),
      ...scoringTasks(platform),
      [APPENDED_TASK]: async (payload) => {
        for (const listen of listeners) await listen(platform, payload);
      },
    },
    crontab: [dispatchCrontab, filesCrontab, identityCrontab, notificationsCrontab, scoringCrontab].join('\n'),
  };
}
