import {
  contactOutcomeLabels,
  contactWayLabels,
  declineReasonLabels,
  divertExitLabels,
  ratingLabels,
  reopenGroundLabels,
  solvedLabels,
  supervisionLevelLabels,
  voidReasonLabels,
} from '#shared/cases/cases.i18n.ts';
import { textLimits } from '#shared/cases/cases-actions.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Choices, FieldSpec } from '../../form-parts/index.ts';
import type { DeskAction } from '../actions.tsx';
import { doneWords, truthWords, fieldWords as words } from './field-words.ts';

const note = (label: Label = words.note): FieldSpec => ({ kind: 'text', name: 'note', label, most: textLimits.note, optional: true });
const reason = (label: Label = words.reason, hint?: Label): FieldSpec => ({
  kind: 'text',
  name: 'reason',
  label,
  most: textLimits.note,
  ...(hint ? { hint } : {}),
});
const choicesOf = (labels: Readonly<Record<string, Label>>): Choices => Object.entries(labels).map(([value, label]) => ({ value, label }));
const choice = (name: string, label: Label, labels: Readonly<Record<string, Label>>): FieldSpec => ({
  kind: 'choice',
  name,
  label,
  choices: choicesOf(labels),
});
const photos = (name = 'photoIds', label: Label = words.photos): FieldSpec => ({ kind: 'photos', name, label, optional: true });
const yesNo = (value: string) => value === 'yes';
const way: FieldSpec = { kind: 'choice', name: 'way', label: words.way, choices: choicesOf(contactWayLabels), first: 'phone' };
const inspection: readonly FieldSpec[] = [
  photos('photoIds', words.inspectionPhotos),
  { ...photos('documentIds', words.documents), hint: words.documentsHint },
  { kind: 'position', name: 'position', label: words.position, hint: words.positionHint },
];

/** Best first, as it is asked on the telephone. */
export const ratingChoices: Choices = ([5, 4, 3, 2, 1] as const).map((rating) => ({ value: String(rating), label: ratingLabels[rating] }));

/** The fields of each action's form; an empty list asks only to confirm. `register` has its own page. */
export const actionFields: Readonly<Record<Exclude<DeskAction, 'register'>, readonly FieldSpec[]>> = {
  requestVerification: [note(words.askGridWorker)],
  answerVerification: [
    { kind: 'choice', name: 'isTrue', label: words.isTrue, choices: choicesOf(truthWords), read: yesNo },
    note(words.seen),
    photos(),
  ],
  decline: [choice('reason', words.declineReason, declineReasonLabels), note(words.tellApplicant)],
  divert: [choice('exit', words.exit, divertExitLabels), note(words.tellApplicant)],
  selfHandle: [
    { kind: 'text', name: 'result', label: words.result, most: textLimits.result },
    photos('beforePhotoIds', words.beforePhotos),
    photos('afterPhotoIds', words.afterPhotos),
  ],
  dispatch: [{ kind: 'units', name: 'leadUnitId', label: words.lead }, note(words.forUnit)],
  sign: [],
  object: [
    reason(words.objectionReason),
    { kind: 'text', name: 'legalBasis', label: words.legalBasis, hint: words.legalBasisHint, most: textLimits.note },
  ],
  upholdObjection: [{ kind: 'text', name: 'ruling', label: words.ruling, hint: words.upholdHint, most: textLimits.note }],
  overruleObjection: [{ kind: 'text', name: 'ruling', label: words.ruling, hint: words.overruleHint, most: textLimits.note }],
  contact: [
    way,
    { kind: 'choice', name: 'outcome', label: words.outcome, choices: choicesOf(contactOutcomeLabels), first: 'reached' },
    { kind: 'moment', name: 'contactAt', label: words.contactAt, first: 'now' },
    note(words.said),
  ],
  requestExtension: [reason(words.extensionReason, words.toldToApplicant), { kind: 'limit', name: 'limit', label: words.extensionLimit }],
  grantExtension: [],
  refuseExtension: [reason()],
  requestHold: [
    { kind: 'text', name: 'obstacle', label: words.obstacle, hint: words.toldToApplicant, most: textLimits.note },
    { kind: 'moment', name: 'nextReviewAt', label: words.nextReviewAt, first: 'days', days: 14 },
  ],
  approveHold: [],
  refuseHold: [reason()],
  resume: [],
  recordSupportResult: [
    { kind: 'ownSupport', name: 'unitId', label: words.supportUnit },
    { kind: 'choice', name: 'done', label: words.supportDone, choices: choicesOf(doneWords), read: yesNo },
    { kind: 'text', name: 'text', label: words.supportText, hint: words.supportTextHint, most: textLimits.result },
  ],
  submitFeedback: [
    { kind: 'text', name: 'result', label: words.result, hint: words.resultHint, most: textLimits.result, rows: 5 },
    photos('photoIds', words.afterPhotos),
    { kind: 'money', name: 'costFen', label: words.cost, optional: true },
  ],
  inspectPass: [note(words.seen), ...inspection],
  inspectFail: [reason(words.failReason), ...inspection],
  tryCallback: [way],
  recordCallback: [
    choice('solved', words.solved, solvedLabels),
    { kind: 'choice', name: 'rating', label: words.rating, choices: ratingChoices, read: Number, optional: true },
    note(words.said),
  ],
  markUnreachable: [],
  reopen: [choice('ground', words.ground, reopenGroundLabels), reason(words.reopenReason)],
  requestVoid: [
    choice('reason', words.voidReason, voidReasonLabels),
    { kind: 'text', name: 'note', label: words.voidNote, most: textLimits.note },
  ],
  approveVoid: [],
  refuseVoid: [note(words.reason)],
  supervise: [
    { kind: 'choice', name: 'level', label: words.level, choices: choicesOf(supervisionLevelLabels), first: 'normal' },
    { kind: 'moment', name: 'until', label: words.until, first: 'days', days: 2 },
    {
      kind: 'text',
      name: 'recipient',
      label: words.recipient,
      hint: words.recipientHint,
      most: textLimits.recipient,
      oneLine: true,
      optional: true,
    },
    note(),
  ],
  acknowledgeSupervision: [],
  replySupervision: [{ kind: 'text', name: 'text', label: words.reply, hint: words.replyHint, most: textLimits.result }, photos()],
  closeSupervision: [note()],
  returnSupervision: [reason(words.returnReason)],
  addNote: [{ kind: 'text', name: 'note', label: words.noteText, most: textLimits.note }, photos()],
};
