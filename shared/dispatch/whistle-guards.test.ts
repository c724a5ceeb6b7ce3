import { describe, expect, it } from 'vitest';
import { guardAnswer } from './whistle-guard-line.ts';
import { arrivalGuards } from './whistle-guards-arrival.ts';
import { answerGuards, blowingGuards } from './whistle-guards-calling.ts';
import { oversightGuards } from './whistle-guards-oversight.ts';
import { planGuards } from './whistle-guards-planning.ts';
import { workGuards } from './whistle-guards-working.ts';
import { whistleRefusalCodes } from './whistle-refusals.ts';

const tables = { blowingGuards, answerGuards, arrivalGuards, planGuards, workGuards, oversightGuards };

describe.each(Object.entries(tables))('%s', (_, guards) => {
  it.each(guards)('$step.action in $in, $what: $refusal', (guard) => {
    expect(guardAnswer(guard)).toBe(guard.refusal);
  });
});

/** Refused before anything is decided: whether a request was answered already is no question of the lifecycle. */
const beforeDeciding: readonly string[] = ['requestReused'];

describe('the codes', () => {
  it('are all provoked by a line of the tables', () => {
    const provoked = new Set<string>(
      Object.values(tables)
        .flat()
        .map(({ refusal }) => refusal),
    );
    expect(whistleRefusalCodes.filter((code) => !provoked.has(code) && !beforeDeciding.includes(code))).toEqual([]);
  });
});
