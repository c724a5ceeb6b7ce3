import type { CaseSource } from '../cases/cases-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period } from '../kernel/zone-time.ts';
import type { CaseFacts } from './case-facts.ts';
import type { IndicatorId, ScoringScheme, Tally } from './scoring-schema.ts';

export type CaseIndicatorId = Extract<
  IndicatorId,
  'responseRate' | 'onTimeClosureRate' | 'resolutionRate' | 'satisfactionRate' | 'firstPassRate' | 'proactiveRate'
>;

type Options = Pick<ScoringScheme, 'satisfiedFrom'>;
/** Whether a case is asked for (null = not in the denominator), and how it counts. */
type Verdict = 'full' | 'partial' | 'none' | null;
type Rule = (facts: CaseFacts, period: Period, options: Options) => Verdict;

/** Sources that mean the case was found before anyone complained (未诉先办). */
export const proactiveSources: readonly CaseSource[] = ['gridWorker', 'patrol', 'council', 'visit'];

const within = (at: Instant | null, { t0, t1 }: Period): at is Instant => at !== null && at >= t0 && at < t1;
const yes = (condition: boolean): Verdict => (condition ? 'full' : 'none');
const notAfter = (at: Instant | null, due: Instant) => at !== null && at <= due;

/** One rule per indicator that rests on cases (scoring.md D7); each date decides the period the case belongs to. */
const rules: Readonly<Record<CaseIndicatorId, Rule>> = {
  responseRate: ({ contactDue, contactedAt, contactStoppedSince }, period) => {
    const stopped = contactedAt === null && contactDue !== null && notAfter(contactStoppedSince, contactDue);
    return within(contactDue, period) && !stopped ? yes(notAfter(contactedAt, contactDue)) : null;
  },
  // a case whose clock stands still is not due; one that was late before the hold stays due
  onTimeClosureRate: ({ finishDue, closedAt, heldSince }, period) =>
    within(finishDue, period) && !notAfter(heldSince, finishDue) ? yes(notAfter(closedAt, finishDue)) : null,
  resolutionRate: ({ callback }, period) => {
    if (callback === null || !within(callback.at, period)) return null;
    return callback.solved === 'partly' ? 'partial' : yes(callback.solved === 'yes');
  },
  satisfactionRate: ({ callback }, period, { satisfiedFrom }) =>
    callback !== null && callback.rating !== null && within(callback.at, period) ? yes(callback.rating >= satisfiedFrom) : null,
  firstPassRate: ({ handledAt, reworks }, period) => (within(handledAt, period) ? yes(reworks === 0) : null),
  proactiveRate: ({ registeredAt, source }, period) => (within(registeredAt, period) ? yes(proactiveSources.includes(source)) : null),
};

/** Whether an indicator is computed from cases; the others are supplied by their modules. */
export function isCaseIndicator(id: IndicatorId): id is CaseIndicatorId {
  return Object.hasOwn(rules, id);
}

/** The cases an indicator counts in [t0, t1), in order of id. Excluded cases (void, declined, diverted) must be taken out before. */
export function tallyIndicator(id: CaseIndicatorId, input: { facts: readonly CaseFacts[]; period: Period; options: Options }): Tally {
  const counted: Tally = { denominator: [], numerator: [], partial: [] };
  for (const facts of input.facts) {
    const verdict = rules[id](facts, input.period, input.options);
    if (verdict === null) continue;
    counted.denominator.push(facts.caseId);
    if (verdict === 'full') counted.numerator.push(facts.caseId);
    if (verdict === 'partial') counted.partial.push(facts.caseId);
  }
  for (const list of [counted.denominator, counted.numerator, counted.partial]) list.sort();
  return counted;
}
