import { quantile, say, table } from '../world/figures.ts';
import type { SeenMark } from './watch-marks.ts';

const LAG_MAX_MS = 2_000;
const CPU_MAX = 0.05;

type Cpu = { process: number; database: number };
/** What happened while so many reminders fell due; CPU times in milliseconds. */
export type Phase = { name: string; marks: readonly SeenMark[]; wallMs: number; right: boolean; clocks: Cpu; telling: Cpu };

/** Prints lags and costs of the phases (ordinary days, a minute of everything, one instant of everything); tells whether the targets hold. */
export function report(phases: readonly Phase[]): boolean {
  const lags = phases.flatMap(({ name, marks }) => [
    [`${name}, fired`, ...figures(firedLags(marks))],
    [`${name}, told`, ...figures(toldLags(marks))],
  ]);
  say(`\n${table([['lag of reminders (ms)', 'p50', 'p95', 'max'], ...lags])}\n`);
  const costs = phases.map((phase) => {
    const share = (ms: number) => `${((ms / phase.wallMs) * 100).toFixed(1)} %`;
    const { clocks, telling } = phase;
    return [phase.name, share(clocks.process), share(clocks.database), share(telling.process), share(telling.database)];
  });
  say(`${table([['CPU of one core', 'clocks', 'their database', 'telling', 'its database'], ...costs])}\n`);
  const [ordinary, minute] = phases;
  const late = Math.max(...phases.map(({ marks }) => firedLags(marks).at(-1) ?? Number.NaN));
  const targets: [string, boolean][] = [
    ['the right reminders, each once, each to the one who owes the step', phases.every(({ right }) => right)],
    [`fired at most ${late} ms after the instant, target ${LAG_MAX_MS} ms`, late <= LAG_MAX_MS],
    ...(ordinary ? [told(ordinary), cost('clocks and telling', ordinary, ordinary.clocks.process + ordinary.telling.process)] : []),
    ...(minute ? [cost('clocks', minute, minute.clocks.process)] : []),
  ];
  for (const [text, met] of targets) say(`  ${text}: ${met ? 'met' : 'MISSED'}\n`);
  return targets.every(([, met]) => met);
}

function told({ name, marks }: Phase): [string, boolean] {
  const late = toldLags(marks).at(-1) ?? Number.NaN;
  return [`${name}: in the inbox at most ${late} ms after the instant, target ${LAG_MAX_MS} ms`, late <= LAG_MAX_MS];
}

function cost(what: string, { name, wallMs }: Phase, ms: number): [string, boolean] {
  const share = ms / wallMs;
  return [`${name}: ${what} ${(share * 100).toFixed(1)} % of one core, target at most ${CPU_MAX * 100} %`, share <= CPU_MAX];
}

function firedLags(marks: readonly SeenMark[]): number[] {
  return marks.map(({ committedAt, plannedAt }) => committedAt - plannedAt).toSorted((a, b) => a - b);
}

function toldLags(marks: readonly SeenMark[]): number[] {
  return marks.flatMap(({ told: notices, plannedAt }) => notices.map(({ at }) => at - plannedAt)).toSorted((a, b) => a - b);
}

function figures(lags: readonly number[]): string[] {
  return [0.5, 0.95, 1].map((share) => quantile(lags, share).toFixed(0));
}
