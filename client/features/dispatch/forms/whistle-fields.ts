import { supervisionLevelLabels } from '#shared/cases/cases.i18n.ts';
import { opinionWayLabels, stanceLabels, toldWayLabels, whistleVoidReasonLabels } from '#shared/dispatch/whistle.i18n.ts';
import { whistleTextLimits } from '#shared/dispatch/whistle-actions.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Choices, FieldSpec } from '../../form-parts/index.ts';
import type { PageAction } from '../actions.tsx';
import { doneWords, fieldWords as words } from './field-words.ts';

type Common = { name: string; label: Label; hint?: Label; optional?: true };

/** Fields that only whistles have; `units` says which units of the whistle stand to choose. */
export type WhistleField =
  | FieldSpec
  | (Common &
      (
        | { kind: 'unit'; units: UnitChoice }
        | { kind: 'directory' }
        | { kind: 'reportIn' }
        | { kind: 'attendance' }
        | { kind: 'signatures' }
        | { kind: 'households' }
        | { kind: 'household' }
        | { kind: 'householdChoice' }
        | { kind: 'topics' }
        | { kind: 'tasks' }
        | { kind: 'task' }
        | { kind: 'taskChoice' }
        | { kind: 'pairs' }
        | { kind: 'mark' }
      ));

/** `own`: those the person acts for; the others by where they stand. */
export type UnitChoice = 'own' | 'objected' | 'supports' | 'notArrived' | 'unrated' | 'active' | 'supervised';

const { note: noteMost, text: textMost, name: nameMost } = whistleTextLimits;
const text = (name: string, label: Label, more: Partial<Extract<FieldSpec, { kind: 'text' }>> = {}): FieldSpec => ({
  ...{ kind: 'text', name, label, most: noteMost },
  ...more,
});
const note = text('note', words.note, { optional: true });
const reason = (label: Label = words.reason): FieldSpec => text('reason', label);
const choicesOf = (labels: Readonly<Record<string, Label>>): Choices => Object.entries(labels).map(([value, label]) => ({ value, label }));
const photos = (name: string, label: Label): FieldSpec => ({ kind: 'photos', name, label });
const unit = (units: UnitChoice): WhistleField => ({ kind: 'unit', name: 'unitId', label: words.unit, units });
const ruling = text('ruling', words.ruling, { hint: words.rulingHint });
const yesNo = (value: string) => value === 'yes';
/** A resident's own link is not a way somebody else writes down. */
const { link: _link, paper: _paper, ...spokenWays } = opinionWayLabels;

/** The fields of each act's form; an empty list asks only to confirm. */
export const whistleFields: Readonly<Record<Exclude<PageAction, 'revise'>, readonly WhistleField[]>> = {
  blow: [],
  approveBlow: [],
  returnBlow: [reason(words.returnReason)],
  acknowledge: [
    unit('own'),
    text('person', words.person, { most: nameMost, oneLine: true }),
    text('phone', words.phone, { most: 20, oneLine: true, hint: words.phoneHint }),
    { kind: 'moment', name: 'eta', label: words.eta },
  ],
  object: [
    unit('own'),
    text('reason', words.objection, { hint: words.objectionHint }),
    text('legalBasis', words.legalBasis, { hint: words.legalBasisHint }),
  ],
  upholdObjection: [
    unit('objected'),
    ruling,
    { kind: 'directory', name: 'replacementUnitId', label: words.replacement, hint: words.replacementHint, optional: true },
  ],
  overruleObjection: [unit('objected'), ruling],
  excuseUnit: [unit('supports'), reason(words.excuse)],
  summonSupport: [{ kind: 'directory', name: 'unitId', label: words.newSupport }, reason()],
  reportIn: [unit('own'), { kind: 'reportIn', name: 'position', label: words.arrival }],
  confirmReportIn: [unit('notArrived'), text('reason', words.seen, { hint: words.seenHint })],
  recordVisit: [
    { kind: 'moment', name: 'from', label: words.from },
    { kind: 'moment', name: 'to', label: words.to, first: 'now' },
    { kind: 'attendance', name: 'attendance', label: words.attendance },
    text('minutes', words.minutes, { most: textMost, rows: 5 }),
    photos('photoIds', words.sitePhotos),
    { kind: 'signatures', name: 'signatureIds', label: words.signatures },
  ],
  listHouseholds: [{ kind: 'households', name: 'households', label: words.households, hint: words.householdsHint }],
  addOpinion: [
    { kind: 'household', name: 'householdId', label: words.household },
    { kind: 'choice', name: 'way', label: words.way, choices: choicesOf(spokenWays), first: 'visit' },
    { kind: 'choice', name: 'stance', label: words.stance, choices: choicesOf(stanceLabels) },
    text('text', words.said, { hint: words.saidHint }),
    { kind: 'topics', name: 'topics', label: words.topics, hint: words.topicsHint, optional: true },
    { kind: 'moment', name: 'heardAt', label: words.heardAt, first: 'now' },
  ],
  closeOpinions: [],
  proposePlan: [
    { kind: 'tasks', name: 'tasks', label: words.tasks },
    text('note', words.planNote, { optional: true }),
    text('deliberation', words.deliberation, { hint: words.deliberationHint, optional: true }),
  ],
  agreePlan: [unit('own')],
  objectPlan: [unit('own'), reason(words.planObjection)],
  approvePlan: [text('overReason', words.over, { hint: words.overHint, optional: true })],
  start: [],
  completeTask: [
    { kind: 'task', name: 'taskId', label: words.task },
    { kind: 'choice', name: 'done', label: words.taskDone, choices: choicesOf(doneWords), read: yesNo, first: 'yes' },
    text('text', words.taskText),
    text('quantity', words.quantity, { most: nameMost, oneLine: true, optional: true }),
    { kind: 'money', name: 'costFen', label: words.cost, optional: true },
    { ...photos('photoIds', words.workPhotos), optional: true },
    { ...photos('documentIds', words.documents), optional: true },
  ],
  leave: [unit('own')],
  complete: [{ kind: 'pairs', name: 'pairs', label: words.pairs }],
  acceptWork: [photos('photoIds', words.acceptPhotos), text('note', words.acceptNote, { optional: true })],
  rejectWork: [
    reason(words.rejectReason),
    { kind: 'taskChoice', name: 'taskIds', label: words.redo },
    photos('photoIds', words.acceptPhotos),
  ],
  tellResult: [
    { kind: 'choice', name: 'way', label: words.toldWay, choices: choicesOf(toldWayLabels), first: 'visit' },
    { kind: 'householdChoice', name: 'householdIds', label: words.told },
  ],
  feedBack: [text('result', words.result, { most: textMost, rows: 5, hint: words.resultHint })],
  rateUnit: [
    unit('unrated'),
    { kind: 'mark', name: 'arrival', label: { zh: '到场', en: 'Arrival' } },
    { kind: 'mark', name: 'work', label: { zh: '作为', en: 'Work' } },
    { kind: 'mark', name: 'result', label: { zh: '结果', en: 'Result' } },
    note,
  ],
  rateWhistle: [
    unit('own'),
    { kind: 'mark', name: 'justification', label: { zh: '该不该吹', en: 'Was it needed' } },
    { kind: 'mark', name: 'information', label: { zh: '说没说清', en: 'Was it clear' } },
    note,
  ],
  clear: [text('overReason', words.overClear, { hint: words.overClearHint, optional: true })],
  withdraw: [reason(words.withdraw)],
  requestExtension: [reason(words.extensionReason), { kind: 'limit', name: 'limit', label: words.extensionLimit }],
  grantExtension: [],
  refuseExtension: [reason()],
  requestHold: [
    text('obstacle', words.obstacle),
    { kind: 'moment', name: 'nextReviewAt', label: words.nextReviewAt, first: 'days', days: 14 },
  ],
  approveHold: [],
  refuseHold: [reason()],
  resume: [],
  supervise: [
    unit('active'),
    { kind: 'choice', name: 'level', label: words.level, choices: choicesOf(supervisionLevelLabels), first: 'normal' },
    { kind: 'moment', name: 'until', label: words.until, first: 'days', days: 2 },
    text('note', words.supervise),
  ],
  receiveSupervision: [unit('supervised')],
  replySupervision: [unit('supervised'), text('text', words.reply)],
  closeSupervision: [unit('supervised'), note],
  returnSupervision: [unit('supervised'), reason(words.missing)],
  requestVoid: [
    { kind: 'choice', name: 'reason', label: words.voidReason, choices: choicesOf(whistleVoidReasonLabels) },
    text('note', words.voidNote),
  ],
  approveVoid: [],
  refuseVoid: [reason()],
  addNote: [text('note', words.noteText), { ...photos('photoIds', words.photos), optional: true }],
};
