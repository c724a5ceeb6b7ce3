import * as z from 'zod/mini';
import { due, limit } from '../calendar/calendar-schema.ts';
import type { eventMeta } from '../kernel/event.ts';
import { caseId, departmentId, unitId, userId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { stored } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import {
  caseKind,
  caseLimits,
  caseSource,
  contactOutcomes,
  contactWays,
  declineReasons,
  divertExits,
  finishClock,
  photoIds,
  placement,
  rating,
  reopenGrounds,
  solved,
  supervisionLevels,
  urgency,
  voidReasons,
} from './cases-schema.ts';

/**
 * Where a case was placed: the deepest unit in force at that instant and what scope and counting need of it.
 * `scopePath` is never null: the unit's path, or for an unplaced case the path of the district (or of the reporter's unit) it came in by.
 */
export const placed = z.object({
  placement,
  unitId: z.nullable(unitId),
  unitPath: z.nullable(stored(1000)),
  scopePath: stored(1000).check(z.minLength(1)),
  gridId: z.nullable(unitId),
  communityId: z.nullable(unitId),
});
export type Placed = z.infer<typeof placed>;

const text = z.string().check(z.maxLength(4000));

/** The contact limit after a stretch in which it stood still; absent in the first events, which left it running. */
const contactMoved = z.optional(z.nullable(due));

/** Until when a request is decided on; events from before have none, and nothing reminds of them. */
const decidedBy = { due: z.optional(due) };

/** Payloads by event type. Personal data of applicants never enters an event. */
export const casePayloads = {
  CaseReported: z.object({
    caseId,
    kind: caseKind,
    source: caseSource,
    categoryScheme: z.string(),
    categoryCode: z.string(),
    title: z.string(),
    point: z.nullable(casePoint),
    address: z.string(),
    placed,
    applicantId: z.nullable(userId),
    /** somebody waits for an answer: a resident reported it, or staff reported it on behalf of one (with or without an account) */
    hasApplicant: z.boolean(),
    photoIds,
    acceptDue: z.nullable(due),
    capturedAt: z.nullable(instant),
    livelihood: z.boolean(),
    imported: z.boolean(),
  }),
  VerificationRequested: z.object({ note: text }),
  CaseVerified: z.object({ isTrue: z.boolean(), note: text, photoIds }),
  CaseRegistered: z.object({
    caseNo: z.string(),
    kind: caseKind,
    urgency,
    categoryScheme: z.string(),
    categoryCode: z.string(),
    placed,
    /** moved by the dispatcher; null = as reported */
    point: z.nullable(casePoint),
    address: z.nullable(z.string()),
    limits: caseLimits,
    finishDue: z.nullable(due),
    finishClock: z.nullable(finishClock),
    contactDue: z.nullable(due),
    duplicateOfId: z.nullable(caseId),
  }),
  CaseDeclined: z.object({ reason: z.enum(declineReasons), note: text }),
  CaseDiverted: z.object({ exit: z.enum(divertExits), note: text }),
  CaseSelfHandled: z.object({
    caseNo: z.string(),
    urgency,
    limits: caseLimits,
    finishDue: z.nullable(due),
    finishClock: z.nullable(finishClock),
    result: text,
    beforePhotoIds: photoIds,
    afterPhotoIds: photoIds,
    inspectionDue: z.nullable(due),
  }),
  CaseDispatched: z.object({
    leadUnitId: departmentId,
    supportUnitIds: z.array(departmentId),
    note: text,
    signDue: z.nullable(due),
    objectionDue: z.nullable(due),
  }),
  CaseSigned: z.object({ unitId: departmentId }),
  DispatchObjected: z.object({
    unitId: departmentId,
    reason: text,
    legalBasis: text,
    /** who may not rule on it; absent in the first events, then the first dispatcher */
    barredReviewerIds: z.optional(z.array(userId)),
  }),
  ObjectionUpheld: z.object({ unitId: departmentId, ruling: text, contactDue: contactMoved }),
  ObjectionOverruled: z.object({
    unitId: departmentId,
    ruling: text,
    signDue: z.nullable(due),
    finishDue: z.nullable(due),
    finishClock: z.nullable(finishClock),
    contactDue: contactMoved,
  }),
  ApplicantContacted: z.object({ way: z.enum(contactWays), outcome: z.enum(contactOutcomes), note: text, contactAt: instant }),
  ExtensionRequested: z.object({ reason: text, limit, ...decidedBy }),
  ExtensionGranted: z.object({ finishDue: due, extension: limit }),
  ExtensionRefused: z.object({ reason: text }),
  HoldRequested: z.object({ obstacle: text, nextReviewAt: instant, ...decidedBy }),
  HoldRefused: z.object({ reason: text }),
  CaseHeld: z.object({ nextReviewAt: instant }),
  CaseResumed: z.object({ heldMs: z.int(), finishDue: z.nullable(due), contactDue: contactMoved }),
  SupportResultRecorded: z.object({ unitId: departmentId, done: z.boolean(), text }),
  FeedbackSubmitted: z.object({ result: text, photoIds, costFen: z.nullable(z.int()), inspectionDue: z.nullable(due) }),
  CaseClosed: z.object({
    note: text,
    photoIds,
    documentIds: photoIds,
    distanceM: z.nullable(z.number()),
    callbackDue: z.nullable(due),
  }),
  InspectionFailed: z.object({
    reason: text,
    photoIds,
    documentIds: photoIds,
    distanceM: z.nullable(z.number()),
    finishDue: z.nullable(due),
    /** null = the old due time was later and stays */
    finishClock: z.nullable(finishClock),
  }),
  CallbackTried: z.object({ way: z.enum(contactWays) }),
  CallbackRecorded: z.object({ solved, rating: z.nullable(rating), note: text, by: z.enum(['resident', 'officer']) }),
  CallbackUnreachable: z.object({}),
  CaseReopened: z.object({
    ground: z.enum(reopenGrounds),
    reason: text,
    automatic: z.boolean(),
    finishDue: z.nullable(due),
    finishClock: z.nullable(finishClock),
  }),
  VoidRequested: z.object({ reason: z.enum(voidReasons), note: text, ...decidedBy }),
  VoidRefused: z.object({ note: text }),
  CaseVoided: z.object({}),
  SupervisionIssued: z.object({
    level: z.enum(supervisionLevels),
    until: instant,
    recipient: z.string(),
    note: text,
    /** the unit that has to answer, null = the community's people; absent in the first events, then the lead unit of that time */
    departmentId: z.optional(z.nullable(departmentId)),
  }),
  SupervisionReceived: z.object({}),
  SupervisionReplied: z.object({ text, photoIds, late: z.boolean(), ...decidedBy }),
  SupervisionReturned: z.object({ reason: text }),
  SupervisionClosed: z.object({ note: text }),
  NoteAdded: z.object({ note: text, photoIds, fromApplicant: z.boolean() }),
  /** due times after a calendar import: those that run were computed anew */
  DueRecomputed: z.object({
    acceptDue: z.nullable(due),
    finishDue: z.nullable(due),
    contactDue: z.nullable(due),
    signDue: z.nullable(due),
    objectionDue: z.nullable(due),
    inspectionDue: z.nullable(due),
    callbackDue: z.nullable(due),
    /** of what is asked at the time; absent otherwise, and before requests had a limit */
    extensionDue: z.optional(due),
    holdDue: z.optional(due),
    voidDue: z.optional(due),
    judgingDue: z.optional(due),
  }),
} as const;

export type CaseEventType = keyof typeof casePayloads;

/** Version of each payload's shape; raise it together with an upcaster when a shape changes. */
export const CASE_EVENT_VERSION = 1;

/** What a decision produces: type and payload. The command adds the meta fields. */
export type NewCaseEvent = { [T in CaseEventType]: { type: T; payload: z.infer<(typeof casePayloads)[T]> } }[CaseEventType];

/** A stored event of one case. */
export type CaseEvent = NewCaseEvent & { meta: z.infer<typeof eventMeta> };
