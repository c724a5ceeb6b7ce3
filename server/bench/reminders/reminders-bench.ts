import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '#prisma/seed/seeded-random.ts';
import { limitMarks } from '#shared/clocks/clocks-schema.ts';
import { SECOND } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Bench } from '../bench.ts';
import { wholeNumber } from '../bench-options.ts';
import { benchPlatform, createBase } from '../world/bench-base.ts';
import { openBenchCluster } from '../world/bench-cluster.ts';
import { quantile, say, table } from '../world/figures.ts';
import { type ClockProcess, type CpuTime, startClockProcess } from './clock-process.ts';
import { planLimits } from './plan-limits.ts';
import { countMarks, type SeenMark, watchMarks, watchSettings } from './watch-marks.ts';

const LAG_MAX_MS = 2_000;
const CPU_MAX = 0.05;
const SEED = 20_261_124;
/** Time to write the limits down before the first of them is half used up. */
const LEAD_MS = 20 * SECOND;
const GRACE_MS = 30 * SECOND;

export const remindersBench: Bench = {
  says: 'reminders of open limits: each within 2 s of its instant at no more than 5 % of one core; then all at one instant',
  help: `  --limits N    open limits, and reminders that fall due in each phase (20000)
  --seconds N   over which the reminders of the first phase fall due (60)
`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { limits: { type: 'string' }, seconds: { type: 'string' } } });
    return measure({
      limits: wholeNumber(values.limits, { name: 'limits', usual: 20_000 }),
      seconds: wholeNumber(values.seconds, { name: 'seconds', usual: 60 }),
    });
  },
};

type Phase = { name: string; marks: readonly SeenMark[]; cpu: CpuTime; wallMs: number; right: boolean };

async function measure({ limits, seconds }: { limits: number; seconds: number }): Promise<boolean> {
  const cluster = await openBenchCluster(watchSettings);
  const endings: (() => Promise<void>)[] = [cluster.close];
  try {
    const { databaseUrl, town } = await createBase(cluster, 'bench_reminders');
    const { platform, close } = benchPlatform(cluster, { databaseUrl });
    endings.push(close);
    const clocks = await startClockProcess({ env: cluster.env, databaseUrl });
    endings.push(clocks.stop);
    const chance = seededRandom(SEED);
    const play = async (name: string, instants: (start: Instant) => Instant[]): Promise<Phase> => {
      const start = Date.now() + LEAD_MS;
      const halfAt = instants(start).toSorted((a, b) => a - b);
      await planLimits(platform, { town, halfAt });
      const before = await countMarks(platform);
      if (Date.now() > start) throw new Error('The limits were not written in time; try fewer.');
      return watch({ name, clocks, halfAt, look: (until) => watchMarks(platform, { before, count: halfAt.length, until }) });
    };
    const spread = await play(`over ${seconds} s`, (start) =>
      Array.from({ length: limits }, () => start + chance.between(0, seconds * SECOND - 1)),
    );
    const burst = await play('at one instant', (start) => Array.from({ length: limits }, () => start));
    return report({ spread, burst, limits });
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

type Watching = { name: string; clocks: ClockProcess; halfAt: readonly Instant[]; look: (until: Instant) => Promise<SeenMark[]> };

async function watch({ name, clocks, halfAt, look }: Watching): Promise<Phase> {
  // what the clocks cost while they wait does not make their work look cheaper
  await sleep(Math.max(0, (halfAt[0] ?? 0) - Date.now()));
  const before = await clocks.cpu();
  const started = performance.now();
  const marks = await look((halfAt.at(-1) ?? 0) + GRACE_MS);
  const [after, wallMs] = [await clocks.cpu(), performance.now() - started];
  const planned = marks.map(({ plannedAt }) => plannedAt).toSorted((a, b) => a - b);
  const right = planned.length === halfAt.length && planned.every((at, index) => at === halfAt[index]);
  const cpu = {
    process: after.process - before.process,
    database: after.database === null || before.database === null ? null : after.database - before.database,
  };
  return { name, marks, cpu, wallMs, right: right && marks.every(({ no }) => limitMarks[no - 1] === 'remind50') };
}

function lagsOf({ marks }: Phase, when: 'firedAt' | 'committedAt'): number[] {
  return marks.map((mark) => mark[when] - mark.plannedAt).toSorted((a, b) => a - b);
}

function report({ spread, burst, limits }: { spread: Phase; burst: Phase; limits: number }): boolean {
  const rows = [spread, burst].flatMap((phase) =>
    (['firedAt', 'committedAt'] as const).map((when) => {
      const lags = lagsOf(phase, when);
      const figures = [0.5, 0.95, 1].map((share) => quantile(lags, share).toFixed(0));
      return [`${phase.name}, ${when === 'firedAt' ? 'fired' : 'committed'}`, ...figures];
    }),
  );
  say(`\n${table([[`lag of ${limits} reminders (ms)`, 'p50', 'p95', 'max'], ...rows])}\n`);
  const share = (ms: number | null, { wallMs }: Phase) => (ms === null ? 'unknown' : `${((ms / wallMs) * 100).toFixed(1)} %`);
  for (const phase of [spread, burst]) {
    const { cpu, wallMs } = phase;
    say(
      `  CPU of one core, ${phase.name.padEnd(15)} clocks ${share(cpu.process, phase)}, their database connections ${share(cpu.database, phase)} (${cpu.process.toFixed(0)} and ${cpu.database ?? '?'} ms in ${(wallMs / 1000).toFixed(0)} s)\n`,
    );
  }
  const lag = Math.max(...[spread, burst].map((phase) => quantile(lagsOf(phase, 'committedAt'), 1)));
  const cpu = spread.cpu.process / spread.wallMs;
  const targets: [string, boolean][] = [
    [`the right reminders, each once: ${spread.marks.length + burst.marks.length} of ${2 * limits}`, spread.right && burst.right],
    [`latest ${lag} ms after its instant, target at most ${LAG_MAX_MS} ms`, lag <= LAG_MAX_MS],
    [`clocks ${(cpu * 100).toFixed(1)} % of one core, target at most ${CPU_MAX * 100} %`, cpu <= CPU_MAX],
  ];
  for (const [text, met] of targets) say(`  ${text}: ${met ? 'met' : 'MISSED'}\n`);
  return targets.every(([, met]) => met);
}
