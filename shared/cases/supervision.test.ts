import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../kernel/time.ts';
import { LEAD, sampleActor, sampleCommand, samplePost, T0, TEAM } from './case-samples.ts';
import { take, type Walk, walkThrough, wayTo } from './case-walk.ts';
import type { CaseAction } from './cases-actions.ts';
import type { CaseState, SupervisionLevel } from './cases-schema.ts';
import { replayCase } from './evolve-case.ts';
import { change } from './guard-line.ts';
import { runningLimitsOf } from './running-limits.ts';
import { mayIssue, supervisionLateMs } from './supervision.ts';

type By = Parameters<typeof sampleActor>[0];
const act = (walk: Walk, action: CaseAction, by: By, over: { input?: Record<string, unknown>; n?: number; now?: number } = {}) => {
  const command = change(sampleCommand(action, { role: by, snapshot: walk.snapshot }), over.input);
  return take(walk, { action, role: by, command, actor: sampleActor(by, over.n ?? 0), now: over.now ?? T0 });
};
const code = ({ decision }: ReturnType<typeof act>) => (decision.ok ? 'ok' : decision.refusal.code);
const supervised = (state: CaseState, level: SupervisionLevel = 'normal') =>
  act(walkThrough(wayTo[state]), 'supervise', 'secretary', { input: { level } }).walk;

describe('supervisionLateMs', () => {
  const replied = (at: number) => ({ until: T0, reply: { at } });
  it.each([
    ['at its hour, unanswered', { until: T0, reply: null }, T0, null],
    ['an hour after it, unanswered', { until: T0, reply: null }, T0 + HOUR, HOUR],
    ['answered in time, read a day later', replied(T0 - HOUR), T0 + DAY, null],
    ['answered two hours late, read a day later', replied(T0 + 2 * HOUR), T0 + DAY, 2 * HOUR],
  ])('%s', (_, supervision, now, late) => {
    expect(supervisionLateMs(supervision, now)).toBe(late);
  });
});

describe('levels of a supervision', () => {
  it.each<[SupervisionLevel | null, SupervisionLevel, boolean]>([
    [null, 'normal', true],
    [null, 'urgent', true],
    [null, 'final', false],
    ['normal', 'normal', false],
    ['normal', 'urgent', true],
    ['normal', 'final', true],
    ['urgent', 'normal', false],
    ['urgent', 'urgent', false],
    ['urgent', 'final', true],
    ['final', 'normal', false],
    ['final', 'urgent', false],
    ['final', 'final', false],
  ])('after %s comes %s: %s', (open, level, allowed) => {
    expect(mayIssue(open && { level: open }, level)).toBe(allowed);
  });

  it('keeps the final one for the street, after another', () => {
    const fresh = walkThrough(wayTo.inProgress);
    const final = { input: { level: 'final' } };
    expect(code(act(fresh, 'supervise', 'streetOperator', final))).toBe('supervisionFinalFirst');
    expect(code(act(fresh, 'supervise', 'secretary', final))).toBe('supervisionFinalByStreet');
    const urgent = supervised('inProgress', 'urgent');
    expect(code(act(urgent, 'supervise', 'secretary', final))).toBe('supervisionFinalByStreet');
    const last = act(urgent, 'supervise', 'streetOperator', final).walk;
    expect(last.snapshot?.supervision).toMatchObject({ level: 'final', state: 'issued', departmentId: LEAD });
    expect(code(act(last, 'supervise', 'streetOperator', { input: { level: 'urgent' } }))).toBe('supervisionLevelUsed');
    expect(last.snapshot?.supervisionCounts).toEqual({ normal: 0, urgent: 1, final: 1 });
  });

  it('ends after six', () => {
    let walk: Walk = walkThrough(wayTo.inProgress);
    for (let round = 0; round < 6; round += 1) {
      walk = act(walk, 'supervise', 'secretary', { input: { level: 'normal' } }).walk;
      walk = act(walk, 'acknowledgeSupervision', 'departmentHandler').walk;
      walk = act(walk, 'replySupervision', 'departmentHandler').walk;
      walk = act(walk, 'closeSupervision', 'secretary').walk;
    }
    expect(walk.snapshot?.supervisionCounts.normal).toBe(6);
    expect(code(act(walk, 'supervise', 'secretary'))).toBe('supervisionsUsed');
  });
});

describe('receipt and reply', () => {
  it('goes issued, received, replied, given back, replied, closed', () => {
    const issued = supervised('inProgress');
    expect(code(act(issued, 'replySupervision', 'departmentHandler'))).toBe('supervisionNotReceived');
    expect(code(act(issued, 'closeSupervision', 'secretary'))).toBe('supervisionUnanswered');
    const received = act(issued, 'acknowledgeSupervision', 'departmentLead', { now: T0 + HOUR }).walk;
    expect(received.snapshot?.supervision).toMatchObject({
      state: 'received',
      receivedAt: T0 + HOUR,
      receivedById: sampleActor('departmentLead').userId,
    });
    expect(code(act(received, 'acknowledgeSupervision', 'departmentHandler'))).toBe('supervisionReceived');
    const replied = act(received, 'replySupervision', 'departmentHandler', { input: { text: '明天上午' } }).walk;
    expect(replied.snapshot?.supervision).toMatchObject({ state: 'replied', reply: { text: '明天上午', late: false } });
    expect(code(act(replied, 'replySupervision', 'departmentHandler'))).toBe('supervisionReplied');
    const back = act(replied, 'returnSupervision', 'secretary').walk;
    expect(back.snapshot?.supervision).toMatchObject({ state: 'received', reply: null, returnCount: 1 });
    const again = act(back, 'replySupervision', 'departmentHandler', { now: T0 + DAY + 1 }).walk;
    expect(again.snapshot).toMatchObject({ lateReplyCount: 1, supervision: { reply: { late: true } } });
    const closed = act(again, 'closeSupervision', 'secretary').walk;
    expect(closed.snapshot).toMatchObject({ state: 'inProgress', supervision: { state: 'closed', reply: { late: true } } });
    expect(code(act(closed, 'replySupervision', 'departmentHandler'))).toBe('notSupervised');
    expect(code(act(closed, 'closeSupervision', 'secretary'))).toBe('notSupervised');
    expect(code(act(closed, 'supervise', 'secretary', { input: { level: 'normal' } }))).toBe('ok');
  });

  it('is on time up to the promised instant', () => {
    const received = act(supervised('inProgress'), 'acknowledgeSupervision', 'departmentHandler').walk;
    const reply = act(received, 'replySupervision', 'departmentHandler', { now: T0 + DAY }).walk;
    expect(reply.snapshot?.supervision?.reply?.late).toBe(false);
  });

  it.each<[CaseState, By, string]>([
    ['reported', 'dispatcher', 'ok'],
    ['reported', 'gridWorker', 'ok'],
    ['registered', 'dispatcher', 'ok'],
    ['reported', 'departmentHandler', 'outsideScope'],
    ['inProgress', 'departmentHandler', 'ok'],
    ['dispatched', 'departmentLead', 'ok'],
    ['inProgress', 'dispatcher', 'supervisionForOthers'],
    ['inProgress', 'gridWorker', 'supervisionForOthers'],
    ['inProgress', 'secretary', 'supervisionForOthers'],
  ])('in %s the %s answers: %s', (state, by, answer) => {
    expect(code(act(supervised(state), 'acknowledgeSupervision', by))).toBe(answer);
  });

  it('is never answered by whoever issued it nor judged by whoever answered it', () => {
    expect(code(act(supervised('reported'), 'acknowledgeSupervision', 'secretary'))).toBe('ownSupervision');
    const byOther = act(supervised('reported'), 'acknowledgeSupervision', 'secretary', { n: 1 }).walk;
    const replied = act(byOther, 'replySupervision', 'secretary', { n: 1 }).walk;
    expect(code(act(replied, 'closeSupervision', 'secretary', { n: 1 }))).toBe('ownReply');
    const street = { ...sampleActor('secretary', 1), posts: [samplePost('streetOperator')] };
    const command = sampleCommand('closeSupervision', { role: 'streetOperator', snapshot: replied.snapshot });
    expect(take(replied, { action: 'closeSupervision', role: 'streetOperator', actor: street, command }).decision).toMatchObject({
      refusal: { code: 'ownReply' },
    });
  });

  it('is judged by the issuer or the street, by nobody else', () => {
    const received = act(supervised('inProgress'), 'acknowledgeSupervision', 'departmentHandler').walk;
    const replied = act(received, 'replySupervision', 'departmentHandler').walk;
    expect(code(act(replied, 'closeSupervision', 'secretary', { n: 1 }))).toBe('supervisionOfOthers');
    expect(code(act(replied, 'returnSupervision', 'streetOperator'))).toBe('ok');
    expect(code(act(replied, 'closeSupervision', 'streetOperator'))).toBe('ok');
  });

  it('follows the case to its new unit, which signs for it anew', () => {
    const received = act(supervised('dispatched'), 'acknowledgeSupervision', 'departmentHandler').walk;
    const objected = act(received, 'object', 'departmentLead').walk;
    const upheld = act(objected, 'upholdObjection', 'streetOperator', { n: 1 }).walk;
    expect(upheld.snapshot?.supervision).toMatchObject({ departmentId: null, state: 'issued', receivedAt: null });
    const again = act(upheld, 'dispatch', 'dispatcher').walk;
    expect(again.snapshot?.supervision).toMatchObject({ departmentId: TEAM, state: 'issued' });
  });

  it.each<[string, CaseAction, By, CaseState, Record<string, unknown>?]>([
    ['declined', 'decline', 'dispatcher', 'reported'],
    ['diverted', 'divert', 'dispatcher', 'reported'],
    ['found untrue', 'answerVerification', 'gridWorker', 'verifying', { isTrue: false }],
    ['inspected and closed', 'inspectPass', 'inspector', 'feedback'],
    ['voided', 'approveVoid', 'secretary', 'inProgress'],
  ])('is settled and its clock stops when the case is %s', (_, action, by, state, input = {}) => {
    const open =
      action === 'approveVoid'
        ? act(supervised(state), 'requestVoid', 'dispatcher', { input: { reason: 'withdrawn' } }).walk
        : supervised(state);
    const limits = ({ snapshot }: Walk) => (snapshot === null ? [] : runningLimitsOf(snapshot).map(({ key }) => key));
    expect(limits(open)).toContain('supervision');
    const { walk } = act(open, action, by, { input });
    expect(walk.snapshot?.supervision).toMatchObject({ state: 'closed', reply: null });
    expect(limits(walk)).not.toContain('supervision');
    for (const step of ['acknowledgeSupervision', 'closeSupervision'] as const)
      expect(code(act(walk, step, step === 'closeSupervision' ? 'secretary' : 'dispatcher'))).not.toBe('ok');
    expect(replayCase(walk.events)).toEqual(walk.snapshot);
  });
});

describe('what is asked is limited and counted', () => {
  it('allows three holds and counts their time', () => {
    let walk: Walk = walkThrough(wayTo.inProgress);
    for (let round = 1; round <= 3; round += 1) {
      walk = act(walk, 'requestHold', 'departmentLead').walk;
      walk = act(walk, 'approveHold', 'secretary', { now: T0 + round * DAY }).walk;
      walk = act(walk, 'resume', 'secretary', { now: T0 + round * DAY + HOUR }).walk;
      expect(walk.snapshot).toMatchObject({ state: 'inProgress', holdCount: round, heldMs: round * HOUR });
    }
    expect(code(act(walk, 'requestHold', 'departmentLead'))).toBe('holdsUsed');
  });

  it.each<[CaseAction, By, CaseAction, By, 'extensionRefusedCount' | 'holdRefusedCount' | 'voidRefusedCount']>([
    ['requestExtension', 'departmentHandler', 'refuseExtension', 'streetOperator', 'extensionRefusedCount'],
    ['requestHold', 'departmentLead', 'refuseHold', 'secretary', 'holdRefusedCount'],
    ['requestVoid', 'dispatcher', 'refuseVoid', 'secretary', 'voidRefusedCount'],
  ])('%s is not asked again after three refusals', (ask, asker, refuse, judge, count) => {
    let walk: Walk = walkThrough(wayTo.inProgress);
    for (let round = 1; round <= 3; round += 1) {
      walk = act(act(walk, ask, asker).walk, refuse, judge).walk;
      expect(walk.snapshot?.[count]).toBe(round);
    }
    expect(code(act(walk, ask, asker))).toBe('refusedTooOften');
  });

  it('replays a supervision of before, which names no unit, as one for the unit that led then', () => {
    const { events } = supervised('inProgress');
    const old = events.map((event) => {
      if (event.type !== 'SupervisionIssued') return event;
      const { departmentId: _, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(replayCase(old)).toEqual(replayCase(events));
    expect(replayCase(old)?.supervision?.departmentId).toBe(LEAD);
  });
});
