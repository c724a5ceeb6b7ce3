import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { seededRandom } from '#prisma/seed/seeded-random.ts';
import type { Platform } from '#server/platform/context.ts';
import { limitMarks } from '#shared/clocks/clocks-schema.ts';
import { DAY, SECOND } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Bench } from '../bench.ts';
import { wholeNumber } from '../bench-options.ts';
import { fillCases } from '../lifecycle/fill-cases.ts';
import { benchPlatform, createBase } from '../world/bench-base.ts';
import { openBenchCluster, runSql } from '../world/bench-cluster.ts';
import { databaseCpu, postmasterOf } from '../world/database-cpu.ts';
import { say } from '../world/figures.ts';
import { startClockProcess } from './clock-process.ts';
import { type Planned, planLimits, playedMarks } from './plan-limits.ts';
import { type Phase, report } from './reminders-report.ts';
import { newestMark, type SeenMark, seenMarks, untilTold, watchSettings } from './watch-marks.ts';

const SEED = 20_261_124;
/** Time to write the limits down before the first mark of them comes. */
const LEAD_MS = 30 * SECOND;
const GRACE_MS = 90 * SECOND;
/** Five times what as many open limits set off: about three marks in three working days of eight hours each. */
const ORDINARY_SHARE = 5 * (3 / (3 * 8 * 60));

export const remindersBench: Bench = {
  says: 'reminders at 50, 80 and 100 % of open limits and the first step up: within 2 s at no more than 5 % of one core, database and all; also all in a minute, all at once',
  help: `  --limits N    open cases with a limit, each with its handler (20000)
  --seconds N   over which the reminders of the first two phases fall due (60)
`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { limits: { type: 'string' }, seconds: { type: 'string' } } });
    return measure({
      limits: wholeNumber(values.limits, { name: 'limits', usual: 20_000 }),
      seconds: wholeNumber(values.seconds, { name: 'seconds', usual: 60 }),
    });
  },
};

async function measure({ limits, seconds }: { limits: number; seconds: number }): Promise<boolean> {
  const cluster = await openBenchCluster(watchSettings);
  const endings: (() => Promise<void>)[] = [cluster.close];
  try {
    const { databaseUrl, town } = await createBase(cluster, 'bench_reminders');
    // some cases wait for an inspector, whom the town does not have
    await fillCases({ cluster, databaseUrl, town, cases: Math.ceil(limits * 1.2), openShare: 1, say });
    const { platform, close } = benchPlatform(cluster, { databaseUrl });
    endings.push(close);
    const open = await platform.db.case.findMany({
      where: { state: { in: ['reported', 'registered', 'dispatched', 'inProgress'] } },
      orderBy: { id: 'asc' },
      take: limits,
      select: { id: true },
    });
    const caseIds = open.map(({ id }) => id);
    if (caseIds.length < limits) throw new Error(`only ${caseIds.length} open cases`);
    const clocks = await startClockProcess('clocks', { env: cluster.env, databaseUrl });
    endings.push(clocks.stop);
    const telling = await startClockProcess('jobs', { env: cluster.env, databaseUrl });
    endings.push(telling.stop);
    const database = await databaseProcess(databaseUrl);
    const chance = seededRandom(SEED);
    const play = async (
      name: string,
      { due, when }: { due: number; when: (start: Instant) => (index: number) => Instant },
    ): Promise<Phase> => {
      const start = Date.now() + LEAD_MS;
      const at = when(start);
      // a quarter each, in turn
      const wanted = caseIds.map((_id, index) => ({ mark: playedMarks[index % playedMarks.length] ?? playedMarks[0], at: at(index) }));
      const planned = await planLimits(platform, { town, caseIds, wanted });
      // what writing them down leaves to tidy up is no work of the clocks
      await runSql(databaseUrl, 'vacuum (analyze)');
      const after = await newestMark(platform);
      if (Date.now() > start) throw new Error('The limits were not written in time; try fewer.');
      const expected = planned.toSorted((a, b) => a.at - b.at).slice(0, due);
      return watch(platform, { name, work: { clocks: clocks.cpu, telling: telling.cpu, database }, start, after, planned: expected });
    };
    const within = (start: Instant) => start + chance.between(0, seconds * SECOND - 1);
    const due = Math.max(1, Math.round((limits * ORDINARY_SHARE * seconds) / 60));
    // the ordinary day comes last, to a server that has been at work; those of which no mark is due now have theirs tomorrow
    const minute = await play(`all in ${seconds} s`, { due: limits, when: (start) => () => within(start) });
    const instant = await play('all at once', { due: limits, when: (start) => () => start });
    const when = (start: Instant) => (index: number) => (index < due ? within(start) : start + DAY);
    const ordinary = await play(`${due} in ${seconds} s`, { due, when });
    return report({ ordinary, minute, instant });
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** CPU time in milliseconds so far: of the clocks, of what they set off, of the whole database server. */
type Work = Record<keyof Phase['cpu'], () => Promise<number>>;
type Watching = { name: string; work: Work; start: Instant; after: bigint; planned: readonly Planned[] };

async function watch(platform: Platform, { name, work, start, after, planned }: Watching): Promise<Phase> {
  const cpu = async () => ({ clocks: await work.clocks(), telling: await work.telling(), database: await work.database() });
  const last = planned.at(-1)?.at ?? start;
  // what the clocks cost while they wait does not make their work look cheaper
  await sleep(Math.max(0, start - Date.now()));
  const before = await cpu();
  const started = performance.now();
  await sleep(Math.max(0, last - Date.now()));
  await untilTold(platform, { due: last, until: last + GRACE_MS });
  const wallMs = performance.now() - started;
  const used = await cpu();
  const marks = await seenMarks(platform, after);
  return {
    ...{ name, marks, wallMs, right: areRight(marks, planned) },
    cpu: {
      clocks: used.clocks - before.clocks,
      telling: used.telling - before.telling,
      database: used.database - before.database,
    },
  };
}

/** Tells what the database server has used; where the system does not tell, it is no number. */
async function databaseProcess(databaseUrl: string): Promise<() => Promise<number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = await postmasterOf(rows[0]?.pid ?? 0);
  await client.end();
  return async () => (await databaseCpu(postmaster)) ?? Number.NaN;
}

/** The right mark of each planned limit once, told once to everybody who has to hear of it and to nobody else. */
function areRight(marks: readonly SeenMark[], planned: readonly Planned[]): boolean {
  const wanted = new Map(planned.map((each) => [each.caseId, each]));
  return (
    marks.length === planned.length &&
    marks.every(({ caseId, no, plannedAt, told }) => {
      const limit = wanted.get(caseId);
      wanted.delete(caseId);
      const hearers = told.map(({ userId }) => userId).sort();
      return limit?.at === plannedAt && limitMarks[no - 1] === limit.mark && hearers.join() === limit.userIds.join();
    })
  );
}
