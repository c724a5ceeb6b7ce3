import * as z from 'zod/mini';
import { limit } from '../calendar/calendar-schema.ts';
import { phone } from '../identity/sign-in-schema.ts';
import { costFen } from '../kernel/cost.ts';
import { caseId, departmentId, requestId, unitId } from '../kernel/ids.ts';
import { casePoint } from '../kernel/place.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import {
  caseKind,
  caseSource,
  contactOutcomes,
  contactWays,
  declineReasons,
  divertExits,
  photoIds,
  rating,
  reopenGrounds,
  solved,
  supervisionLevels,
  urgency,
  voidReasons,
} from './cases-schema.ts';
import { textLimits } from './text-limits.ts';

/** Keys of input errors; labels in cases-refusals.i18n.ts. */
export const inputErrors = ['required', 'tooLong', 'tooMany', 'outOfRange', 'phoneInvalid'] as const;
export type InputError = (typeof inputErrors)[number];

export { textLimits } from './text-limits.ts';

type TextField = keyof typeof textLimits;
const written = (field: TextField) =>
  z
    .string()
    .check(
      storable(),
      z.trim(),
      z.minLength(1, 'required' satisfies InputError),
      z.maxLength(textLimits[field], 'tooLong' satisfies InputError),
    );
const optionalText = (field: TextField) =>
  z._default(z.string().check(storable(), z.trim(), z.maxLength(textLimits[field], 'tooLong' satisfies InputError)), '');
const photos = z._default(photoIds, []);

/** Fields of every action on an existing case. `expectedVersion` is what the person saw; another version refuses with `staleVersion`. */
const onCase = { caseId, expectedVersion: z.int().check(z.gte(1)), requestId };
const category = {
  categoryScheme: z.string().check(storable(), z.minLength(1), z.maxLength(40)),
  categoryCode: z.string().check(storable(), z.minLength(1), z.maxLength(60)),
};

/** Whom staff report for. Goes to the encrypted contact store, never into an event. */
export const onBehalfOf = z.object({ name: optionalText('name'), phone: z.nullable(phone) });
export type OnBehalfOf = z.infer<typeof onBehalfOf>;

const inspection = { photoIds: photos, documentIds: photos, position: z._default(z.nullable(casePoint), null) };

/**
 * Input of every action of lifecycles D1. One schema serves form, procedure, import and seed.
 * Errors are keys of `inputErrors`.
 */
export const caseInputs = {
  submit: z.object({
    caseId,
    requestId,
    kind: caseKind,
    ...category,
    title: optionalText('title'),
    text: optionalText('text'),
    point: z.nullable(casePoint),
    address: optionalText('address'),
    /** unit chosen by hand or by the code on a door; helps to place a case without a point */
    unitId: z._default(z.nullable(unitId), null),
    photoIds: photos,
    /** when the device took it; deadlines always run from the server's clock */
    capturedAt: z._default(z.nullable(instant), null),
    source: caseSource,
    onBehalfOf: z._default(z.nullable(onBehalfOf), null),
    livelihood: z._default(z.boolean(), false),
  }),
  requestVerification: z.object({ ...onCase, note: optionalText('note') }),
  answerVerification: z.object({ ...onCase, isTrue: z.boolean(), note: optionalText('note'), photoIds: photos }),
  register: z.object({
    ...onCase,
    kind: caseKind,
    urgency,
    ...category,
    /** moved by the dispatcher; null = as reported */
    point: z._default(z.nullable(casePoint), null),
    address: z._default(z.nullable(written('address')), null),
    unitId: z._default(z.nullable(unitId), null),
    duplicateOfId: z._default(z.nullable(caseId), null),
    /** the dispatcher looked at the candidates and says it is another matter */
    notDuplicate: z._default(z.boolean(), false),
  }),
  decline: z.object({ ...onCase, reason: z.enum(declineReasons), note: optionalText('note') }),
  divert: z.object({ ...onCase, exit: z.enum(divertExits), note: optionalText('note') }),
  selfHandle: z.object({ ...onCase, result: written('result'), beforePhotoIds: photos, afterPhotoIds: photos }),
  dispatch: z.object({
    ...onCase,
    leadUnitId: departmentId,
    supportUnitIds: z._default(z.array(departmentId).check(z.maxLength(12, 'tooMany' satisfies InputError)), []),
    note: optionalText('note'),
  }),
  sign: z.object({ ...onCase }),
  object: z.object({ ...onCase, reason: written('note'), legalBasis: written('note') }),
  upholdObjection: z.object({ ...onCase, ruling: written('note') }),
  overruleObjection: z.object({ ...onCase, ruling: written('note') }),
  contact: z.object({
    ...onCase,
    way: z.enum(contactWays),
    outcome: z.enum(contactOutcomes),
    note: optionalText('note'),
    contactAt: instant,
  }),
  requestExtension: z.object({ ...onCase, reason: written('note'), limit }),
  grantExtension: z.object({ ...onCase }),
  refuseExtension: z.object({ ...onCase, reason: written('note') }),
  requestHold: z.object({ ...onCase, obstacle: written('note'), nextReviewAt: instant }),
  approveHold: z.object({ ...onCase }),
  refuseHold: z.object({ ...onCase, reason: written('note') }),
  resume: z.object({ ...onCase }),
  recordSupportResult: z.object({
    ...onCase,
    unitId: departmentId,
    /** false: `text` holds the reasons and a stage report (Art. 14) */
    done: z.boolean(),
    text: written('result'),
  }),
  submitFeedback: z.object({
    ...onCase,
    result: written('result'),
    photoIds: photos,
    costFen: z._default(z.nullable(costFen), null),
  }),
  inspectPass: z.object({ ...onCase, note: optionalText('note'), ...inspection }),
  inspectFail: z.object({ ...onCase, reason: written('note'), ...inspection }),
  tryCallback: z.object({ ...onCase, way: z.enum(contactWays) }),
  recordCallback: z.object({ ...onCase, solved, rating: z.nullable(rating), note: optionalText('note') }),
  markUnreachable: z.object({ ...onCase }),
  reopen: z.object({ ...onCase, ground: z.enum(reopenGrounds), reason: written('note') }),
  requestVoid: z.object({ ...onCase, reason: z.enum(voidReasons), note: written('note') }),
  approveVoid: z.object({ ...onCase }),
  refuseVoid: z.object({ ...onCase, note: optionalText('note') }),
  supervise: z.object({
    ...onCase,
    level: z.enum(supervisionLevels),
    until: instant,
    recipient: optionalText('recipient'),
    note: optionalText('note'),
  }),
  acknowledgeSupervision: z.object({ ...onCase }),
  replySupervision: z.object({ ...onCase, text: written('result'), photoIds: photos }),
  closeSupervision: z.object({ ...onCase, note: optionalText('note') }),
  returnSupervision: z.object({ ...onCase, reason: written('note') }),
  addNote: z.object({ ...onCase, note: written('note'), photoIds: photos }),
} as const;

export type CaseAction = keyof typeof caseInputs;
export type CaseInput<A extends CaseAction> = z.infer<(typeof caseInputs)[A]>;

const command = <A extends CaseAction>(action: A) => z.object({ action: z.literal(action), input: caseInputs[action] });

/** One action with its input: what the device's outbox sends and what `decideCase` decides. */
export const caseCommand = z.discriminatedUnion('action', [
  command('submit'),
  command('requestVerification'),
  command('answerVerification'),
  command('register'),
  command('decline'),
  command('divert'),
  command('selfHandle'),
  command('dispatch'),
  command('sign'),
  command('object'),
  command('upholdObjection'),
  command('overruleObjection'),
  command('contact'),
  command('requestExtension'),
  command('grantExtension'),
  command('refuseExtension'),
  command('requestHold'),
  command('approveHold'),
  command('refuseHold'),
  command('resume'),
  command('recordSupportResult'),
  command('submitFeedback'),
  command('inspectPass'),
  command('inspectFail'),
  command('tryCallback'),
  command('recordCallback'),
  command('markUnreachable'),
  command('reopen'),
  command('requestVoid'),
  command('approveVoid'),
  command('refuseVoid'),
  command('supervise'),
  command('acknowledgeSupervision'),
  command('replySupervision'),
  command('closeSupervision'),
  command('returnSupervision'),
  command('addNote'),
]);
export type CaseCommand = z.infer<typeof caseCommand>;

/** Every action in the order of the lifecycle table. */
export const caseActions = Object.keys(caseInputs).filter((key): key is CaseAction => key in caseInputs);
