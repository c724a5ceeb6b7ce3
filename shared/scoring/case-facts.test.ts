import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Due } from '../calendar/calendar-schema.ts';
import type { CaseEvent, NewCaseEvent } from '../cases/cases-events.ts';
import type { CaseSource } from '../cases/cases-schema.ts';
import { replayCase } from '../cases/evolve-case.ts';
import { defaultLimits } from '../cases/limits.ts';
import { type CaseId, caseId, departmentId, userId } from '../kernel/ids.ts';
import { caseFacts, foldFacts } from './case-facts.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const idOf = (n: number): CaseId => caseId.parse(uuid(n));
const actorId = userId.parse(uuid(900));
const unit = departmentId.parse(uuid(800));
const due = (at: number): Due => ({ at, provisional: false, calendarVersion: 1 });
const placed = { placement: 'inside', unitId: null, unitPath: null, scopePath: '/1/', gridId: null, communityId: null } as const;
const category = { categoryScheme: 'cm', categoryCode: '01-001' } as const;

const report = (n: number, source: CaseSource = 'resident'): NewCaseEvent => ({
  type: 'CaseReported',
  payload: {
    caseId: idOf(n),
    kind: 'complaint',
    source,
    ...category,
    title: 't',
    point: null,
    address: 'a',
    placed,
    applicantId: null,
    hasApplicant: true,
    photoIds: [],
    acceptDue: null,
    capturedAt: null,
    livelihood: false,
    imported: false,
  },
});
const register = (finish: number, contact: number): NewCaseEvent => ({
  type: 'CaseRegistered',
  payload: {
    caseNo: 'n',
    kind: 'complaint',
    urgency: 'normal',
    ...category,
    placed,
    point: null,
    address: null,
    limits: defaultLimits.normal,
    finishDue: due(finish),
    finishClock: null,
    contactDue: due(contact),
    duplicateOfId: null,
  },
});
const dispatch: NewCaseEvent = {
  type: 'CaseDispatched',
  payload: { leadUnitId: unit, supportUnitIds: [], note: '', signDue: null, objectionDue: null },
};
const sign: NewCaseEvent = { type: 'CaseSigned', payload: { unitId: unit } };
const contact = (contactAt: number): NewCaseEvent => ({
  type: 'ApplicantContacted',
  payload: { way: 'phone', outcome: 'reached', note: '', contactAt },
});
const extend = (at: number): NewCaseEvent => ({
  type: 'ExtensionGranted',
  payload: { finishDue: due(at), extension: { amount: 1, unit: 'hours' } },
});
const held: NewCaseEvent = { type: 'CaseHeld', payload: { nextReviewAt: 9999 } };
const resume = (at: number): NewCaseEvent => ({ type: 'CaseResumed', payload: { heldMs: 1, finishDue: due(at) } });
const feedback: NewCaseEvent = { type: 'FeedbackSubmitted', payload: { result: 'r', photoIds: [], costFen: null, inspectionDue: null } };
const proof = { photoIds: [], documentIds: [], distanceM: null };
const fail = (at: number): NewCaseEvent => ({
  type: 'InspectionFailed',
  payload: { reason: 'r', ...proof, finishDue: due(at), finishClock: null },
});
const close: NewCaseEvent = { type: 'CaseClosed', payload: { note: '', ...proof, callbackDue: null } };
const callback = (solved: 'yes' | 'partly' | 'no', rating: 1 | 5 | null): NewCaseEvent => ({
  type: 'CallbackRecorded',
  payload: { solved, rating, note: '', by: 'officer' },
});
const reopen = (at: number): NewCaseEvent => ({
  type: 'CaseReopened',
  payload: { ground: 'notSolved', reason: 'r', automatic: true, finishDue: due(at), finishClock: null },
});
const voided: NewCaseEvent = { type: 'CaseVoided', payload: {} };
const recomputed = (finish: number): NewCaseEvent => ({
  type: 'DueRecomputed',
  payload: {
    acceptDue: null,
    finishDue: due(finish),
    contactDue: due(150),
    signDue: null,
    objectionDue: null,
    inspectionDue: null,
    callbackDue: null,
  },
});

/** Events at 100, 110, 120 … in order. */
const story = (...events: NewCaseEvent[]): CaseEvent[] =>
  events.map((event, i) => ({ ...event, meta: { seq: i + 1, at: 100 + i * 10, actorId, v: 1 } }));

const long = story(
  report(1),
  register(500, 150),
  dispatch,
  sign,
  contact(125),
  extend(900),
  held,
  resume(950),
  feedback,
  fail(1000),
  feedback,
  close,
  callback('no', 1),
  reopen(1400),
  feedback,
  close,
  callback('yes', 5),
);

describe('facts of a case', () => {
  it('holds the due time in force at the instant asked', () => {
    const dueAsOf = (at: number) => caseFacts(long, at)?.finishDue ?? null;
    expect([99, 100, 110, 149, 150, 169, 170, 190, 230].map(dueAsOf)).toEqual([null, null, 500, 500, 900, 900, 950, 1000, 1400]);
    expect(caseFacts(long, 99)).toBeNull();
    expect([caseFacts(long, 160)?.heldSince, caseFacts(long, 170)?.heldSince]).toEqual([160, null]);
  });

  it('keeps the first contact, the first result, every rework and the last callback', () => {
    expect(caseFacts(long, 230)).toMatchObject({ closedAt: null, reworks: 2, callback: { solved: 'no', rating: 1, at: 220 } });
    expect(caseFacts(long, 9999)).toMatchObject({
      registeredAt: 110,
      contactDue: 150,
      contactedAt: 125,
      handledAt: 180,
      closedAt: 250,
      reworks: 2,
      excluded: null,
      callback: { solved: 'yes', rating: 5, at: 260 },
    });
  });

  it('agrees with the fold of the case at every instant', () => {
    for (const events of [long, story(report(2), register(500, 150), recomputed(700), voided)]) {
      for (const { meta } of events) {
        const snapshot = replayCase(events.filter((event) => event.meta.at <= meta.at));
        const facts = caseFacts(events, meta.at);
        expect(facts).toMatchObject({
          finishDue: snapshot?.finishDue?.at ?? null,
          contactDue: snapshot?.contactDue?.at ?? null,
          contactedAt: snapshot?.contactedAt,
          registeredAt: snapshot?.registeredAt,
          closedAt: snapshot?.closedAt,
          heldSince: snapshot?.heldAt,
          contactStoppedSince: snapshot?.objectedAt ?? snapshot?.heldAt ?? null,
          reworks: (snapshot?.reworkCount ?? 0) + (snapshot?.reopenCount ?? 0),
          excluded: snapshot?.state === 'void' ? 'void' : null,
        });
      }
    }
  });

  it.each<[NewCaseEvent, string]>([
    [voided, 'void'],
    [{ type: 'CaseVerified', payload: { isTrue: false, note: '', photoIds: [] } }, 'void'],
    [{ type: 'CaseDeclined', payload: { reason: 'notFound', note: '' } }, 'declined'],
    [{ type: 'CaseDiverted', payload: { exit: 'petitionOffice', note: '' } }, 'diverted'],
  ])('excludes: %o', (event, reason) => {
    expect(caseFacts(story(report(1), event), 9999)?.excluded).toBe(reason);
  });

  it('does not depend on how the events of different cases are mixed', () => {
    const stories = [long, story(report(2, 'patrol'), register(400, 300), dispatch, sign), story(report(3), voided)];
    const streams = stories.map((events, i) => events.map((event) => ({ caseId: idOf(i + 1), event })));
    const alone = stories.map((events) => caseFacts(events, 200));
    const turns = fc.shuffledSubarray(
      streams.flatMap((stream, i) => stream.map(() => i)),
      { minLength: streams.flat().length },
    );
    fc.assert(
      fc.property(turns, (order) => {
        const queues = streams.map((stream) => [...stream]);
        const mixed = order.flatMap((i) => queues[i]?.shift() ?? []);
        expect(mixed.length).toBe(streams.flat().length);
        expect(foldFacts(mixed, 200)).toEqual(alone);
      }),
    );
  });
});
