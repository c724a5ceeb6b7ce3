import * as z from 'zod/mini';
import { due, hold, limit } from '../calendar/calendar-schema.ts';
import { caseId, departmentId, fileId, unitId, userId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { instant } from '../kernel/time.ts';

/** States of lifecycles D1 that the server knows; a draft lives on the device only. */
export const caseStates = [
  'reported',
  'verifying',
  'declined',
  'diverted',
  'registered',
  'dispatched',
  'objected',
  'inProgress',
  'onHold',
  'feedback',
  'closed',
  'reviewed',
  'void',
] as const;
export const caseState = z.enum(caseStates);
export type CaseState = z.infer<typeof caseState>;

/** States in which someone still owes work; what the pages call 在办. */
export const openStates = [
  'reported',
  'verifying',
  'registered',
  'dispatched',
  'objected',
  'inProgress',
  'onHold',
  'feedback',
] as const satisfies readonly CaseState[];

export const caseKinds = ['inquiry', 'help', 'complaint', 'report', 'suggestion', 'wish'] as const;
export const caseKind = z.enum(caseKinds);
export type CaseKind = z.infer<typeof caseKind>;

export const caseSources = [
  'resident',
  'gridWorker',
  'buildingHead',
  'estateGroupLeader',
  'patrol',
  'council',
  'visit',
  'hotline',
  'import',
] as const;
export const caseSource = z.enum(caseSources);
export type CaseSource = z.infer<typeof caseSource>;

export const urgencies = ['emergency', 'urgent', 'normal', 'complex', 'inquiry'] as const;
export const urgency = z.enum(urgencies);
export type Urgency = z.infer<typeof urgency>;

/** How the case came to its unit: exactly one deepest unit, several (border or overlap), none (nearest taken), no usable point. */
export const placements = ['inside', 'several', 'nearest', 'outside', 'unplaced'] as const;
export const placement = z.enum(placements);
export type Placement = z.infer<typeof placement>;

export const rating = z.literal([1, 2, 3, 4, 5]);
export const solved = z.enum(['yes', 'partly', 'no']);
export type Solved = z.infer<typeof solved>;

export const contactWays = ['phone', 'visit', 'message', 'meeting'] as const;
export const contactOutcomes = ['reached', 'notReached', 'appointment', 'noContactWanted'] as const;

export const declineReasons = ['notWithinScope', 'notFound', 'alreadySettled', 'inCourt', 'abusive', 'incomplete'] as const;
/** The six other ways of Art. 11: emergency line, court or arbitration, petition office, review, discipline inspection, commercial service. */
export const divertExits = [
  'emergencyLine',
  'courtOrArbitration',
  'petitionOffice',
  'administrativeReview',
  'disciplineInspection',
  'serviceProvider',
] as const;
export const voidReasons = ['testData', 'falseReport', 'withdrawn'] as const;
/** Why a closed case is taken up again: the applicant says it is not solved, or a bad rating whose complaint was verified. */
export const reopenGrounds = ['notSolved', 'complaintVerified'] as const;
export const supervisionLevels = ['normal', 'urgent', 'final'] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];
/** issued → received (signed for) → replied → closed; a reply that is not enough goes back to received */
export const supervisionStates = ['issued', 'received', 'replied', 'closed'] as const;

/** One supervision (督办) of a case: who asks, who has to answer and what came back. */
export const supervision = z.object({
  level: z.enum(supervisionLevels),
  until: instant,
  /** a person named at the unit; may be empty */
  recipient: z.string(),
  at: instant,
  byId: userId,
  /** the lead unit that has to answer; null = no unit leads, the community's people answer */
  departmentId: z.nullable(departmentId),
  state: z.enum(supervisionStates),
  receivedAt: z.nullable(instant),
  receivedById: z.nullable(userId),
  /** `due`: until when it is judged; replies of earlier versions have none */
  reply: z.nullable(z.object({ text: z.string(), byId: userId, at: instant, late: z.boolean(), due: z.optional(due) })),
  /** how often a reply was given back */
  returnCount: z.int(),
});
export type Supervision = z.infer<typeof supervision>;

/** Limits frozen on the order at registration, so that a later change of the category moves no running case. */
export const caseLimits = z.object({
  accept: limit,
  sign: limit,
  contact: limit,
  finish: limit,
  extension: z.nullable(limit),
  objection: limit,
  inspection: limit,
  callback: limit,
});
export type CaseLimits = z.infer<typeof caseLimits>;

/** What the finish limit in force is computed from: `finishDue = due(limit, from, holds)`; it lets a hold or a new calendar recompute it. */
export const finishClock = z.object({ limit, from: instant });
export type FinishClock = z.infer<typeof finishClock>;

/** What a category asks: scheme + 2-digit major and 3-digit minor code (a custom scheme may use text codes). */
export const caseCategory = z.object({
  scheme: z.string().check(z.minLength(1), z.maxLength(40)),
  code: z.string().check(z.minLength(1), z.maxLength(60)),
  name: z.object({ zh: z.string(), en: z.string() }),
  /** part (部件) or event (事件) of the city-management standard */
  nature: z.enum(['component', 'event']),
  defaultKind: caseKind,
  defaultUrgency: urgency,
  limits: z.partial(caseLimits),
  leadDepartmentId: z.nullable(departmentId),
  photoRequired: z.object({ report: z.boolean(), feedback: z.boolean(), inspection: z.boolean() }),
  selfHandling: z.boolean(),
  /** a matter of the community's own: its dispatcher may send it to the community's teams */
  communityDuty: z.boolean(),
  /** the item of the duty list (社区职责清单) it falls under; without one in force nobody above the community sends it down to a team */
  dutyCode: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(20))), null),
  physical: z.boolean(),
});
export type CaseCategory = z.infer<typeof caseCategory>;

export const supportUnit = z.object({
  departmentId,
  /** null until the unit has written its result, or the reasons and a stage report */
  result: z.nullable(z.object({ done: z.boolean(), text: z.string(), at: instant })),
});

/**
 * The state of one case: nothing but the fold of its events (see `evolveCase`).
 * No personal data of the applicant is in here; contact data live apart, encrypted.
 */
export const caseSnapshot = z.object({
  id: caseId,
  /** sequence number of the last event; the optimistic version */
  version: z.int(),
  state: caseState,
  caseNo: z.nullable(z.string()),
  kind: caseKind,
  source: caseSource,
  categoryScheme: z.string(),
  categoryCode: z.string(),
  urgency: z.nullable(urgency),
  title: z.string(),
  point: z.nullable(casePoint),
  address: z.string(),
  placement,
  unitId: z.nullable(unitId),
  /** materialized path of the unit at the time of placing, `/1/4/17/`; scope filters use it */
  unitPath: z.nullable(z.string()),
  /** `unitPath`, or for an unplaced case the path of the district or unit it came in by; never empty */
  scopePath: z.string(),
  gridId: z.nullable(unitId),
  communityId: z.nullable(unitId),
  reporterId: userId,
  applicantId: z.nullable(userId),
  /** somebody waits for an answer (contact and callback are owed), with or without an account */
  hasApplicant: z.boolean(),
  reportedAt: instant,
  lastEventAt: instant,
  /** first answer of the dispatcher (register, decline, divert) is due */
  acceptDue: z.nullable(due),
  registeredAt: z.nullable(instant),
  limits: z.nullable(caseLimits),
  /** finish limit in force: base, moved by extension, hold, rework, ruling, supervision never */
  finishDue: z.nullable(due),
  /** null for imported due times; `holds` = finished holds since `from` */
  finishClock: z.nullable(z.object({ limit, from: instant, holds: z.array(hold), extension: z.nullable(limit) })),
  signDue: z.nullable(due),
  contactDue: z.nullable(due),
  objectionDue: z.nullable(due),
  inspectionDue: z.nullable(due),
  callbackDue: z.nullable(due),
  firstDispatcherId: z.nullable(userId),
  /** who sent the order in force */
  dispatchedById: z.nullable(userId),
  leadUnitId: z.nullable(departmentId),
  /** an overruled objection fixes the lead (首接负责制) */
  leadLocked: z.boolean(),
  supportUnits: z.array(supportUnit),
  objectedUnitIds: z.array(departmentId),
  objectedAt: z.nullable(instant),
  /** who may not rule on the objection: they sent the disputed order, or the first one while somebody else can rule */
  barredReviewerIds: z.array(userId),
  /** last dispatch, or the ruling that confirmed it: the clock of the unit runs from here */
  dispatchedAt: z.nullable(instant),
  dispatchCount: z.int(),
  signedAt: z.nullable(instant),
  signedById: z.nullable(userId),
  /** everybody who handled it: signer, contact, feedback; none of them may inspect */
  handlerIds: z.array(userId),
  contactedAt: z.nullable(instant),
  /** stretches in which the contact limit stood still: objected or on hold */
  contactHolds: z.array(hold),
  extensionAsked: z.nullable(z.object({ reason: z.string(), limit, byId: userId, at: instant, due: z.optional(due) })),
  extensionCount: z.int(),
  extensionRefusedCount: z.int(),
  holdAsked: z.nullable(z.object({ obstacle: z.string(), nextReviewAt: instant, byId: userId, at: instant, due: z.optional(due) })),
  holdCount: z.int(),
  holdRefusedCount: z.int(),
  heldAt: z.nullable(instant),
  nextReviewAt: z.nullable(instant),
  heldMs: z.int(),
  feedbackAt: z.nullable(instant),
  reworkCount: z.int(),
  selfHandled: z.boolean(),
  verificationAskedAt: z.nullable(instant),
  verifiedTrue: z.nullable(z.boolean()),
  closedAt: z.nullable(instant),
  callbackTries: z.int(),
  callback: z.nullable(z.object({ solved, rating: z.nullable(rating), at: instant })),
  unreachable: z.boolean(),
  reopenCount: z.int(),
  /** the system reopens a case once; further reopenings are an officer's decision */
  reopenedAutomatically: z.boolean(),
  voidAsked: z.nullable(z.object({ reason: z.enum(voidReasons), note: z.string(), byId: userId, at: instant, due: z.optional(due) })),
  voidRefusedCount: z.int(),
  /** the last one issued, open or closed */
  supervision: z.nullable(supervision),
  supervisionCounts: z.object({ normal: z.int(), urgent: z.int(), final: z.int() }),
  lateReplyCount: z.int(),
  duplicateOfId: z.nullable(caseId),
  livelihood: z.boolean(),
  /** due times came with imported records and are never recomputed */
  imported: z.boolean(),
});
export type CaseSnapshot = z.infer<typeof caseSnapshot>;

export const photoIds = z.array(fileId).check(z.maxLength(9));
