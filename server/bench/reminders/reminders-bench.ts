import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '#prisma/seed/seeded-random.ts';
import { limitMarks } from '#shared/clocks/clocks-schema.ts';
import { SECOND } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Bench } from '../bench.ts';
import { wholeNumber } from '../bench-options.ts';
import { fillCases } from '../lifecycle/fill-cases.ts';
import { benchPlatform, createBase } from '../world/bench-base.ts';
import { openBenchCluster } from '../world/bench-cluster.ts';
import { say } from '../world/figures.ts';
import { type ClockProcess, startClockProcess } from './clock-process.ts';
import { type Planned, planLimits } from './plan-limits.ts';
import { type Phase, report } from './reminders-report.ts';
import { newestMark, type SeenMark, watchMarks, watchSettings } from './watch-marks.ts';

const SEED = 20_261_124;
/** Time to write the limits down before the first of them is half used up. */
const LEAD_MS = 30 * SECOND;
const GRACE_MS = 90 * SECOND;
/** Five times what as many open limits set off: about three marks in three working days of eight hours each. */
const ORDINARY_SHARE = 5 * (3 / (3 * 8 * 60));

export const remindersBench: Bench = {
  says: 'reminders of open limits: each within 2 s of its instant at no more than 5 % of one core; also all within a minute and all at once',
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
    const chance = seededRandom(SEED);
    const play = async (
      name: string,
      { due, rest }: { due: number; rest: (start: Instant) => (index: number) => Instant },
    ): Promise<Phase> => {
      const start = Date.now() + LEAD_MS;
      const when = rest(start);
      const planned = await planLimits(platform, { town, caseIds, halfAt: caseIds.map((_id, index) => when(index)) });
      const after = await newestMark(platform);
      if (Date.now() > start) throw new Error('The limits were not written in time; try fewer.');
      const expected = planned.toSorted((a, b) => a.halfAt - b.halfAt).slice(0, due);
      return watch({
        name,
        clocks,
        telling,
        start,
        planned: expected,
        look: (until) => watchMarks(platform, { after, count: due, until }),
      });
    };
    const within = (start: Instant) => start + chance.between(0, seconds * SECOND - 1);
    const due = Math.max(1, Math.round((limits * ORDINARY_SHARE * seconds) / 60));
    // those of which no reminder is due now have theirs tomorrow
    const phases = [
      await play(`${due} in ${seconds} s`, { due, rest: (start) => (index) => (index < due ? within(start) : start + 86_400_000) }),
      await play(`all in ${seconds} s`, { due: limits, rest: (start) => () => within(start) }),
      await play('all at once', { due: limits, rest: (start) => () => start }),
    ];
    return report(phases);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

type Watching = {
  name: string;
  clocks: ClockProcess;
  telling: ClockProcess;
  start: Instant;
  planned: readonly Planned[];
  look: (until: Instant) => Promise<SeenMark[]>;
};

async function watch({ name, clocks, telling, start, planned, look }: Watching): Promise<Phase> {
  // what the clocks cost while they wait does not make their work look cheaper
  await sleep(Math.max(0, start - Date.now()));
  const before = { clocks: await clocks.cpu(), telling: await telling.cpu() };
  const started = performance.now();
  const marks = await look((planned.at(-1)?.halfAt ?? 0) + GRACE_MS);
  const wallMs = performance.now() - started;
  const after = { clocks: await clocks.cpu(), telling: await telling.cpu() };
  const used = (work: 'clocks' | 'telling') => ({
    process: after[work].process - before[work].process,
    database: (after[work].database ?? Number.NaN) - (before[work].database ?? Number.NaN),
  });
  return { name, marks, wallMs, right: areRight(marks, planned), clocks: used('clocks'), telling: used('telling') };
}

/** The right mark of each planned limit once, told to the one person who owes the step. */
function areRight(marks: readonly SeenMark[], planned: readonly Planned[]): boolean {
  const wanted = new Map(planned.map((each) => [each.caseId, each]));
  return (
    marks.length === planned.length &&
    marks.every(({ caseId, no, plannedAt, told }) => {
      const limit = wanted.get(caseId);
      wanted.delete(caseId);
      return limit?.halfAt === plannedAt && limitMarks[no - 1] === 'remind50' && told.length === 1 && told[0]?.userId === limit.userId;
    })
  );
}
