import { describe, expect, it } from 'vitest';
import { limitWords } from '../calendar/calendar.i18n.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { watchedLimit } from './whistle-clock.ts';
import { dueReasonWords, shortDueReason } from './whistle-due-reason.i18n.ts';
import { type DueReason, dueReasonOf } from './whistle-due-reason.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import type { WhistleState } from './whistle-schema.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const reasonIn = (state: WhistleState, more: readonly ScriptedWhistleStep[] = []) => {
  const { snapshot } = walkWhistle([...wayToWhistle[state], ...more]);
  const watched = watchedLimit(snapshot);
  return { snapshot, reason: dueReasonOf(snapshot, { limit: watched?.limit ?? null, from: watched?.from ?? null }) };
};

describe('why a limit ends when it does', () => {
  it.each([
    ['blown', 'acknowledge'],
    ['acknowledged', 'reportIn'],
    ['onSite', 'opinions'],
    ['opinionsCollected', 'plan'],
    ['completed', 'verify'],
    ['fedBack', 'clear'],
  ] as const)('%s: the legal limit “%s” from its own start', (state, limit) => {
    const { snapshot, reason } = reasonIn(state);
    expect(reason).toEqual({ kind: 'limit', limit: whistleLimitsOf(snapshot)[limit], from: watchedLimit(snapshot)?.from });
  });
  it.each([
    ['planned', [], { kind: 'plan', held: false }],
    ['executing', [], { kind: 'plan', held: false }],
    ['onHold', [], { kind: 'review' }],
    ['cleared', [], null],
  ] as const)('%s', (state, more, reason) => expect(reasonIn(state, more).reason).toEqual(reason));
  it.each([
    ['a supervision', 'blown', [['supervise', 'secretary']], 'supervision', 'order'],
    ['an answer to the plan', 'opinionsCollected', [['proposePlan', 'leadHandler']], 'agree', 'step'],
    ['a task by its day', 'executing', [], 'task', 'task'],
    ['a judgement', 'executing', [['requestExtension', 'leadHandler']], 'extension', 'limit'],
    ['a rating', 'fedBack', [], 'rate', 'limit'],
  ] as const)('%s', (_what, state, more, limit, kind) => {
    const { snapshot } = walkWhistle([...wayToWhistle[state], ...more]);
    const running = runningWhistleLimits(snapshot).find((each) => each.limit === limit);
    expect(running && dueReasonOf(snapshot, running)).toMatchObject({ kind });
  });
  it('gives a unit called after the draft the time to come', () => {
    const { snapshot } = walkWhistle([...wayToWhistle.opinionsCollected, ['proposePlan', 'leadHandler']]);
    const late = (snapshot.plan?.at ?? 0) + 1;
    const units = snapshot.units.map((unit) => (unit.side === 'support' ? { ...unit, summonedAt: late } : unit));
    const reason = dueReasonOf({ ...snapshot, units }, { limit: 'agree', from: late });
    expect(reason).toEqual({ kind: 'limit', limit: whistleLimitsOf(snapshot).reportIn, from: late });
  });
  it('says so when the work was refused, extended or on hold', () => {
    const { snapshot } = reasonIn('executing');
    const running = { limit: 'finish', from: snapshot.finishFrom } as const;
    const { rework } = whistleLimitsOf(snapshot);
    const later = (snapshot.finishFrom ?? 0) + 1;
    expect(dueReasonOf({ ...snapshot, finishFrom: later }, { ...running, from: later })).toEqual({
      kind: 'rework',
      limit: rework,
      from: later,
    });
    expect(dueReasonOf({ ...snapshot, extensionCount: 1 }, running)).toEqual({ kind: 'extended', held: false });
    const holds = [{ from: later, to: later + 1 }];
    expect(dueReasonOf({ ...snapshot, holds }, running)).toEqual({ kind: 'plan', held: true });
  });
});

it('has a sentence and a few words for every reason, in both languages', () => {
  const limit = { amount: 4, unit: 'workingHours' } as const;
  const reasons: DueReason[] = [
    { kind: 'limit', limit, from: 1 },
    { kind: 'rework', limit, from: 1 },
    { kind: 'step', limit, from: 1 },
    { kind: 'plan', held: false },
    { kind: 'plan', held: true },
    { kind: 'task', held: false },
    { kind: 'extended', held: false },
    { kind: 'order' },
    { kind: 'review' },
  ];
  for (const locale of ['zh', 'en'] as const) {
    const told = reasons.map((reason) => dueReasonWords(reason, { locale, writeMoment: (at) => `<${at}>` }));
    expect(new Set(told).size).toBe(reasons.length);
    for (const words of told) expect(words).not.toMatch(/[{}]/);
    expect(told[0]).toContain('<1>');
    for (const reason of reasons) expect(shortDueReason(reason, locale)).not.toMatch(/^$|[{}]/);
    expect(shortDueReason(reasons[0] as DueReason, locale)).toBe(limitWords(limit, locale));
  }
});
