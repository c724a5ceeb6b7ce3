import * as z from 'zod/mini';
import { due, hold, limit } from '../calendar/calendar-schema.ts';
import { rating, solved, supervisionLevels } from '../cases/cases-schema.ts';
import { costFen } from '../kernel/cost.ts';
import { caseId, departmentId, fileId, unitId, userId, whistleId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { stored } from '../kernel/storable-text.ts';
import { instant, localDate } from '../kernel/time.ts';
import { whistleLimits } from './whistle-limits.ts';

const words = stored(4000);

/** Subjects a whistle may be blown for (街道办事处条例 Art. 5). */
export const whistleTypes = ['appeal', 'keyTask', 'jointEnforcement', 'emergency'] as const;
export const whistleType = z.enum(whistleTypes);
export type WhistleType = z.infer<typeof whistleType>;

/** States of lifecycles D2, with 挂账, withdrawal and voiding. */
export const whistleStates = [
  'drafted',
  'blown',
  'acknowledged',
  'onSite',
  'opinionsCollected',
  'planned',
  'executing',
  'onHold',
  'completed',
  'fedBack',
  'cleared',
  'withdrawn',
  'void',
] as const;
export const whistleState = z.enum(whistleStates);
export type WhistleState = z.infer<typeof whistleState>;

/** States in which somebody still owes a step. */
export const openWhistleStates = [
  'drafted',
  'blown',
  'acknowledged',
  'onSite',
  'opinionsCollected',
  'planned',
  'executing',
  'onHold',
  'completed',
  'fedBack',
] as const satisfies readonly WhistleState[];

export const sides = ['lead', 'support'] as const;
export type Side = (typeof sides)[number];

/**
 * Where a summoned unit stands. `released`: its objection was upheld; `excused`: the street lets it stay away;
 * `left`: it went after its last task (事不完、人不撤).
 */
export const unitStatuses = ['summoned', 'acknowledged', 'objected', 'released', 'excused', 'left'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** How a unit's arrival was established. */
export const arrivalProofs = ['position', 'code', 'secretary'] as const;
/** How sure a position is: surely within the circle, probably, outside, or too vague to say. */
export const positionVerdicts = ['inside', 'likely', 'outside', 'tooVague'] as const;
export type PositionVerdict = (typeof positionVerdicts)[number];

export const opinionWays = ['visit', 'meeting', 'phone', 'link', 'paper'] as const;
export const opinionWay = z.enum(opinionWays);
export const stances = ['agree', 'conditional', 'against'] as const;
export const toldWays = ['visit', 'phone', 'message', 'notice', 'link'] as const;
export const toldWay = z.enum(toldWays);
/** Where the money of a task comes from; money or land of residents needs a deliberation (议事协商). */
export const moneySources = ['none', 'department', 'street', 'community', 'maintenanceFund', 'residents', 'other'] as const;
export const moneySource = z.enum(moneySources);
export const taskProofs = ['photo', 'document', 'none'] as const;
export const taskProof = z.enum(taskProofs);

export const arrival = z.object({
  at: instant,
  by: z.enum(arrivalProofs),
  distanceM: z.nullable(z.number().check(z.gte(0), z.lte(50_000_000))),
  verdict: z.nullable(z.enum(positionVerdicts)),
  point: z.nullable(casePoint),
  reason: words,
});

const score = z.object({ note: words, at: instant, byId: userId });
/** The blower's marks for a unit: arrival, work, result. */
export const unitMarks = z.object({ arrival: rating, work: rating, result: rating, ...score.shape });
/** A unit's marks for the whistle: whether it had to be blown, whether it said enough. */
export const whistleMarks = z.object({ justification: rating, information: rating, ...score.shape });

/** Why a 督办 ends although nobody judged a reply. */
export const closedBecause = ['released', 'excused', 'cleared', 'withdrawn', 'voided'] as const;
export type ClosedBecause = (typeof closedBecause)[number];

/** The 督办 a unit owes an answer to or whose answer is not judged yet (`closedAt` null), else its last one. */
export const unitSupervision = z.object({
  level: z.enum(supervisionLevels),
  until: instant,
  note: words,
  byId: userId,
  at: instant,
  receivedAt: z.nullable(instant),
  /** `due`: until when it is judged; replies of earlier versions have none */
  reply: z.nullable(z.object({ text: words, byId: userId, at: instant, late: z.boolean(), due: z.optional(z.nullable(due)) })),
  /** how often a reply was given back */
  returnCount: z.int(),
  closedAt: z.nullable(instant),
});
export type UnitSupervision = z.infer<typeof unitSupervision>;

/** One summoned unit with its own clocks; what one unit misses moves no other's. */
export const summonedUnit = z.object({
  departmentId,
  side: z.enum(sides),
  status: z.enum(unitStatuses),
  summonedAt: instant,
  /** who called it: they do not rule on its objection */
  summonedById: userId,
  ackDue: z.nullable(due),
  acknowledgedAt: z.nullable(instant),
  /** the person in charge, at work, and when the unit means to come */
  contact: z.nullable(z.object({ person: words, phone: words, eta: instant })),
  reportInDue: z.nullable(due),
  arrival: z.nullable(arrival),
  objection: z.nullable(z.object({ reason: words, legalBasis: words, at: instant, byId: userId, rulingDue: z.nullable(due) })),
  /** it used its one objection */
  objected: z.boolean(),
  /** its objection was overruled: it stays to the end */
  locked: z.boolean(),
  /** its answer to the draft of this number */
  planAnswer: z.nullable(z.object({ draft: z.int(), agreed: z.boolean(), reason: words, at: instant })),
  marks: z.nullable(unitMarks),
  whistleMarks: z.nullable(whistleMarks),
  supervision: z.nullable(unitSupervision),
  supervisionCount: z.int(),
});
export type SummonedUnit = z.infer<typeof summonedUnit>;

/** An affected household: heard before the plan, told the result, asked whether it is solved. The label is a door, never a name. */
export const household = z.object({
  id: z.uuid(),
  label: words,
  opinions: z.int(),
  told: z.nullable(z.object({ at: instant, way: toldWay })),
  verdict: z.nullable(z.object({ solved, at: instant, thanks: z.optional(z.boolean()) })),
});
export type Household = z.infer<typeof household>;

/** A task of the plan. `departmentId` null = the community itself, for a matter of its duty list (社区职责清单). */
export const planTask = z.object({
  id: z.uuid(),
  what: words,
  departmentId: z.nullable(departmentId),
  dutyCode: z.nullable(words),
  from: localDate,
  to: localDate,
  costFen,
  source: moneySource,
  proof: taskProof,
  quantity: words,
});
export type PlanTask = z.infer<typeof planTask>;

/** `done` false = not done, `text` says why. */
export const taskResult = z.object({
  done: z.boolean(),
  text: words,
  quantity: words,
  costFen: z.nullable(costFen),
  at: instant,
  byId: userId,
});

export const siteVisit = z.object({
  from: instant,
  to: instant,
  attendance: z.array(z.object({ departmentId: z.nullable(departmentId), name: words })),
  minutes: words,
  photoIds: z.array(fileId),
  signatureIds: z.array(fileId),
  at: instant,
  byId: userId,
});

/** A photo of the end beside the one of the beginning, taken from the same spot. */
export const photoPair = z.object({ beforeId: fileId, afterId: fileId, spot: words });
/** A pair in the file; `apartM` = how far apart they were taken, in metres: null where a photo has no position, absent before it was judged. */
export const filedPair = z.extend(photoPair, { apartM: z.optional(z.nullable(z.int())) });
export type FiledPair = z.infer<typeof filedPair>;

export const voidReasonsOfWhistle = ['testData', 'blownTwice', 'mistaken'] as const;
/** Whose word a voiding waits for: the side that did not ask. */
export const voidJudges = ['street', 'community'] as const;

/** Fixed when it was asked; requests from before have none. */
const decidedBy = { due: z.optional(z.nullable(due)) };
const span = z.object({ from: instant, due });

/** The act that made an end of the plan the day it is: the plan, more time, work done again; `held`: a hold has moved it since. */
export const endMaker = z.object({ act: z.enum(['plan', 'extension', 'rework']), at: instant, held: z.boolean() });
export type EndMaker = z.infer<typeof endMaker>;

/** The state of one whistle: nothing but the fold of its events. */
export const whistleSnapshot = z.object({
  id: whistleId,
  version: z.int(),
  state: whistleState,
  whistleNo: words,
  whistleType,
  title: words,
  /** why the community alone cannot */
  reason: words,
  point: z.nullable(casePoint),
  address: words,
  unitId: z.nullable(unitId),
  scopePath: words,
  communityId: z.nullable(unitId),
  caseIds: z.array(caseId),
  areaM2: z.nullable(z.int()),
  persons: z.nullable(z.int()),
  households: z.array(household),
  draftedAt: instant,
  draftedById: userId,
  lastEventAt: instant,
  /** the secretary asks the street */
  blowAsked: z.nullable(z.object({ byId: userId, at: instant, due: z.nullable(due) })),
  returnReason: z.nullable(words),
  blownAt: z.nullable(instant),
  blownById: z.nullable(userId),
  approvedById: z.nullable(userId),
  /** fixed when the street was asked, anew at the blow; null = not blown, or before limits could be set */
  limits: z.nullable(whistleLimits),
  /** wanted while drafted, summoned from the blow on */
  leadUnitId: departmentId,
  supportUnitIds: z.array(departmentId),
  units: z.array(summonedUnit),
  acknowledgedAt: z.nullable(instant),
  onSiteAt: z.nullable(instant),
  opinionsDue: z.nullable(due),
  visit: z.nullable(siteVisit),
  opinions: z.int(),
  opinionsAt: z.nullable(instant),
  planDue: z.nullable(due),
  plan: z.nullable(
    z.object({
      ...{ draft: z.int(), tasks: z.array(planTask), note: words, deliberation: words, at: instant, byId: userId },
      /** until when the supports answer it; drafts from before, and before the opinions were complete, have the whole time for the plan */
      answerDue: z.optional(z.nullable(due)),
      /** what the answers led to: a better draft of the lead, or the word of the community */
      next: z.optional(span),
    }),
  ),
  planApprovedAt: z.nullable(instant),
  /** the last day of each open task, by its id; plans from before have none */
  taskDues: z.optional(z.record(z.string(), z.extend(span, { by: z.optional(endMaker) }))),
  startedAt: z.nullable(instant),
  /** end of the plan, moved by extension, hold and rework */
  finishDue: z.nullable(due),
  finishFrom: z.nullable(instant),
  /** none before a plan is confirmed, nor as earlier versions folded it */
  finishBy: z.optional(endMaker),
  holds: z.array(hold),
  results: z.record(z.string(), taskResult),
  /** whoever did or reported work: none of them may accept it */
  workerIds: z.array(userId),
  pairs: z.array(filedPair),
  completedAt: z.nullable(instant),
  verifyDue: z.nullable(due),
  acceptedAt: z.nullable(instant),
  reworkCount: z.int(),
  fedBackAt: z.nullable(instant),
  clearDue: z.nullable(due),
  clearedAt: z.nullable(instant),
  extensionAsked: z.nullable(z.object({ reason: words, limit, byId: userId, at: instant, ...decidedBy })),
  extensionCount: z.int(),
  holdAsked: z.nullable(z.object({ obstacle: words, nextReviewAt: instant, byId: userId, at: instant, ...decidedBy })),
  heldAt: z.nullable(instant),
  nextReviewAt: z.nullable(instant),
  holdCount: z.int(),
  heldMs: z.int(),
  /** of all units together */
  supervisionCount: z.int(),
  /** how often a limit was escalated to the street or the district */
  escalations: z.int(),
  voidAsked: z.nullable(
    z.object({
      ...{ reason: z.enum(voidReasonsOfWhistle), note: words, byId: userId, at: instant },
      ...{ judge: z.optional(z.enum(voidJudges)), ...decidedBy },
    }),
  ),
  endReason: z.nullable(words),
});
export type WhistleSnapshot = z.infer<typeof whistleSnapshot>;
