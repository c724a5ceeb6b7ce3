import { startJobs } from '../platform/jobs.ts';
import { createLogger } from '../platform/logger.ts';

/** A server's queue as a process of its own that takes `test.stuck` and never comes to its end; tells when it has begun. */
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) throw new Error('DATABASE_URL is missing');
await startJobs({
  ...{ databaseUrl, crontab: '', log: createLogger('silent'), watch: { lookMs: 20, graceMs: 0 } },
  tasks: {
    'test.stuck': async () => {
      process.send?.('began');
      await new Promise(() => undefined);
    },
  },
});
process.on('disconnect', () => process.exit(0));
