import { describe, expect, it } from 'vitest';
import { limitWords } from '../calendar/calendar.i18n.ts';
import { T0 } from '../cases/case-samples.ts';
import { DAY } from '../kernel/time.ts';
import { recomputedWhistleDues } from './recomputed-whistle-dues.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { watchedLimit } from './whistle-clock.ts';
import { dueReasonWords, shortDueReason } from './whistle-due-reason.i18n.ts';
import { type DueReason, dueReasonOf } from './whistle-due-reason.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { sampleWhistleContext, taskIds } from './whistle-samples.ts';
import type { WhistleSnapshot, WhistleState } from './whistle-schema.ts';
import { type ScriptedWhistleStep, type WhistleWalk, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const reasonIn = (state: WhistleState, more: readonly ScriptedWhistleStep[] = []) => {
  const { snapshot } = walkWhistle([...wayToWhistle[state], ...more]);
  const watched = watchedLimit(snapshot);
  return { snapshot, reason: dueReasonOf(snapshot, { limit: watched?.limit ?? null, from: watched?.from ?? null }) };
};

const endReasonOf = (snapshot: WhistleSnapshot) => dueReasonOf(snapshot, { limit: 'finish', from: snapshot.finishFrom });
const supervised: readonly ScriptedWhistleStep[] = [
  ['supervise', 'secretary'],
  ['receiveSupervision', 'leadHead'],
  ['replySupervision', 'leadHead'],
];

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
  it('calls a judgement of a reply by its legal limit', () => {
    const { snapshot } = walkWhistle([...wayToWhistle.blown, ...supervised]);
    const running = runningWhistleLimits(snapshot).find(({ limit }) => limit === 'judging');
    expect(running && dueReasonOf(snapshot, running)).toEqual({
      kind: 'limit',
      limit: whistleLimitsOf(snapshot).ruling,
      from: running?.from,
    });
  });
});

/** Acts that move the end of the plan, a day apart; the sample calendar has neither nights nor weekends. */
const acts: Record<string, readonly ScriptedWhistleStep[]> = {
  extension: [
    ['requestExtension', 'leadHandler'],
    ['grantExtension', 'streetOperator'],
  ],
  hold: [['requestHold', 'leadHead'], ['approveHold', 'streetOperator'], { action: 'resume', hat: 'streetOperator', now: DAY }],
  done: [
    ['completeTask', 'leadHandler'],
    ['completeTask', 'supportHandler'],
    ['completeTask', 'gridWorker'],
    ['complete', 'leadHandler'],
  ],
  redone: [
    ['completeTask', 'supportHandler'],
    ['complete', 'leadHandler'],
  ],
  rejected: [{ action: 'rejectWork', hat: 'inspector', input: { taskIds: [taskIds.urban] } }],
};

/** The acts in this order, each beginning so many days after the one before. */
function afterActs(steps: readonly string[]) {
  let walk: WhistleWalk = walkWhistle(wayToWhistle.executing);
  let now = T0;
  for (const each of steps) {
    const [name = '', wait = '0'] = each.split('+');
    now += Number(wait) * DAY;
    const start = now;
    for (const scripted of acts[name] ?? []) {
      const step = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
      now = start + (step.now ?? 0);
      const due = walk.snapshot?.finishDue?.at ?? 0;
      const until = step.action === 'requestHold' ? { input: { nextReviewAt: now + 2 * DAY } } : {};
      // more time is asked for before the end, done work is rejected whenever it is
      walk = walkWhistle([{ ...step, ...until, now: step.action === 'requestExtension' ? Math.min(now, due) : now }], walk);
    }
  }
  if (walk.snapshot === null) throw new Error('a whistle expected');
  return { snapshot: walk.snapshot, events: walk.events };
}

describe('the end of the plan is told by the act that made it the day it is', () => {
  const [soon, late] = [
    ['done', 'rejected'],
    ['done', 'rejected+4'],
  ] as const;
  it.each<[string, readonly string[], finish: string, task: string]>([
    ['the plan', [], 'plan', 'task'],
    ['more time', ['extension'], 'extended', 'extended'],
    ['a hold', ['hold'], 'plan held', 'task held'],
    ['a hold after the last day moves nothing', ['hold+6'], 'plan', 'task'],
    ['more time, a hold', ['extension', 'hold'], 'extended held', 'extended held'],
    ['a hold, more time', ['hold', 'extension'], 'extended held', 'extended held'],
    ['work done again that ends later', late, 'rework', 'rework'],
    ['work done again by the day before', soon, 'plan', 'plan'],
    ['more time, work done again by that day', ['extension', ...soon], 'extended', 'extended'],
    ['more time, work done again that ends later', ['extension', 'done', 'rejected+7'], 'rework', 'rework'],
    ['work done again, more time', [...late, 'extension'], 'extended', 'extended'],
    ['work done again by the day before, more time', [...soon, 'extension'], 'extended', 'extended'],
    ['a hold, work done again by that day', ['hold', ...soon], 'plan held', 'plan held'],
    ['a hold, work done again that ends later', ['hold', 'done', 'rejected+5'], 'rework', 'rework'],
    ['work done again, a hold', [...late, 'hold'], 'rework held', 'rework held'],
    ['more time, a hold, work done again', ['extension', 'hold', 'done', 'rejected+8'], 'rework', 'rework'],
    ['a hold, more time, work done again', ['hold', 'extension', 'done', 'rejected+8'], 'rework', 'rework'],
    ['more time, work done again, a hold', ['extension', 'done', 'rejected+7', 'hold'], 'rework held', 'rework held'],
    ['a hold, work done again, more time', ['hold', 'done', 'rejected+5', 'extension'], 'extended', 'extended'],
    ['work done again, more time, a hold', [...late, 'extension', 'hold'], 'extended held', 'extended held'],
    ['work done again, a hold, more time', [...late, 'hold', 'extension'], 'extended held', 'extended held'],
    ['work done again twice', [...late, 'redone', 'rejected+2'], 'rework', 'rework'],
  ])('%s', (_what, steps, finish, task) => {
    const { snapshot, events } = afterActs(steps);
    const told = (limit: 'finish' | 'task') => {
      const running = runningWhistleLimits(snapshot).find((each) => each.limit === limit && each.holder !== 'community');
      const reason = running && dueReasonOf(snapshot, running);
      return reason && [reason.kind, 'held' in reason && reason.held && 'held'].filter(Boolean).join(' ');
    };
    expect([told('finish'), told('task')]).toEqual([finish, task]);
    const rejection = events.findLast(({ type }) => type === 'AcceptanceFailed');
    if (finish.startsWith('rework')) {
      const limit = whistleLimitsOf(snapshot).rework;
      expect(endReasonOf(snapshot)).toMatchObject({ limit, from: rejection?.meta.at });
    }
    // a new calendar that moves nothing names the same act
    expect(recomputedWhistleDues({ snapshot, history: events }, sampleWhistleContext()).finishBy).toEqual(snapshot.finishBy);
  });

  it('is the plan where an earlier version folded the state', () => {
    const { finishBy: _none, ...old } = afterActs(['extension']).snapshot;
    expect(endReasonOf(old)).toEqual({ kind: 'plan', held: false });
  });
});

it('has a sentence and a few words for every reason, in both languages', () => {
  const limit = { amount: 4, unit: 'workingHours' } as const;
  const reasons: DueReason[] = [
    { kind: 'limit', limit, from: 1 },
    { kind: 'rework', limit, from: 1, held: false },
    { kind: 'rework', limit, from: 1, held: true },
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
