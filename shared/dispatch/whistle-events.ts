import * as z from 'zod/mini';
import { due, limit } from '../calendar/calendar-schema.ts';
import { placed } from '../cases/cases-events.ts';
import { photoIds, rating, solved, supervisionLevels } from '../cases/cases-schema.ts';
import type { eventMeta } from '../kernel/event.ts';
import { caseId, departmentId, whistleId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { stored } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { whistleLimits } from './whistle-limits.ts';
import {
  arrival,
  closedBecause,
  endMaker,
  filedPair,
  opinionWay,
  planTask,
  sides,
  siteVisit,
  stances,
  taskResult,
  toldWay,
  voidJudges,
  voidReasonsOfWhistle,
  whistleType,
} from './whistle-schema.ts';

const text = stored(4000);
const matter = {
  whistleType,
  title: text,
  reason: text,
  point: z.nullable(casePoint),
  address: text,
  placed,
  caseIds: z.array(caseId),
  leadUnitId: departmentId,
  supportUnitIds: z.array(departmentId),
  areaM2: z.nullable(z.int()),
  persons: z.nullable(z.int()),
};
/** A unit is called: its two own clocks begin. */
const summons = z.object({ unitId: departmentId, side: z.enum(sides), ackDue: z.nullable(due), reportInDue: z.nullable(due) });
const ofUnit = { unitId: departmentId };
/** Last days of tasks, by their ids. */
const taskDues = z.record(z.string(), due);
/** Until when a request is decided on, a reply judged; events from before have none, and nothing reminds of such a request. */
const decidedBy = { due: z.optional(z.nullable(due)) };

/** Payloads by event type. Names, phones and words that could tell who a resident is never enter an event. */
export const whistlePayloads = {
  WhistleDrafted: z.object({ whistleId, whistleNo: stored(40), ...matter }),
  WhistleRevised: z.object(matter),
  BlowRequested: z.object({ approvalDue: z.nullable(due), limits: z.optional(whistleLimits) }),
  WhistleReturned: z.object({ reason: text }),
  WhistleBlown: z.object({ approved: z.boolean(), summons: z.array(summons), limits: z.optional(whistleLimits) }),
  UnitAcknowledged: z.object({ ...ofUnit, person: text, phone: text, eta: instant }),
  WhistleAcknowledged: z.object({}),
  UnitObjected: z.object({ ...ofUnit, reason: text, legalBasis: text, rulingDue: z.nullable(due) }),
  UnitObjectionUpheld: z.object({ ...ofUnit, ruling: text }),
  UnitObjectionOverruled: z.object({ ...ofUnit, ruling: text, ackDue: z.nullable(due), reportInDue: z.nullable(due) }),
  UnitExcused: z.object({ ...ofUnit, reason: text }),
  UnitSummoned: z.object({ ...summons.shape, reason: text }),
  UnitReportedIn: z.object({ ...ofUnit, arrival }),
  WhistleOnSite: z.object({ opinionsDue: z.nullable(due) }),
  SiteVisitRecorded: z.object({ visit: z.omit(siteVisit, { at: true, byId: true }) }),
  HouseholdsListed: z.object({ households: z.array(z.object({ id: z.uuid(), label: text })) }),
  OpinionRecorded: z.object({
    opinionId: z.uuid(),
    householdId: z.nullable(z.uuid()),
    way: opinionWay,
    stance: z.enum(stances),
    text,
    topics: z.array(text),
    heardAt: instant,
  }),
  OpinionsCollected: z.object({ planDue: z.nullable(due) }),
  /** `answerDue`: until when the supports answer; none while opinions are still heard */
  PlanProposed: z.object({
    draft: z.int(),
    tasks: z.array(planTask),
    note: text,
    deliberation: text,
    answerDue: z.optional(z.nullable(due)),
  }),
  /** `nextDue`: until when whoever the answer hands the plan to has it */
  PlanAnswered: z.object({ ...ofUnit, draft: z.int(), agreed: z.boolean(), reason: text, nextDue: z.optional(z.nullable(due)) }),
  PlanApproved: z.object({ draft: z.int(), overReason: text, finishDue: due, taskDues: z.optional(taskDues) }),
  WorkStarted: z.object({}),
  TaskCompleted: z.object({ taskId: z.uuid(), result: z.omit(taskResult, { at: true, byId: true }), photoIds, documentIds: photoIds }),
  UnitLeft: z.object(ofUnit),
  WorkCompleted: z.object({ pairs: z.array(filedPair), verifyDue: z.nullable(due) }),
  WorkAccepted: z.object({ note: text, photoIds }),
  AcceptanceFailed: z.object({ reason: text, taskIds: z.array(z.uuid()), photoIds, finishDue: due }),
  ResultTold: z.object({ way: toldWay, householdIds: z.array(z.uuid()) }),
  ResultFedBack: z.object({ result: text, clearDue: z.nullable(due) }),
  /** `thanks`: they thank whoever did it; events of the first version have none */
  HouseholdAnswered: z.object({ householdId: z.uuid(), solved, note: text, thanks: z.optional(z.boolean()) }),
  UnitRated: z.object({ ...ofUnit, arrival: rating, work: rating, result: rating, note: text }),
  WhistleRated: z.object({ ...ofUnit, justification: rating, information: rating, note: text }),
  /** `unrated`: units that never rated the whistle; why it was cleared without them, or over a household's no; events of the first version have neither */
  WhistleCleared: z.object({ unrated: z.optional(z.array(departmentId)), overReason: z.optional(text) }),
  WhistleWithdrawn: z.object({ reason: text }),
  WhistleExtensionRequested: z.object({ reason: text, limit, ...decidedBy }),
  WhistleExtensionGranted: z.object({ finishDue: due, taskDues: z.optional(taskDues) }),
  WhistleExtensionRefused: z.object({ reason: text }),
  WhistleHoldRequested: z.object({ obstacle: text, nextReviewAt: instant, ...decidedBy }),
  WhistleHoldRefused: z.object({ reason: text }),
  WhistleHeld: z.object({ nextReviewAt: instant }),
  WhistleResumed: z.object({ heldMs: z.int(), finishDue: z.nullable(due), taskDues: z.optional(taskDues) }),
  WhistleSupervised: z.object({ ...ofUnit, level: z.enum(supervisionLevels), until: instant, note: text }),
  SupervisionReceived: z.object(ofUnit),
  SupervisionReplied: z.object({ ...ofUnit, text, late: z.boolean(), ...decidedBy }),
  /** `because`: nobody judged a reply, the unit went or the whistle ended */
  SupervisionClosed: z.object({ ...ofUnit, note: text, because: z.optional(z.enum(closedBecause)) }),
  SupervisionReturned: z.object({ ...ofUnit, reason: text }),
  WhistleVoidRequested: z.object({
    ...{ reason: z.enum(voidReasonsOfWhistle), note: text },
    ...{ judge: z.optional(z.enum(voidJudges)), ...decidedBy },
  }),
  WhistleVoidRefused: z.object({ reason: text }),
  WhistleVoided: z.object({}),
  WhistleEscalated: z.object({ limit: stored(80), unitId: z.nullable(departmentId), to: z.enum(['street', 'district']) }),
  WhistleNoteAdded: z.object({ note: text, photoIds }),
  /** due times computed anew after a calendar was imported */
  WhistleDuesRecomputed: z.object({
    approvalDue: z.nullable(due),
    units: z.array(
      z.object({
        ...{ unitId: departmentId, ackDue: z.nullable(due), reportInDue: z.nullable(due), rulingDue: z.nullable(due) },
        judgingDue: z.optional(z.nullable(due)),
      }),
    ),
    opinionsDue: z.nullable(due),
    planDue: z.nullable(due),
    verifyDue: z.nullable(due),
    clearDue: z.nullable(due),
    /** the rest was not computed anew before */
    finishDue: z.optional(z.nullable(due)),
    finishBy: z.optional(endMaker),
    taskDues: z.optional(taskDues),
    answerDue: z.optional(z.nullable(due)),
    nextDue: z.optional(z.nullable(due)),
    extensionDue: z.optional(z.nullable(due)),
    holdDue: z.optional(z.nullable(due)),
    voidDue: z.optional(z.nullable(due)),
  }),
} as const;

export type WhistleEventType = keyof typeof whistlePayloads;
export const whistleEventTypes = Object.keys(whistlePayloads).filter((key): key is WhistleEventType => key in whistlePayloads);

/** Version of each payload's shape; raise it together with an upcaster when a shape changes. */
export const WHISTLE_EVENT_VERSION = 1;

/** What a decision produces: type and payload. */
export type NewWhistleEvent = { [T in WhistleEventType]: { type: T; payload: z.infer<(typeof whistlePayloads)[T]> } }[WhistleEventType];

/** A stored event of one whistle. */
export type WhistleEvent = NewWhistleEvent & { meta: z.infer<typeof eventMeta> };
