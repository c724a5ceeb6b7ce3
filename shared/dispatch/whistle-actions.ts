import * as z from 'zod/mini';
import { limit } from '../calendar/calendar-schema.ts';
import { photoIds, rating, solved, supervisionLevels } from '../cases/cases-schema.ts';
import { phone } from '../identity/sign-in-schema.ts';
import { costFen } from '../kernel/cost.ts';
import { caseId, departmentId, requestId, unitId, whistleId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { optionalText, written } from '../kernel/written-text.ts';
import { opinionWay, photoPair, planTask, stances, toldWay, voidReasonsOfWhistle, whistleType } from './whistle-schema.ts';

/** Longest texts in characters. */
export const whistleTextLimits = { title: 60, note: 1000, text: 2000, address: 200, name: 60, label: 40 } as const;
const { title, note, text, address, name, label } = whistleTextLimits;
export const HOUSEHOLDS_MAX = 600;
export const TASKS_MAX = 40;
/** Longest code of an item of the community duty list. */
const DUTY_CODE_MAX = 20;

const photos = z._default(photoIds, []);
/** Fields of every action on an existing whistle; another version than the one seen refuses with `staleVersion`. */
const onWhistle = { whistleId, expectedVersion: z.int().check(z.gte(1)), requestId };
/** Of the steps of one summoned unit: which one. */
const ofUnit = { ...onWhistle, unitId: departmentId };
const workPhone = z.string().check(storable(), z.trim(), z.regex(/^[\d +()-]{5,20}$/, 'phoneInvalid'));
const amount = z._default(z.nullable(z.int().check(z.gte(0, 'outOfRange'), z.lte(100_000_000, 'outOfRange'))), null);

const matter = {
  whistleType,
  title: written(title),
  reason: written(note),
  point: z._default(z.nullable(casePoint), null),
  address: written(address),
  /** where it lies when there is no point */
  placeId: z._default(z.nullable(unitId), null),
  caseIds: z._default(z.array(caseId).check(z.maxLength(50, 'tooMany')), []),
  leadUnitId: departmentId,
  supportUnitIds: z._default(z.array(departmentId).check(z.maxLength(12, 'tooMany')), []),
  areaM2: amount,
  persons: amount,
};
const doors = z
  .array(z.object({ id: z.uuid(), label: written(label), phone: z.optional(phone) }))
  .check(z.minLength(1, 'required'), z.maxLength(HOUSEHOLDS_MAX, 'tooMany'));
const taskInput = z.object({
  ...planTask.shape,
  what: written(name * 2),
  quantity: optionalText(name),
  dutyCode: z.nullable(written(DUTY_CODE_MAX)),
});
const pairInput = z.object({ ...photoPair.shape, spot: optionalText(name) });

/** Input of every action of lifecycles D2. One schema serves form, procedure and seed. */
export const whistleInputs = {
  draft: z.object({ whistleId, requestId, ...matter }),
  revise: z.object({ ...onWhistle, ...matter }),
  blow: z.object({ ...onWhistle }),
  approveBlow: z.object({ ...onWhistle }),
  returnBlow: z.object({ ...onWhistle, reason: written(note) }),
  acknowledge: z.object({ ...ofUnit, person: written(name), phone: workPhone, eta: instant }),
  object: z.object({ ...ofUnit, reason: written(note), legalBasis: written(note) }),
  /** the unit is right; a lead needs another one in its place */
  upholdObjection: z.object({ ...ofUnit, ruling: written(note), replacementUnitId: z._default(z.nullable(departmentId), null) }),
  overruleObjection: z.object({ ...ofUnit, ruling: written(note) }),
  excuseUnit: z.object({ ...ofUnit, reason: written(note) }),
  summonSupport: z.object({ ...ofUnit, reason: written(note) }),
  /** `code`: the six digits on the secretary's tablet, in place of a position */
  reportIn: z.object({
    ...ofUnit,
    position: z._default(z.nullable(casePoint), null),
    code: z._default(z.nullable(z.string().check(z.regex(/^\d{6}$/, 'codeInvalid'))), null),
  }),
  confirmReportIn: z.object({ ...ofUnit, reason: written(note) }),
  recordVisit: z.object({
    ...onWhistle,
    from: instant,
    to: instant,
    attendance: z
      .array(z.object({ departmentId: z.nullable(departmentId), name: written(name) }))
      .check(z.minLength(1, 'required'), z.maxLength(60, 'tooMany')),
    minutes: written(text),
    photoIds: photos,
    signatureIds: photos,
  }),
  listHouseholds: z.object({ ...onWhistle, households: doors }),
  addOpinion: z.object({
    ...onWhistle,
    opinionId: z.uuid(),
    householdId: z._default(z.nullable(z.uuid()), null),
    way: opinionWay,
    stance: z.enum(stances),
    text: written(note),
    topics: z._default(z.array(written(label)).check(z.maxLength(8, 'tooMany')), []),
    heardAt: instant,
  }),
  closeOpinions: z.object({ ...onWhistle }),
  proposePlan: z.object({
    ...onWhistle,
    tasks: z.array(taskInput).check(z.minLength(1, 'required'), z.maxLength(TASKS_MAX, 'tooMany')),
    note: optionalText(note),
    /** where residents decided on their own money or land */
    deliberation: optionalText(note),
  }),
  agreePlan: z.object({ ...ofUnit, draft: z.int() }),
  objectPlan: z.object({ ...ofUnit, draft: z.int(), reason: written(note) }),
  /** `overReason`: the street confirms although a support is silent or against */
  approvePlan: z.object({ ...onWhistle, draft: z.int(), overReason: optionalText(note) }),
  start: z.object({ ...onWhistle }),
  completeTask: z.object({
    ...onWhistle,
    taskId: z.uuid(),
    done: z.boolean(),
    text: written(note),
    quantity: optionalText(name),
    costFen: z._default(z.nullable(costFen), null),
    photoIds: photos,
    documentIds: photos,
  }),
  leave: z.object({ ...ofUnit }),
  complete: z.object({ ...onWhistle, pairs: z.array(pairInput).check(z.maxLength(9, 'tooMany')) }),
  acceptWork: z.object({ ...onWhistle, note: optionalText(note), photoIds: photos }),
  rejectWork: z.object({
    ...onWhistle,
    reason: written(note),
    taskIds: z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(TASKS_MAX, 'tooMany')),
    photoIds: photos,
  }),
  tellResult: z.object({
    ...onWhistle,
    way: toldWay,
    householdIds: z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(HOUSEHOLDS_MAX, 'tooMany')),
  }),
  feedBack: z.object({ ...onWhistle, result: written(text) }),
  /** a household's own answer, given by its link or code */
  giveVerdict: z.object({ ...onWhistle, householdId: z.uuid(), solved, note: optionalText(note), thanks: z._default(z.boolean(), false) }),
  rateUnit: z.object({ ...ofUnit, arrival: rating, work: rating, result: rating, note: optionalText(note) }),
  rateWhistle: z.object({ ...ofUnit, justification: rating, information: rating, note: optionalText(note) }),
  /** `overReason`: once the clearing is overdue, although a unit has not rated; at any time, although a household says it is not solved */
  clear: z.object({ ...onWhistle, overReason: optionalText(note) }),
  withdraw: z.object({ ...onWhistle, reason: written(note) }),
  requestExtension: z.object({ ...onWhistle, reason: written(note), limit }),
  grantExtension: z.object({ ...onWhistle }),
  refuseExtension: z.object({ ...onWhistle, reason: written(note) }),
  requestHold: z.object({ ...onWhistle, obstacle: written(note), nextReviewAt: instant }),
  approveHold: z.object({ ...onWhistle }),
  refuseHold: z.object({ ...onWhistle, reason: written(note) }),
  resume: z.object({ ...onWhistle }),
  supervise: z.object({ ...ofUnit, level: z.enum(supervisionLevels), until: instant, note: written(note) }),
  receiveSupervision: z.object({ ...ofUnit }),
  replySupervision: z.object({ ...ofUnit, text: written(note) }),
  closeSupervision: z.object({ ...ofUnit, note: optionalText(note) }),
  returnSupervision: z.object({ ...ofUnit, reason: written(note) }),
  requestVoid: z.object({ ...onWhistle, reason: z.enum(voidReasonsOfWhistle), note: written(note) }),
  approveVoid: z.object({ ...onWhistle }),
  refuseVoid: z.object({ ...onWhistle, reason: written(note) }),
  /** the product itself, when a unit stays silent past its limit */
  escalate: z.object({
    ...onWhistle,
    limit: written(80),
    unitId: z.nullable(departmentId),
    to: z.enum(['street', 'district']),
  }),
  addNote: z.object({ ...onWhistle, note: written(note), photoIds: photos }),
} as const;

export type WhistleAction = keyof typeof whistleInputs;
export type WhistleInput<A extends WhistleAction> = z.infer<(typeof whistleInputs)[A]>;

/** Every action in the order of the lifecycle. */
export const whistleActions = Object.keys(whistleInputs).filter((key): key is WhistleAction => key in whistleInputs);

/** One action with its input, as a procedure takes it and `decideWhistle` decides it. */
export type WhistleCommand = { [A in WhistleAction]: { action: A; input: WhistleInput<A> } }[WhistleAction];

/** Actions no person sends: the product's own, and those of a household's code. */
export const innerActions = ['escalate', 'giveVerdict'] as const satisfies readonly WhistleAction[];
type InnerAction = (typeof innerActions)[number];
/** Actions a signed-in person sends. */
export type SentAction = Exclude<WhistleAction, InnerAction>;

const command = <A extends WhistleAction>(action: A) => z.object({ action: z.literal(action), input: whistleInputs[action] });

export const whistleCommand = z.discriminatedUnion('action', [
  command('draft'),
  command('revise'),
  command('blow'),
  command('approveBlow'),
  command('returnBlow'),
  command('acknowledge'),
  command('object'),
  command('upholdObjection'),
  command('overruleObjection'),
  command('excuseUnit'),
  command('summonSupport'),
  command('reportIn'),
  command('confirmReportIn'),
  command('recordVisit'),
  command('listHouseholds'),
  command('addOpinion'),
  command('closeOpinions'),
  command('proposePlan'),
  command('agreePlan'),
  command('objectPlan'),
  command('approvePlan'),
  command('start'),
  command('completeTask'),
  command('leave'),
  command('complete'),
  command('acceptWork'),
  command('rejectWork'),
  command('tellResult'),
  command('feedBack'),
  command('rateUnit'),
  command('rateWhistle'),
  command('clear'),
  command('withdraw'),
  command('requestExtension'),
  command('grantExtension'),
  command('refuseExtension'),
  command('requestHold'),
  command('approveHold'),
  command('refuseHold'),
  command('resume'),
  command('supervise'),
  command('receiveSupervision'),
  command('replySupervision'),
  command('closeSupervision'),
  command('returnSupervision'),
  command('requestVoid'),
  command('approveVoid'),
  command('refuseVoid'),
  command('addNote'),
]);
