import { parseArgs } from 'node:util';
import { startClocks } from '#server/modules/clocks/index.ts';
import { jobTasks } from '../job-tasks.ts';
import { readEnv } from '../platform/env.ts';
import { startJobs } from '../platform/jobs.ts';
import { openPlatform } from '../services.ts';

/**
 * The clocks of a server process alone, so that a test may kill them and a bench may weigh them; `--jobs` = what they set off instead. `--from` and `--speed` give the product's
 * clock: it shows `from` at the machine's `zero` and runs `speed` times as fast. Says what CPU time it used (µs) whenever it is asked.
 */
const { values } = parseArgs({
  options: { from: { type: 'string' }, zero: { type: 'string' }, speed: { type: 'string' }, jobs: { type: 'boolean' } },
});
const zero = Number(values.zero ?? 0);
const from = Number(values.from ?? zero);
const speed = Number(values.speed ?? 1);
const env = readEnv();
const databaseUrl = env.databaseUrl;
if (databaseUrl === null) throw new Error('DATABASE_URL is missing');
const { platform } = openPlatform({ env, databaseUrl, demo: false, clock: () => Math.floor(from + (Date.now() - zero) * speed) });
if (values.jobs) await startJobs({ databaseUrl, ...jobTasks(platform), log: platform.log });
else startClocks(platform);
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
