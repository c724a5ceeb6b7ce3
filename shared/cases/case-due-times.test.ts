import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../kernel/time.ts';
import { clockOf } from './case-clock.ts';
import { holderOf, nextStep } from './case-holder.ts';
import { caseNumber } from './case-number.ts';
import { applicant, personId, plainDue, sampleCommand, streetLamp, T0 } from './case-samples.ts';
import { caseIn, take, walkThrough, wayTo } from './case-walk.ts';
import { caseStates } from './cases-schema.ts';
import { evolveCase } from './evolve-case.ts';
import { defaultLimits, limitsFor, shareOf } from './limits.ts';
import { dueMoves, movedDues, recomputedDues } from './recomputed-dues.ts';
import { titleOf } from './title-of.ts';

const finish = (days: number, from = T0) => plainDue({ amount: days, unit: 'workingDays' }, from).at;

describe('due times along the way', () => {
  it('starts the finish limit at registration and the contact limit with it', () => {
    const snapshot = caseIn('registered');
    expect(snapshot.finishDue?.at).toBe(finish(5));
    expect(snapshot.contactDue?.at).toBe(T0 + 24 * HOUR);
    expect(snapshot.acceptDue?.at).toBe(T0 + 4 * HOUR);
  });

  it('adds an extension to the old due time, however late it is granted', () => {
    const late = T0 + 7 * DAY;
    const walk = walkThrough([
      ...wayTo.inProgress,
      ['requestExtension', 'departmentHandler'],
      { action: 'grantExtension', role: 'streetOperator', now: late },
    ]);
    expect(walk.snapshot.finishDue?.at).toBe(finish(8));
  });

  it('still leaves out a hold that lay before an extended due time', () => {
    const extended = walkThrough([
      ...wayTo.inProgress,
      ['requestExtension', 'departmentHandler'],
      { action: 'grantExtension', role: 'streetOperator', now: T0 + DAY },
      { action: 'requestHold', role: 'departmentLead', now: T0 + DAY },
      { action: 'approveHold', role: 'secretary', now: T0 + 2 * DAY },
    ]);
    const before = extended.snapshot.finishDue?.at ?? 0;
    const resumed = walkThrough([{ action: 'resume', role: 'secretary', now: T0 + 4 * DAY }], extended);
    expect(resumed.snapshot.finishDue?.at).toBe(before + 2 * DAY);
  });

  it('leaves out held time, twice over', () => {
    const first = walkThrough([...wayTo.onHold, { action: 'resume', role: 'secretary', now: T0 + 3 * DAY }]);
    expect(first.snapshot).toMatchObject({ state: 'inProgress', heldMs: 3 * DAY, heldAt: null, nextReviewAt: null });
    expect(first.snapshot.finishDue?.at).toBe(finish(8));
    const second = walkThrough(
      [
        { action: 'requestHold', role: 'departmentLead', now: T0 + 4 * DAY },
        { action: 'approveHold', role: 'secretary', now: T0 + 5 * DAY },
        { action: 'resume', role: 'departmentLead', now: T0 + 6 * DAY },
      ],
      first,
    );
    expect(second.snapshot.finishDue?.at).toBe(finish(9));
    expect(second.snapshot.finishClock?.holds).toEqual([
      { from: T0, to: T0 + 3 * DAY },
      { from: T0 + 5 * DAY, to: T0 + 6 * DAY },
    ]);
  });

  it.each([
    { what: 'early: the old due time stays', at: T0 + DAY, due: finish(5) },
    { what: 'late: half of the base limit from now', at: T0 + 4 * DAY, due: finish(3, T0 + 4 * DAY) },
  ])('gives a rework the later of both, $what', ({ at, due }) => {
    const walk = walkThrough([...wayTo.feedback, { action: 'inspectFail', role: 'inspector', now: at }]);
    expect(walk.snapshot).toMatchObject({ state: 'inProgress', reworkCount: 1 });
    expect(walk.snapshot.finishDue?.at).toBe(due);
  });

  it('sends a failed self-handled case to its first dispatch', () => {
    const walk = walkThrough([
      ['submit', 'gridWorker'],
      ['selfHandle', 'gridWorker'],
      ['inspectFail', 'inspector'],
      ['dispatch', 'streetOperator'],
    ]);
    expect(walk.snapshot.state).toBe('dispatched');
  });

  it('recomputes what still runs or was provisional; a limit that is met stays, and so does an imported due time', () => {
    const snapshot = caseIn('dispatched');
    const later: typeof plainDue = (...args) => ({ ...plainDue(...args), at: plainDue(...args).at + DAY, calendarVersion: 2 });
    const renewed = recomputedDues(snapshot, later);
    expect(renewed.finishDue).toMatchObject({ at: finish(6), calendarVersion: 2 });
    expect(renewed.signDue?.at).toBe(T0 + 4 * HOUR + DAY);
    expect(renewed.acceptDue).toEqual(snapshot.acceptDue);
    expect(movedDues(snapshot, renewed)).toEqual(['finishDue', 'contactDue', 'signDue', 'objectionDue']);
    const provisional = { ...snapshot, acceptDue: { at: T0 + HOUR, provisional: true, calendarVersion: 1 } };
    expect(recomputedDues(provisional, later).acceptDue).toMatchObject({ at: T0 + 4 * HOUR + DAY, provisional: false });
    expect(movedDues(snapshot, recomputedDues({ ...snapshot, imported: true }, later))).toEqual([]);
    expect(movedDues(caseIn('feedback'), recomputedDues(caseIn('feedback'), later))).toEqual(['inspectionDue']);
  });

  it('recomputes until when what is asked is decided on, and says what moved', () => {
    const later: typeof plainDue = (...args) => ({ ...plainDue(...args), at: plainDue(...args).at + DAY, calendarVersion: 2 });
    const walk = walkThrough([...wayTo.inProgress, ['requestExtension', 'departmentHandler']]);
    const asked = walk.snapshot.extensionAsked;
    const payload = recomputedDues(walk.snapshot, later);
    expect(payload.extensionDue).toMatchObject({ at: (asked?.due?.at ?? 0) + DAY, calendarVersion: 2 });
    expect([payload.holdDue, payload.voidDue]).toEqual([undefined, undefined]);
    expect(movedDues(walk.snapshot, payload)).toContain('extensionDue');
    const meta = { seq: walk.snapshot.version + 1, at: T0 + DAY, actorId: personId(1), v: 1 };
    const event = { type: 'DueRecomputed', payload, meta } as const;
    const after = evolveCase(walk.snapshot, event);
    expect(after.extensionAsked).toEqual({ ...asked, due: payload.extensionDue });
    expect('extensionDue' in after).toBe(false);
    expect(
      dueMoves([...walk.events, event])
        .get(meta.seq)
        ?.map(({ due }) => due),
    ).toContain('extensionDue');
    const { due: _none, ...old } = asked ?? { due: undefined };
    expect(recomputedDues({ ...walk.snapshot, extensionAsked: old as typeof asked }, later).extensionDue).toBeUndefined();
  });
});

describe('limits', () => {
  it('lets the category override its own urgency only', () => {
    const category = { ...streetLamp, limits: { finish: { amount: 2, unit: 'workingDays' as const }, extension: null } };
    expect(limitsFor(category, 'normal')).toEqual({ ...defaultLimits.normal, finish: { amount: 2, unit: 'workingDays' }, extension: null });
    expect(limitsFor(category, 'emergency')).toEqual(defaultLimits.emergency);
  });

  it.each([
    [
      { amount: 5, unit: 'workingDays' },
      { amount: 3, unit: 'workingDays' },
    ],
    [
      { amount: 24, unit: 'hours' },
      { amount: 12, unit: 'hours' },
    ],
    [
      { amount: 1, unit: 'hours' },
      { amount: 30, unit: 'minutes' },
    ],
    [
      { amount: 1, unit: 'workingDays' },
      { amount: 1, unit: 'workingDays' },
    ],
  ] as const)('takes half of %j', (limit, half) => {
    expect(shareOf(limit, 0.5)).toEqual(half);
  });
});

describe('the clock of a case', () => {
  const running = {
    reported: 'accept',
    verifying: 'accept',
    registered: 'finish',
    dispatched: 'sign',
    objected: 'finish',
    inProgress: 'contact',
    onHold: 'finish',
    feedback: 'inspection',
    closed: 'callback',
  } as const;
  it.each(caseStates)('runs the right limit while %s', (state) => {
    expect(clockOf(caseIn(state), T0).limit).toBe(Object.entries(running).find(([key]) => key === state)?.[1] ?? null);
  });

  it('turns yellow at 80 %, red after the due time and never while held', () => {
    const snapshot = caseIn('dispatched');
    const light = (ms: number) => clockOf(snapshot, T0 + ms).light;
    expect([light(0), light(0.8 * 4 * HOUR - 1), light(0.8 * 4 * HOUR), light(4 * HOUR), light(4 * HOUR + 1)]).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
    expect(clockOf(snapshot, T0 + 5 * HOUR)).toMatchObject({ overdue: true, remainingMs: -HOUR });
    expect(clockOf(caseIn('onHold'), T0 + 90 * DAY)).toMatchObject({
      held: true,
      overdue: false,
      light: 'grey',
      nextReviewAt: T0 + 10 * DAY,
    });
  });

  it('goes on with the finish limit once the applicant was contacted', () => {
    const walk = walkThrough([...wayTo.inProgress, ['contact', 'departmentHandler']]);
    expect(clockOf(walk.snapshot, T0)).toMatchObject({ limit: 'finish', due: { at: finish(5) } });
    expect(nextStep(walk.snapshot)).toBe('support');
  });

  it('names who holds it', () => {
    expect(holderOf(caseIn('inProgress'))).toEqual({ kind: 'leadUnit', departmentId: caseIn('inProgress').leadUnitId });
    expect(holderOf(caseIn('feedback')).kind).toBe('inspector');
    expect(holderOf(caseIn('reviewed')).kind).toBe('nobody');
    for (const state of caseStates) expect(nextStep(caseIn(state)) === null).toBe(holderOf(caseIn(state)).kind === 'nobody');
  });
});

describe('number and title', () => {
  it('counts months in the zone of the district', () => {
    expect(new Date(T0).toISOString()).toBe('2026-11-17T01:00:00.000Z');
    expect(caseNumber({ at: T0, timeZone: 'Asia/Shanghai', sequence: 112 })).toBe('2611-0112');
    expect(caseNumber({ at: Date.UTC(2026, 10, 30, 16), timeZone: 'Asia/Shanghai', sequence: 12_345 })).toBe('2612-12345');
  });

  it('takes the first sentence as title', () => {
    expect(titleOf('路灯不亮。老人晚上不敢走')).toBe('路灯不亮');
    expect(Array.from(titleOf('灯'.repeat(60)))).toHaveLength(40);
    expect(titleOf('  \n ')).toBe('');
  });

  it('marks the applicant as such in notes and callbacks', () => {
    const command = sampleCommand('addNote', { role: 'resident', snapshot: caseIn('inProgress') });
    const { decision } = take(walkThrough(wayTo.inProgress), { action: 'addNote', role: 'resident', actor: applicant, command });
    expect(decision).toMatchObject({ events: [{ type: 'NoteAdded', payload: { fromApplicant: true } }] });
  });
});
