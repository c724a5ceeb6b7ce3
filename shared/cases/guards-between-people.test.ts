import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../identity/identity-schema.ts';
import type { UserId } from '../kernel/ids.ts';
import { HOUR } from '../kernel/time.ts';
import { applicant, personId, plainDue, SUPPORT, sampleActor, sampleCommand, samplePost, T0 } from './case-samples.ts';
import { take, type Walk, walkThrough, wayTo } from './case-walk.ts';
import { replayCase } from './evolve-case.ts';
import { change } from './guard-line.ts';

describe('guards between people', () => {
  it('keeps inspection out of the hands of everybody who handled the case', () => {
    const walk = walkThrough([{ action: 'submit', role: 'gridWorker' }, ['selfHandle', 'gridWorker']]);
    expect(take(walk, { action: 'inspectPass', role: 'gridWorker' }).decision).toMatchObject({ refusal: { code: 'handlerMayNotInspect' } });
    expect(take(walk, { action: 'inspectPass', role: 'gridWorker', actor: sampleActor('gridWorker', 1) }).decision.ok).toBe(true);
    const handler = sampleActor('departmentHandler');
    const both = { ...handler, posts: [...handler.posts, samplePost('inspector')] };
    expect(take(walkThrough(wayTo.feedback), { action: 'inspectPass', role: 'inspector', actor: both }).decision).toMatchObject({
      refusal: { code: 'handlerMayNotInspect' },
    });
  });

  it('lets nobody verify the own report, and asks no verification of a grid worker', () => {
    const visit = change(sampleCommand('submit', { role: 'gridWorker', snapshot: null }), { source: 'visit' });
    const walk = walkThrough([{ action: 'submit', role: 'gridWorker', command: visit }, ['requestVerification', 'dispatcher']]);
    expect(take(walk, { action: 'answerVerification', role: 'gridWorker' }).decision).toMatchObject({
      refusal: { code: 'verifyOwnReport' },
    });
    const own = walkThrough([['submit', 'gridWorker']]);
    expect(take(own, { action: 'requestVerification', role: 'dispatcher' }).decision).toMatchObject({
      refusal: { code: 'verificationNotNeeded' },
    });
  });

  it('has nobody to contact when staff found it themselves', () => {
    const walk = walkThrough([
      ['submit', 'gridWorker'],
      ['register', 'dispatcher'],
      ['dispatch', 'streetOperator'],
      ['sign', 'departmentHandler'],
    ]);
    expect(walk.snapshot.contactDue).toBeNull();
    expect(take(walk, { action: 'contact', role: 'departmentHandler' }).decision).toMatchObject({ refusal: { code: 'noApplicant' } });
    const closed = walkThrough(
      [
        ['recordSupportResult', 'departmentHandler'],
        ['submitFeedback', 'departmentHandler'],
        ['inspectPass', 'inspector'],
      ],
      walk,
    );
    for (const action of ['tryCallback', 'recordCallback', 'markUnreachable'] as const)
      expect(take(closed, { action, role: 'callbackOfficer' }).decision).toMatchObject({ refusal: { code: 'noApplicant' } });
  });

  it('locks the lead after an overruled objection and counts from the ruling', () => {
    const ruling = T0 + 5 * HOUR;
    const reviewer = sampleActor('streetOperator', 1);
    const walk = walkThrough([...wayTo.objected, { action: 'overruleObjection', role: 'streetOperator', actor: reviewer, now: ruling }]);
    expect(walk.snapshot).toMatchObject({ state: 'dispatched', leadLocked: true, dispatchedAt: ruling });
    expect(walk.snapshot.finishDue).toEqual(plainDue({ amount: 5, unit: 'workingDays' }, ruling));
    expect(take(walk, { action: 'object', role: 'departmentLead', now: ruling }).decision).toMatchObject({
      refusal: { code: 'alreadyObjected' },
    });
  });

  it('voids a report that is not true', () => {
    const walk = walkThrough(wayTo.verifying);
    const command = change(sampleCommand('answerVerification', { role: 'gridWorker', snapshot: walk.snapshot }), { isTrue: false });
    expect(take(walk, { action: 'answerVerification', role: 'gridWorker', command }).walk.snapshot?.state).toBe('void');
  });

  it('reopens once by itself, further times by an officer', () => {
    const unsolved = (now: number) => {
      const input = { solved: 'no', rating: null };
      return (walk: Walk) => {
        const command = change(sampleCommand('recordCallback', { role: 'resident', snapshot: walk.snapshot }), input);
        return take(walk, { action: 'recordCallback', role: 'resident', actor: applicant, command, now }).walk;
      };
    };
    const reviewed = unsolved(T0)(walkThrough(wayTo.closed));
    const again = take(reviewed, { action: 'reopen', role: 'system' }).walk;
    expect(again.snapshot).toMatchObject({
      state: 'inProgress',
      reopenCount: 1,
      reopenedAutomatically: true,
      callback: null,
      closedAt: null,
    });
    const second = unsolved(T0)(
      walkThrough(
        [
          ['submitFeedback', 'departmentHandler'],
          ['inspectPass', 'inspector'],
        ],
        again,
      ),
    );
    expect(take(second, { action: 'reopen', role: 'system' }).decision).toMatchObject({ refusal: { code: 'reopenedAlready' } });
    expect(take(second, { action: 'reopen', role: 'callbackOfficer' }).walk.snapshot).toMatchObject({ reopenCount: 2 });
  });

  it('keeps two posts of one person from deciding what that person asked', () => {
    const lead = sampleActor('departmentLead');
    const both = { ...lead, posts: [...lead.posts, samplePost('secretary')], userId: personId(500) };
    const walk = walkThrough([...wayTo.inProgress, { action: 'requestHold', role: 'departmentLead', actor: both }]);
    expect(take(walk, { action: 'approveHold', role: 'secretary', actor: both }).decision).toMatchObject({
      refusal: { code: 'ownRequest' },
    });
  });

  it.each([
    [1, true],
    [2, true],
    [3, false],
    [null, false],
  ])('reopens a solved case with rating %s when the complaint is verified: %s', (rating, reopened) => {
    const closed = walkThrough(wayTo.closed);
    const command = change(sampleCommand('recordCallback', { role: 'callbackOfficer', snapshot: closed.snapshot }), {
      solved: 'yes',
      rating,
    });
    const reviewed = walkThrough([{ action: 'recordCallback', role: 'callbackOfficer', command }], closed);
    const ask = (ground: string) => change(sampleCommand('reopen', { role: 'callbackOfficer', snapshot: reviewed.snapshot }), { ground });
    const reopen = (ground: string) => take(reviewed, { action: 'reopen', role: 'callbackOfficer', command: ask(ground) }).decision.ok;
    expect(reopen('complaintVerified')).toBe(reopened);
    expect(reopen('notSolved')).toBe(false);
  });

  it('lets nobody rule on an own order, nor on a case sent first, while somebody else can', () => {
    const [first, second, third] = [0, 1, 2].map((n) => sampleActor('streetOperator', n));
    if (!first || !second || !third) throw new Error('three operators expected');
    const street = (...people: Actor[]) => ({ reviewerIds: people.map((person) => person.userId) });
    const disputed = (people: Actor[]) => {
      const upheld = walkThrough([...wayTo.objected, { action: 'upholdObjection', role: 'streetOperator', actor: second }]);
      expect(upheld.snapshot).toMatchObject({ state: 'registered', leadUnitId: null, supportUnits: [], dispatchedAt: null, signDue: null });
      // the first order went to the department, so this one goes to a unit that was not released
      const command = change(sampleCommand('dispatch', { role: 'streetOperator', snapshot: upheld.snapshot }), {
        leadUnitId: SUPPORT,
        supportUnitIds: [],
      });
      const again = walkThrough([{ action: 'dispatch', role: 'streetOperator', actor: second, command }], upheld);
      return walkThrough([{ action: 'object', role: 'departmentLead', context: street(...people) }], again);
    };
    const mayRule = (walk: Walk, actor: Actor) => take(walk, { action: 'overruleObjection', role: 'streetOperator', actor }).decision.ok;
    const three = disputed([first, second, third]);
    expect(three.snapshot).toMatchObject({ dispatchCount: 2, firstDispatcherId: first.userId, dispatchedById: second.userId });
    expect([first, second, third].map((actor) => mayRule(three, actor))).toEqual([false, false, true]);
    // a street of two: the first dispatcher rules on the other's order, nobody on an own one
    expect([first, second].map((actor) => mayRule(disputed([first, second]), actor))).toEqual([true, false]);
    // of two, the other rules on the first order
    const once = walkThrough([...wayTo.dispatched, { action: 'object', role: 'departmentLead', context: street(first, second) }]);
    expect([first, second].map((actor) => mayRule(once, actor))).toEqual([false, true]);
    const after = take(once, { action: 'overruleObjection', role: 'streetOperator', actor: second }).walk;
    expect(after.snapshot).toMatchObject({ barredReviewerIds: [], objectedAt: null });
  });

  it('takes the first dispatcher for the one who may not rule where an event of before does not say', () => {
    const { events } = walkThrough(wayTo.objected);
    const old = events.map((event) => {
      if (event.type !== 'DispatchObjected') return event;
      const { barredReviewerIds: _, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(replayCase(old)?.barredReviewerIds).toEqual([sampleActor('streetOperator').userId]);
  });

  it('lets the office answer a verification only when no grid worker but the reporter can go', () => {
    const walk = walkThrough(wayTo.verifying);
    const worker = sampleActor('gridWorker').userId;
    const answer = (role: Role, over: Record<string, unknown>, verifierIds: readonly UserId[]) => {
      const command = change(sampleCommand('answerVerification', { role, snapshot: walk.snapshot }), over);
      const { decision } = take(walk, { action: 'answerVerification', role, command, context: { verifierIds } });
      return decision.ok ? 'ok' : decision.refusal.code;
    };
    const unseen = { photoIds: [], note: '打电话问了两户，属实' };
    expect(answer('dispatcher', unseen, [worker])).toBe('gridWorkerInPost');
    expect(answer('secretary', unseen, [worker])).toBe('gridWorkerInPost');
    expect(answer('dispatcher', unseen, [])).toBe('ok');
    expect(answer('secretary', unseen, [])).toBe('ok');
    expect(answer('dispatcher', unseen, [applicant.userId])).toBe('ok');
    expect(answer('dispatcher', { photoIds: [], note: '' }, [])).toBe('verificationReasonMissing');
    expect(answer('gridWorker', unseen, [worker])).toBe('photoMissing');
  });

  it('drops requests that the finished work has overtaken', () => {
    const walk = walkThrough([
      ...wayTo.inProgress,
      ['requestExtension', 'departmentHandler'],
      ['requestHold', 'departmentLead'],
      ['recordSupportResult', 'departmentHandler'],
      ['submitFeedback', 'departmentHandler'],
    ]);
    expect(walk.snapshot).toMatchObject({ state: 'feedback', extensionAsked: null, holdAsked: null });
  });

  it('names the true ground: not solved with a good rating is no bad rating', () => {
    const closed = walkThrough(wayTo.closed);
    const command = change(sampleCommand('recordCallback', { role: 'callbackOfficer', snapshot: closed.snapshot }), {
      solved: 'no',
      rating: 4,
    });
    const reviewed = walkThrough([{ action: 'recordCallback', role: 'callbackOfficer', command }], closed);
    const wrong = change(sampleCommand('reopen', { role: 'callbackOfficer', snapshot: reviewed.snapshot }), {
      ground: 'complaintVerified',
    });
    expect(take(reviewed, { action: 'reopen', role: 'callbackOfficer', command: wrong }).decision).toMatchObject({
      refusal: { code: 'reopenGroundMissing' },
    });
    expect(take(reviewed, { action: 'reopen', role: 'callbackOfficer' }).decision.ok).toBe(true);
  });
});
