import { parseCrontab } from 'graphile-worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobTasks } from './job-tasks.ts';
import { openTestPlatform, type TestPlatform } from './testing/test-platform.ts';

let open: TestPlatform;
beforeAll(async () => {
  open = await openTestPlatform();
});
afterAll(() => open.close());

it('schedules only tasks that exist, in lines the queue can read', () => {
  const { tasks, crontab } = jobTasks(open.platform);
  const scheduled = parseCrontab(crontab).map(({ task }) => task);
  expect(scheduled.length).toBeGreaterThan(0);
  expect(scheduled.filter((task) => !(task in tasks))).toEqual([]);
});
