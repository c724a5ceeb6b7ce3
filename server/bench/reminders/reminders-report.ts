import { quantile, say, table } from '../world/figures.ts';
import type { SeenMark } from './watch-marks.ts';

const LAG_MAX_MS = 2_000;
/** Until everybody has in the inbox what fell due at one instant. */
const TOLD_MAX_MS = 5_000;
const CPU_MAX = 0.05;

/** CPU times in milliseconds; `database` = the whole server with everything it does beside. */
type Cpu = { clocks: number; telling: number; database: number };
/** What happened while so many marks fell due. */
export type Phase = { name: string; marks: readonly SeenMark[]; wallMs: number; right: boolean; cpu: Cpu };
type Phases = Record<'ordinary' | 'minute' | 'instant', Phase>;

/** Prints lags and costs of the phases (an ordinary day five times as fast, a minute of everything, one instant of everything); tells whether the targets hold. */
export function report(phases: Phases): boolean {
  const { ordinary, minute, instant } = phases;
  const all = [ordinary, minute, instant];
  const lags = all.flatMap(({ name, marks }) => [
    [`${name}, fired`, ...figures(firedLags(marks))],
    [`${name}, told`, ...figures(toldLags(marks))],
  ]);
  say(`\n${table([['lag of marks (ms)', 'p50', 'p95', 'max'], ...lags])}\n`);
  const costs = all.map(({ name, wallMs, cpu: { clocks, telling, database } }) => {
    const shares = [clocks, telling, clocks + telling, database, clocks + telling + database];
    return [name, ...shares.map((ms) => `${((ms / wallMs) * 100).toFixed(1)} %`)];
  });
  say(`${table([['CPU of one core', 'clocks', 'telling', 'ours', 'database', 'sum'], ...costs])}\n`);
  const fired = Math.max(...all.map(({ marks }) => firedLags(marks).at(-1) ?? Number.NaN));
  const sum = ordinary.cpu.clocks + ordinary.cpu.telling + ordinary.cpu.database;
  const targets: [string, boolean][] = [
    ['the right marks, each once, told to the right people and to nobody else', all.every(({ right }) => right)],
    [`fired at most ${fired} ms after the instant, target ${LAG_MAX_MS} ms`, fired <= LAG_MAX_MS],
    told(ordinary, LAG_MAX_MS),
    told(minute, LAG_MAX_MS),
    told(instant, TOLD_MAX_MS),
    cost('clocks, telling and database', ordinary, sum),
    cost('clocks', minute, minute.cpu.clocks),
  ];
  for (const [text, met] of targets) say(`  ${text}: ${met ? 'met' : 'MISSED'}\n`);
  return targets.every(([, met]) => met);
}

function told({ name, marks }: Phase, target: number): [string, boolean] {
  const late = toldLags(marks).at(-1) ?? Number.NaN;
  return [`${name}: in every inbox at most ${late} ms after the instant, target ${target} ms`, late <= target];
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
