import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseSources } from '../cases/cases-schema.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { caseId } from '../kernel/ids.ts';
import type { CaseFacts } from './case-facts.ts';
import { computeScore, indicatorResultOf } from './compute-score.ts';
import { type CaseIndicatorId, isCaseIndicator, tallyIndicator } from './indicators.ts';
import { rankScores } from './rank-scores.ts';
import { defaultScheme } from './scheme.ts';
import { indicatorIds, scoreBody } from './scoring-schema.ts';

const period = { t0: 1000, t1: 2000 };
const idOf = (n: number) => caseId.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const fact = (n: number, change: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: idOf(n),
  communityId: null,
  gridId: null,
  source: 'resident',
  imported: false,
  reportedAt: 1000,
  registeredAt: null,
  contactDue: null,
  contactedAt: null,
  contactStoppedSince: null,
  finishDue: null,
  heldSince: null,
  handledAt: null,
  closedAt: null,
  reworks: 0,
  callback: null,
  excluded: null,
  ...change,
});
const count = (id: CaseIndicatorId, ...changes: Partial<CaseFacts>[]) => {
  const tally = tallyIndicator(id, { facts: changes.map((change, i) => fact(i, change)), period, options: defaultScheme });
  return [tally.numerator.length, tally.partial.length, tally.denominator.length];
};

describe('what each indicator counts', () => {
  it.each<[string, CaseIndicatorId, Partial<CaseFacts>, readonly number[]]>([
    ['contact at the due time is in time', 'responseRate', { contactDue: 1500, contactedAt: 1500 }, [1, 0, 1]],
    ['contact after it is not', 'responseRate', { contactDue: 1500, contactedAt: 1501 }, [0, 0, 1]],
    ['no contact is not', 'responseRate', { contactDue: 1000 }, [0, 0, 1]],
    ['a contact limit that stands still is not asked', 'responseRate', { contactDue: 1500, contactStoppedSince: 1400 }, [0, 0, 0]],
    ['one that was late before it stood still is', 'responseRate', { contactDue: 1500, contactStoppedSince: 1501 }, [0, 0, 1]],
    [
      'a contact in time counts while the case is on hold',
      'responseRate',
      { contactDue: 1500, contactedAt: 1300, contactStoppedSince: 1400 },
      [1, 0, 1],
    ],
    ['contact due at the end of the period belongs to the next', 'responseRate', { contactDue: 2000, contactedAt: 1500 }, [0, 0, 0]],
    ['nobody to contact', 'responseRate', {}, [0, 0, 0]],
    ['closed at the due time', 'onTimeClosureRate', { finishDue: 1999, closedAt: 1999 }, [1, 0, 1]],
    ['closed before the period, due in it', 'onTimeClosureRate', { finishDue: 1500, closedAt: 900 }, [1, 0, 1]],
    ['closed too late', 'onTimeClosureRate', { finishDue: 1500, closedAt: 1501 }, [0, 0, 1]],
    ['open past its due time', 'onTimeClosureRate', { finishDue: 1500 }, [0, 0, 1]],
    ['on hold since before its due time: not due', 'onTimeClosureRate', { finishDue: 1500, heldSince: 1400 }, [0, 0, 0]],
    ['late already when held', 'onTimeClosureRate', { finishDue: 1500, heldSince: 1600 }, [0, 0, 1]],
    ['solved', 'resolutionRate', { callback: { solved: 'yes', rating: null, at: 1500 } }, [1, 0, 1]],
    ['partly solved', 'resolutionRate', { callback: { solved: 'partly', rating: 5, at: 1500 } }, [0, 1, 1]],
    ['not solved', 'resolutionRate', { callback: { solved: 'no', rating: 5, at: 1500 } }, [0, 0, 1]],
    ['callback in another period', 'resolutionRate', { callback: { solved: 'yes', rating: 5, at: 2000 } }, [0, 0, 0]],
    ['fairly satisfied counts', 'satisfactionRate', { callback: { solved: 'no', rating: 3, at: 1500 } }, [1, 0, 1]],
    ['rating 2', 'satisfactionRate', { callback: { solved: 'yes', rating: 2, at: 1500 } }, [0, 0, 1]],
    ['reached but not rated', 'satisfactionRate', { callback: { solved: 'yes', rating: null, at: 1500 } }, [0, 0, 0]],
    ['handled at once', 'firstPassRate', { handledAt: 1500 }, [1, 0, 1]],
    ['sent back', 'firstPassRate', { handledAt: 1500, reworks: 2 }, [0, 0, 1]],
    ['found by a patrol', 'proactiveRate', { registeredAt: 1500, source: 'patrol' }, [1, 0, 1]],
    ['told by a resident', 'proactiveRate', { registeredAt: 1500 }, [0, 0, 1]],
  ])('%s', (_, id, change, expected) => {
    expect(count(id, change)).toEqual(expected);
  });
});

const maybe = fc.option(fc.integer({ min: 800, max: 2200 }));
const anyFacts = fc
  .array(
    fc.record({
      reportedAt: fc.integer({ min: 800, max: 2200 }),
      source: fc.constantFrom(...caseSources),
      registeredAt: maybe,
      contactDue: maybe,
      contactedAt: maybe,
      finishDue: maybe,
      heldSince: maybe,
      handledAt: maybe,
      closedAt: maybe,
      reworks: fc.nat(2),
      callback: fc.option(
        fc.record({
          solved: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
          rating: fc.option(fc.integer({ min: 1, max: 5 })),
          at: fc.integer({ min: 800, max: 2200 }),
        }),
      ),
      excluded: fc.option(fc.constantFrom('void' as const, 'declined' as const, 'diverted' as const)),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((change, i) => fact(i, change)));

const score = (facts: readonly CaseFacts[], scheme = defaultScheme) => computeScore({ scheme, subject: 'u', period, asOf: 1999, facts });

describe('a score', () => {
  it('numerator ⊆ denominator, excluded cases nowhere, values between 0 and 100, the order of cases does not matter', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(100), (facts, partialCredit) => {
        const result = score(facts, { ...defaultScheme, partialCredit });
        const excluded = new Set<string>(facts.filter((one) => one.excluded !== null).map((one) => one.caseId));
        for (const { tally, value, numerator, denominator } of result.indicators) {
          const asked = new Set(tally.denominator);
          expect(asked.size).toBe(denominator);
          expect(new Set([...tally.numerator, ...tally.partial]).size).toBe(tally.numerator.length + tally.partial.length);
          for (const id of [...tally.numerator, ...tally.partial]) expect(asked.has(id)).toBe(true);
          for (const id of asked) expect(excluded.has(id)).toBe(false);
          expect(numerator).toBe(tally.numerator.length * 100 + tally.partial.length * partialCredit);
          expect(value === null ? denominator === 0 : value <= 10_000).toBe(true);
        }
        expect(scoreBody.parse(result)).toEqual(result);
        expect(canonicalJson(score(facts.toReversed(), { ...defaultScheme, partialCredit }))).toBe(canonicalJson(result));
      }),
      { numRuns: 300 },
    );
  });

  it('example C through the whole path, with the figures of the other modules supplied', () => {
    const counts = {
      responseRate: [114, 120],
      onTimeClosureRate: [88, 100],
      resolutionRate: [68, 80],
      satisfactionRate: [72, 80],
      firstPassRate: [90, 96],
      proactiveRate: [62, 100],
    } as const;
    let n = 0;
    const make = (id: keyof typeof counts, good: Partial<CaseFacts>, bad: Partial<CaseFacts>) =>
      Array.from({ length: counts[id][1] }, (_, i) => fact(n++, i < counts[id][0] ? good : bad));
    // a callback with a rating counts for both, so the two rates share their 80 cases
    const facts = [
      ...make('responseRate', { contactDue: 1500, contactedAt: 1400 }, { contactDue: 1500 }),
      ...make('onTimeClosureRate', { finishDue: 1500, closedAt: 1400 }, { finishDue: 1500, closedAt: 1600 }),
      ...Array.from({ length: 80 }, (_, i) =>
        fact(n++, { callback: { solved: i < 68 ? 'yes' : 'partly', rating: i < 72 ? 3 : 2, at: 1500 } }),
      ),
      ...make('firstPassRate', { handledAt: 1500 }, { handledAt: 1500, reworks: 1 }),
      ...make('proactiveRate', { registeredAt: 1500, source: 'gridWorker' }, { registeredAt: 1500, source: 'hotline' }),
    ];
    const ids = (length: number) => Array.from({ length }, (_, i) => `s${i}`);
    const supplied = {
      wishFulfilmentRate: { denominator: ids(25), numerator: ids(21), partial: [] },
      visitRate: { denominator: ids(40), numerator: ids(38), partial: [] },
    };
    const result = computeScore({ scheme: defaultScheme, subject: 'u', period, asOf: 1999, facts, supplied });
    expect(result.indicators.map(({ value }) => value)).toEqual([9500, 8800, 8500, 9000, 9375, 6200, 8400, 9500, null]);
    expect([result.total, result.grade, result.ranked]).toEqual([{ numerator: 840_250, denominator: 95, value: 8845 }, 'B', true]);
    expect(result.indicators.at(-1)?.sample).toBe('notApplicable');
  });

  it('asks of a running month only for what has fallen due', () => {
    const facts = [
      fact(1, { finishDue: 1400, closedAt: 1300, contactDue: 1200, contactedAt: 1100 }),
      fact(2, { finishDue: 1500, contactDue: 1500 }),
      fact(3, { finishDue: 1501, contactDue: 1501 }),
      fact(4, { finishDue: 1900, closedAt: 1450 }),
    ];
    const tallies = (asOf: number) =>
      computeScore({ scheme: defaultScheme, subject: 'u', period, asOf, facts })
        .indicators.slice(0, 2)
        .map(({ numerator, denominator }) => [numerator / 100, denominator]);
    expect(tallies(1500)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(tallies(1999)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('marks small samples, counts partial credit, and shows no rank on too little', () => {
    const partly = (n: number) => fact(n, { callback: { solved: 'partly', rating: null, at: 1500 } });
    const result = score([1, 2, 3, 4].map(partly), { ...defaultScheme, partialCredit: 50 });
    expect(result.indicators.find(({ id }) => id === 'resolutionRate')).toMatchObject({
      numerator: 200,
      denominator: 4,
      value: 5000,
      sample: 'insufficient',
    });
    expect([result.total?.value, result.grade, result.ranked]).toEqual([5000, 'E', false]);
    expect(score([])).toMatchObject({ total: null, grade: null, ranked: false });
  });

  it('publishes the share of what is excluded', () => {
    const facts = [
      fact(1, { excluded: 'void' }),
      fact(2, { excluded: 'diverted' }),
      fact(3),
      fact(4),
      fact(5, { reportedAt: 999, excluded: 'void' }),
      fact(6),
      fact(7),
    ];
    const result = computeScore({ scheme: defaultScheme, subject: 'u', period, asOf: 1999, facts, maliciousIds: new Set([idOf(3)]) });
    expect(result.excluded).toEqual({ reported: 6, void: 1, declined: 0, diverted: 1, malicious: 1, share: 5000 });
  });

  it('I: two of three visits in their quarter', () => {
    const tally = { denominator: ['1', '2', '3'], numerator: ['1', '2'], partial: [] };
    expect(indicatorResultOf('visitRate', { weight: 5, tally, scheme: defaultScheme }).value).toBe(6667);
  });

  it('ranks exact ties alike and leaves the thin ones unranked', () => {
    const handled = (good: number, all: number) =>
      score(
        Array.from({ length: all }, (_, i) => fact(i, { handledAt: 1500, reworks: i < good ? 0 : 1 })),
        { ...defaultScheme, minRankedWeight: 10 },
      );
    const ranks = (by: 'total' | 'firstPassRate') =>
      rankScores([handled(1, 2), handled(5, 10), handled(9, 10), handled(10, 20)], by).map(({ rank }) => rank);
    expect([ranks('total'), ranks('firstPassRate')]).toEqual([
      [1, 2, 2, null],
      [1, 2, 2, null],
    ]);
  });

  it('knows which indicators rest on cases', () => {
    expect(indicatorIds.filter(isCaseIndicator)).toEqual(indicatorIds.slice(0, 6));
  });
});
