import type { Due } from '../calendar/calendar-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseEvent, NewCaseEvent, Placed } from './cases-events.ts';
import type { CaseSnapshot, FinishClock, Supervision } from './cases-schema.ts';
import { withRenewed } from './request-dues.ts';
import { readdressed, settled } from './supervision.ts';

type Reported = Extract<CaseEvent, { type: 'CaseReported' }>;
type Later = Exclude<CaseEvent, { type: 'CaseReported' }>;

/** One step of the fold. Throws when the first event is not CaseReported, a later one is, or a sequence number is missing. */
export function evolveCase(snapshot: CaseSnapshot | null, event: CaseEvent): CaseSnapshot {
  const expected = (snapshot?.version ?? 0) + 1;
  if (event.meta.seq !== expected) throw new Error(`event ${event.type} has number ${event.meta.seq} instead of ${expected}`);
  if (event.type === 'CaseReported') return reported(event);
  if (snapshot === null) throw new Error(`a case begins with CaseReported, not ${event.type}`);
  return { ...snapshot, ...changes(snapshot, event), version: event.meta.seq, lastEventAt: event.meta.at };
}

/** The state after all events of a case, oldest first; null for none. */
export function replayCase(events: Iterable<CaseEvent>): CaseSnapshot | null {
  let snapshot: CaseSnapshot | null = null;
  for (const event of events) snapshot = evolveCase(snapshot, event);
  return snapshot;
}

function placedFields({ placement, unitId, unitPath, scopePath, gridId, communityId }: Placed): Placed {
  return { placement, unitId, unitPath, scopePath, gridId, communityId };
}

function reported({ payload, meta }: Reported): CaseSnapshot {
  return {
    id: payload.caseId,
    version: meta.seq,
    state: 'reported',
    caseNo: null,
    kind: payload.kind,
    source: payload.source,
    categoryScheme: payload.categoryScheme,
    categoryCode: payload.categoryCode,
    urgency: null,
    title: payload.title,
    point: payload.point,
    address: payload.address,
    ...placedFields(payload.placed),
    reporterId: meta.actorId,
    applicantId: payload.applicantId,
    hasApplicant: payload.hasApplicant,
    reportedAt: meta.at,
    lastEventAt: meta.at,
    acceptDue: payload.acceptDue,
    registeredAt: null,
    limits: null,
    finishDue: null,
    finishClock: null,
    signDue: null,
    contactDue: null,
    objectionDue: null,
    inspectionDue: null,
    callbackDue: null,
    firstDispatcherId: null,
    dispatchedById: null,
    leadUnitId: null,
    leadLocked: false,
    supportUnits: [],
    objectedUnitIds: [],
    objectedAt: null,
    barredReviewerIds: [],
    dispatchedAt: null,
    dispatchCount: 0,
    signedAt: null,
    signedById: null,
    handlerIds: [],
    contactedAt: null,
    contactHolds: [],
    extensionAsked: null,
    extensionCount: 0,
    extensionRefusedCount: 0,
    holdAsked: null,
    holdCount: 0,
    holdRefusedCount: 0,
    heldAt: null,
    nextReviewAt: null,
    heldMs: 0,
    feedbackAt: null,
    reworkCount: 0,
    selfHandled: false,
    verificationAskedAt: null,
    verifiedTrue: null,
    closedAt: null,
    callbackTries: 0,
    callback: null,
    unreachable: false,
    reopenCount: 0,
    reopenedAutomatically: false,
    voidAsked: null,
    voidRefusedCount: 0,
    supervision: null,
    supervisionCounts: { normal: 0, urgent: 0, final: 0 },
    lateReplyCount: 0,
    duplicateOfId: null,
    livelihood: payload.livelihood,
    imported: payload.imported,
  };
}

const withHandler = ({ handlerIds }: CaseSnapshot, id: UserId): UserId[] => (handlerIds.includes(id) ? handlerIds : [...handlerIds, id]);
const started = (clock: FinishClock | null) => (clock === null ? null : { ...clock, holds: [], extension: null });
/** a case without a lead unit (handled by the grid worker alone) waits for its first dispatch */
const backToWork = ({ leadUnitId }: CaseSnapshot) => (leadUnitId === null ? 'registered' : 'inProgress');
/** the end of a case settles what was still asked about it */
const ended = (snapshot: CaseSnapshot) => ({ voidAsked: null, supervision: settled(snapshot) });
const answered = ({ supervision }: CaseSnapshot, step: Partial<Supervision>) => supervision && { ...supervision, ...step };
type Stretch = { due: Due | null | undefined; from: Instant | null; to: Instant };
/** the contact limit goes on after a stretch in which it stood still */
const contactMoved = (snapshot: CaseSnapshot, { due, from, to }: Stretch): Partial<CaseSnapshot> =>
  due === undefined || from === null || snapshot.contactedAt !== null
    ? {}
    : { contactDue: due, contactHolds: [...snapshot.contactHolds, { from, to }] };
type Ruling = Extract<CaseEvent, { type: 'ObjectionUpheld' | 'ObjectionOverruled' }>;
const ruled = (snapshot: CaseSnapshot, { payload, meta }: Ruling): Partial<CaseSnapshot> => ({
  objectedAt: null,
  barredReviewerIds: [],
  ...contactMoved(snapshot, { due: payload.contactDue, from: snapshot.objectedAt, to: meta.at }),
});
const nothingAsked = { extensionAsked: null, holdAsked: null } as const;

function changes(snapshot: CaseSnapshot, event: Later): Partial<CaseSnapshot> {
  const { at, actorId } = event.meta;
  switch (event.type) {
    case 'VerificationRequested':
      return { state: 'verifying', verificationAskedAt: at };
    case 'CaseVerified':
      return {
        state: event.payload.isTrue ? 'reported' : 'void',
        verifiedTrue: event.payload.isTrue,
        ...(event.payload.isTrue ? {} : ended(snapshot)),
      };
    case 'CaseRegistered': {
      const { placed, point, address, finishClock, ...rest } = event.payload;
      return {
        ...rest,
        ...placedFields(placed),
        point: point ?? snapshot.point,
        address: address ?? snapshot.address,
        finishClock: started(finishClock),
        state: 'registered',
        registeredAt: at,
      };
    }
    case 'CaseDeclined':
      return { state: 'declined', ...ended(snapshot) };
    case 'CaseDiverted':
      return { state: 'diverted', ...ended(snapshot) };
    case 'CaseSelfHandled': {
      const { caseNo, urgency, limits, finishDue, inspectionDue } = event.payload;
      return {
        state: 'feedback',
        caseNo,
        urgency,
        limits,
        finishDue,
        inspectionDue,
        finishClock: started(event.payload.finishClock),
        registeredAt: at,
        feedbackAt: at,
        selfHandled: true,
        handlerIds: withHandler(snapshot, actorId),
      };
    }
    case 'CaseDispatched':
      return {
        state: 'dispatched',
        leadUnitId: event.payload.leadUnitId,
        supportUnits: event.payload.supportUnitIds.map((departmentId) => ({ departmentId, result: null })),
        signDue: event.payload.signDue,
        objectionDue: event.payload.objectionDue,
        firstDispatcherId: snapshot.firstDispatcherId ?? actorId,
        dispatchedById: actorId,
        dispatchedAt: at,
        dispatchCount: snapshot.dispatchCount + 1,
        signedAt: null,
        signedById: null,
        supervision: readdressed(snapshot, event.payload.leadUnitId),
      };
    case 'CaseSigned':
      return { state: 'inProgress', signedAt: at, signedById: actorId, handlerIds: withHandler(snapshot, actorId) };
    case 'DispatchObjected':
      return {
        state: 'objected',
        objectedAt: at,
        objectedUnitIds: [...snapshot.objectedUnitIds, event.payload.unitId],
        barredReviewerIds: event.payload.barredReviewerIds ?? (snapshot.firstDispatcherId === null ? [] : [snapshot.firstDispatcherId]),
      };
    case 'ObjectionUpheld':
      return {
        state: 'registered',
        ...ruled(snapshot, event),
        leadUnitId: null,
        supportUnits: [],
        dispatchedAt: null,
        signDue: null,
        objectionDue: null,
        supervision: readdressed(snapshot, null),
      };
    case 'ObjectionOverruled': {
      const { signDue, finishDue, finishClock } = event.payload;
      return {
        state: 'dispatched',
        ...ruled(snapshot, event),
        leadLocked: true,
        dispatchedAt: at,
        objectionDue: null,
        signDue,
        finishDue,
        finishClock: started(finishClock),
      };
    }
    case 'ApplicantContacted':
      return { contactedAt: snapshot.contactedAt ?? event.payload.contactAt, handlerIds: withHandler(snapshot, actorId) };
    case 'ExtensionRequested':
      return { extensionAsked: { ...event.payload, byId: actorId, at } };
    case 'ExtensionGranted':
      return {
        extensionAsked: null,
        extensionCount: snapshot.extensionCount + 1,
        finishDue: event.payload.finishDue,
        finishClock: snapshot.finishClock && { ...snapshot.finishClock, extension: event.payload.extension },
      };
    case 'ExtensionRefused':
      return { extensionAsked: null, extensionRefusedCount: snapshot.extensionRefusedCount + 1 };
    case 'HoldRequested':
      return { holdAsked: { ...event.payload, byId: actorId, at } };
    case 'HoldRefused':
      return { holdAsked: null, holdRefusedCount: snapshot.holdRefusedCount + 1 };
    case 'CaseHeld':
      return {
        state: 'onHold',
        holdAsked: null,
        holdCount: snapshot.holdCount + 1,
        heldAt: at,
        nextReviewAt: event.payload.nextReviewAt,
      };
    case 'CaseResumed': {
      const { heldMs, finishDue } = event.payload;
      const clock = snapshot.finishClock;
      return {
        state: 'inProgress',
        heldAt: null,
        nextReviewAt: null,
        ...contactMoved(snapshot, { due: event.payload.contactDue, from: snapshot.heldAt, to: at }),
        heldMs: snapshot.heldMs + heldMs,
        finishDue,
        finishClock: clock === null ? null : { ...clock, holds: [...clock.holds, { from: at - heldMs, to: at }] },
      };
    }
    case 'SupportResultRecorded': {
      const { unitId, done, text } = event.payload;
      return {
        supportUnits: snapshot.supportUnits.map((unit) => (unit.departmentId === unitId ? { ...unit, result: { done, text, at } } : unit)),
        handlerIds: withHandler(snapshot, actorId),
      };
    }
    case 'FeedbackSubmitted':
      return {
        state: 'feedback',
        ...nothingAsked,
        feedbackAt: at,
        inspectionDue: event.payload.inspectionDue,
        handlerIds: withHandler(snapshot, actorId),
      };
    case 'CaseClosed':
      return { state: 'closed', closedAt: at, callbackDue: event.payload.callbackDue, ...ended(snapshot) };
    case 'InspectionFailed':
      return {
        state: backToWork(snapshot),
        reworkCount: snapshot.reworkCount + 1,
        feedbackAt: null,
        inspectionDue: null,
        finishDue: event.payload.finishDue,
        finishClock: started(event.payload.finishClock) ?? snapshot.finishClock,
      };
    case 'CallbackTried':
      return { callbackTries: snapshot.callbackTries + 1 };
    case 'CallbackRecorded':
      return { state: 'reviewed', callback: { solved: event.payload.solved, rating: event.payload.rating, at } };
    case 'CallbackUnreachable':
      return { unreachable: true };
    case 'CaseReopened':
      return {
        state: backToWork(snapshot),
        reopenCount: snapshot.reopenCount + 1,
        reopenedAutomatically: snapshot.reopenedAutomatically || event.payload.automatic,
        closedAt: null,
        feedbackAt: null,
        inspectionDue: null,
        callbackDue: null,
        callback: null,
        callbackTries: 0,
        unreachable: false,
        finishDue: event.payload.finishDue,
        finishClock: started(event.payload.finishClock) ?? snapshot.finishClock,
      };
    case 'VoidRequested':
      return { voidAsked: { ...event.payload, byId: actorId, at } };
    case 'VoidRefused':
      return { voidAsked: null, voidRefusedCount: snapshot.voidRefusedCount + 1 };
    case 'CaseVoided':
      return { state: 'void', ...ended(snapshot), ...nothingAsked };
    case 'SupervisionIssued': {
      const { level, until, recipient, departmentId = snapshot.leadUnitId } = event.payload;
      const unanswered = { state: 'issued', receivedAt: null, receivedById: null, reply: null, returnCount: 0 } as const;
      return {
        supervision: { level, until, recipient, at, byId: actorId, departmentId, ...unanswered },
        supervisionCounts: { ...snapshot.supervisionCounts, [level]: snapshot.supervisionCounts[level] + 1 },
      };
    }
    case 'SupervisionReceived':
      return { supervision: answered(snapshot, { state: 'received', receivedAt: at, receivedById: actorId }) };
    case 'SupervisionReplied': {
      const { text, late, due } = event.payload;
      return {
        supervision: answered(snapshot, { state: 'replied', reply: { text, byId: actorId, at, late, ...(due && { due }) } }),
        lateReplyCount: snapshot.lateReplyCount + (late ? 1 : 0),
      };
    }
    case 'SupervisionReturned':
      return {
        supervision: answered(snapshot, { state: 'received', reply: null, returnCount: (snapshot.supervision?.returnCount ?? 0) + 1 }),
      };
    case 'SupervisionClosed':
      return { supervision: settled(snapshot) };
    case 'NoteAdded':
      return {};
    case 'DueRecomputed': {
      const { extensionDue, holdDue, voidDue, judgingDue, ...dues } = event.payload;
      return { ...dues, ...withRenewed(snapshot, { extensionDue, holdDue, voidDue, judgingDue }) };
    }
    default:
      return assertNever(event);
  }
}

/** A new event as it will be stored after this snapshot. */
export function stamp(event: NewCaseEvent, meta: CaseEvent['meta']): CaseEvent {
  return { ...event, meta };
}
