import { parseArgs } from 'node:util';
import type { Bench } from '../bench.ts';
import { wholeNumber } from '../bench-options.ts';
import { createBase } from '../world/bench-base.ts';
import { openBenchCluster } from '../world/bench-cluster.ts';
import { median, quantile, say, table } from '../world/figures.ts';
import { startServerProcess } from '../world/server-process.ts';
import { fillCases } from './fill-cases.ts';
import { lifecycleSteps, lifecyclesPerSecond, type Measured, openDesk, runLifecycles } from './run-lifecycles.ts';

const DROP_MAX = 0.2;

export const lifecycleBench: Bench = {
  says: 'full lifecycles a second on an empty base and on a full one; the drop is at most 20 %',
  help: `  --cases N     cases of the full base (1000000)
  --rounds N    pairs of measurements, empty and full in turn (7)
  --seconds N   length of one measurement (10)
  --workers N   lifecycles at the same time, each in a community of its own (8)
`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { cases: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' }, workers: { type: 'string' } },
    });
    return measure({
      cases: wholeNumber(values.cases, { name: 'cases', usual: 1_000_000 }),
      rounds: wholeNumber(values.rounds, { name: 'rounds', usual: 7 }),
      seconds: wholeNumber(values.seconds, { name: 'seconds', usual: 10 }),
      workers: wholeNumber(values.workers, { name: 'workers', usual: 8 }),
    });
  },
};

type Options = { cases: number; rounds: number; seconds: number; workers: number };

async function measure({ cases, rounds, seconds, workers }: Options): Promise<boolean> {
  const cluster = await openBenchCluster();
  const endings: (() => Promise<void>)[] = [cluster.close];
  try {
    const { databaseUrl: emptyUrl, town } = await createBase(cluster, 'bench_empty');
    const fullUrl = await cluster.copy('bench_empty', 'bench_full');
    await fillCases({ cluster, databaseUrl: fullUrl, town, cases, say });
    const open = async (databaseUrl: string) => {
      const server = await startServerProcess({ env: cluster.env, databaseUrl });
      endings.push(server.stop);
      const desk = await openDesk(server.address, { town, workers });
      await runLifecycles(desk, Math.min(seconds, 5));
      return desk;
    };
    const [empty, full] = [await open(emptyUrl), await open(fullUrl)];
    const pairs: Pair[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const pair = { empty: await runLifecycles(empty, seconds), full: await runLifecycles(full, seconds) };
      pairs.push(pair);
      say(`  round ${round}: empty ${rate(pair.empty)}, full ${rate(pair.full)} lifecycles/s, ratio ${ratio(pair).toFixed(2)}\n`);
    }
    return report(pairs, cases);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

type Pair = { empty: Measured; full: Measured };

const ratio = ({ empty, full }: Pair) => lifecyclesPerSecond(full) / lifecyclesPerSecond(empty);
const rate = (measured: Measured) => lifecyclesPerSecond(measured).toFixed(1);

function report(pairs: readonly Pair[], cases: number): boolean {
  const timesOf = (base: keyof Pair, step: (typeof lifecycleSteps)[number]) =>
    pairs.flatMap((pair) => pair[base].times[step]).sort((a, b) => a - b);
  const rows = lifecycleSteps.map((step) => {
    const cells = (['empty', 'full'] as const).flatMap((base) => {
      const times = timesOf(base, step);
      return [quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)];
    });
    return [step, ...cells];
  });
  say(`\n${table([['step (ms)', 'empty p50', 'p95', 'full p50', 'p95'], ...rows])}\n`);
  const [empty, full] = [
    median(pairs.map((pair) => lifecyclesPerSecond(pair.empty))),
    median(pairs.map((pair) => lifecyclesPerSecond(pair.full))),
  ];
  const requests = lifecycleSteps.length;
  say(`  empty base           ${empty.toFixed(1)} lifecycles/s, ${(empty * requests).toFixed(0)} requests/s\n`);
  say(`  ${String(cases).padEnd(8)} cases       ${full.toFixed(1)} lifecycles/s, ${(full * requests).toFixed(0)} requests/s\n`);
  const drop = 1 - median(pairs.map(ratio));
  const met = drop <= DROP_MAX;
  say(
    `  drop (median of ${pairs.length})    ${(drop * 100).toFixed(1)} %, target at most ${DROP_MAX * 100} %: ${met ? 'met' : 'MISSED'}\n`,
  );
  return met;
}
