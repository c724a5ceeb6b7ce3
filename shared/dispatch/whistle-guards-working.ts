import { personId, samplePost, T0 } from '../cases/case-samples.ts';
import type { FileId } from '../kernel/ids.ts';
import { DAY } from '../kernel/time.ts';
import type { FilePhoto } from './judge-pair.ts';
import type { WhistleGuard } from './whistle-guard-line.ts';
import { secretaryOf } from './whistle-guards-arrival.ts';
import { AFTER, BEFORE, HOUSING, taskIds, URBAN, WATER, whistleActor } from './whistle-samples.ts';
import type { ScriptedWhistleStep } from './whistle-walk.ts';

const done = { action: 'completeTask', hat: 'leadHandler' } as const;
/** A photo taken so long after the whistle was drafted, so many degrees to the east. */
const taken = (id: FileId, after: number, east = 0) => ({
  id,
  takenAt: T0 + after,
  from: { lng: 116.39 + east, lat: 39.93, accuracyM: 5 },
  purpose: id === BEFORE ? ('visit' as const) : ('work' as const),
  filedAt: T0 + 300 * DAY,
});
const rejected: readonly ScriptedWhistleStep[] = [{ action: 'rejectWork', hat: 'inspector', now: T0 + DAY }, done];
/** Photos of the pair without a word of when and where. */
const silentPair = (after: Partial<FilePhoto>) => ({
  ownPhotos: [
    { id: BEFORE, takenAt: null, from: null, purpose: 'visit' as const, filedAt: T0 },
    { id: AFTER, takenAt: null, from: null, purpose: 'work' as const, filedAt: T0 + DAY, ...after },
  ],
});
const completes = { action: 'complete', hat: 'leadHandler', now: T0 + DAY } as const;
const oneSilent = [
  ['rateUnit', 'secretary'],
  ['rateUnit', 'secretary'],
  ['rateWhistle', 'leadHead'],
] as const;
const allRated = [...oneSilent, ['rateWhistle', 'supportHead']] as const;
const says = (solved: 'yes' | 'partly' | 'no') => ({ action: 'giveVerdict', hat: 'system', input: { solved } }) as const;
const supervised: ScriptedWhistleStep = ['supervise', 'secretary'];
const inspects = { action: 'acceptWork', hat: 'inspector' } as const;
const worker = { ...whistleActor('inspector'), userId: whistleActor('gridWorker').userId };
const inTheLead = {
  ...whistleActor('inspector'),
  posts: [samplePost('inspector'), samplePost('departmentLead', { departmentId: HOUSING })],
};
const accepted: ScriptedWhistleStep = ['acceptWork', 'inspector'];

/** Work, acceptance, telling, rating, clearing. */
export const workGuards: readonly WhistleGuard[] = [
  { what: 'a task of no plan', in: 'executing', step: { ...done, input: { taskId: personId(1) } }, refusal: 'taskUnknown' },
  { what: 'a task of another unit', in: 'executing', step: { ...done, input: { taskId: taskIds.urban } }, refusal: 'taskNotYours' },
  { what: 'a task of the community', in: 'executing', step: { ...done, input: { taskId: taskIds.community } }, refusal: 'taskNotYours' },
  {
    what: 'done twice',
    in: 'executing',
    after: [['completeTask', 'gridWorker']],
    step: { ...done, input: { taskId: taskIds.community } },
    refusal: 'taskDone',
  },
  { what: 'done without its photo', in: 'executing', step: { ...done, input: { photoIds: [] } }, refusal: 'proofMissing' },
  {
    what: 'done without its document',
    in: 'executing',
    step: { action: 'completeTask', hat: 'supportHandler', input: { documentIds: [] } },
    refusal: 'documentMissing',
  },
  { what: 'not done, with the reason', in: 'executing', step: { ...done, input: { done: false, photoIds: [] } }, refusal: 'ok' },
  { what: 'leaves an open task (事不完、人不撤)', in: 'executing', step: { action: 'leave', hat: 'supportHandler' }, refusal: 'openTask' },
  {
    what: 'leaves when all is done',
    in: 'executing',
    after: [['completeTask', 'supportHandler']],
    step: { action: 'leave', hat: 'supportHandler' },
    refusal: 'ok',
  },
  {
    what: 'leaves twice',
    in: 'completed',
    after: [['leave', 'supportHandler']],
    step: { action: 'leave', hat: 'supportHead' },
    refusal: 'unitGone',
  },
  { what: 'the lead leaves', in: 'fedBack', step: { action: 'leave', hat: 'leadHandler' }, refusal: 'leadStays' },
  {
    what: 'back for what is done again',
    in: 'completed',
    after: [['leave', 'supportHandler'], { action: 'rejectWork', hat: 'inspector', input: { taskIds: [taskIds.urban] } }],
    step: { action: 'leave', hat: 'supportHandler' },
    refusal: 'openTask',
  },
  {
    what: 'completed with open tasks',
    in: 'executing',
    after: [done],
    step: { action: 'complete', hat: 'leadHandler' },
    refusal: 'tasksOpen',
  },
  {
    what: 'completed without before and after',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', input: { pairs: [] } },
    refusal: 'pairMissing',
  },
  {
    what: 'before is after',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', input: { pairs: [{ beforeId: BEFORE, afterId: BEFORE, spot: '' }] } },
    refusal: 'pairInvalid',
  },
  {
    what: 'photos of elsewhere',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', context: { ownPhotos: [taken(BEFORE, -DAY)] } },
    refusal: 'pairInvalid',
  },
  {
    what: 'after is the older one',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', context: { ownPhotos: [taken(BEFORE, 300 * DAY), taken(AFTER, 299 * DAY)] } },
    refusal: 'pairReversed',
  },
  {
    what: 'after was taken before the work began',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', context: { ownPhotos: [taken(BEFORE, -2 * DAY), taken(AFTER, -DAY)] } },
    refusal: 'pairTooEarly',
  },
  {
    what: 'after was taken elsewhere',
    in: 'completed',
    after: [{ action: 'rejectWork', hat: 'inspector' }, done],
    step: { action: 'complete', hat: 'leadHandler', context: { ownPhotos: [taken(BEFORE, -DAY), taken(AFTER, 300 * DAY, 0.01)] } },
    refusal: 'pairApart',
  },
  {
    what: 'after is a photo of the visit that says no time',
    in: 'completed',
    after: rejected,
    step: { ...completes, context: silentPair({ purpose: 'visit' }) },
    refusal: 'pairWrongSide',
  },
  {
    what: 'after was filed before the rejection',
    in: 'completed',
    after: rejected,
    step: { ...completes, context: silentPair({ filedAt: T0 + DAY - 1 }) },
    refusal: 'pairFiledEarly',
  },
  {
    what: 'after was filed with a note since the rejection',
    in: 'completed',
    after: rejected,
    step: { ...completes, context: silentPair({ purpose: 'note' }) },
    refusal: 'ok',
  },
  {
    what: 'accepted by whoever did a task',
    in: 'completed',
    step: { action: 'acceptWork', hat: 'gridWorker' },
    refusal: 'workerMayNotAccept',
  },
  { what: 'accepted under another hat', in: 'completed', step: { ...inspects, actor: worker }, refusal: 'workerMayNotAccept' },
  { what: 'accepted by the unit that worked', in: 'completed', step: { ...inspects, actor: inTheLead }, refusal: 'workerMayNotAccept' },
  {
    what: 'rejected by whoever did a task',
    in: 'completed',
    step: { action: 'rejectWork', hat: 'gridWorker' },
    refusal: 'workerMayNotAccept',
  },
  { what: 'accepted without a photo', in: 'completed', step: { ...inspects, input: { photoIds: [] } }, refusal: 'photoMissing' },
  {
    what: 'accepted twice',
    in: 'completed',
    after: [accepted],
    step: { action: 'acceptWork', hat: 'secretary' },
    refusal: 'alreadyAccepted',
  },
  {
    what: 'rejected after acceptance',
    in: 'completed',
    after: [accepted],
    step: { action: 'rejectWork', hat: 'secretary' },
    refusal: 'alreadyAccepted',
  },
  { what: 'told before acceptance', in: 'completed', step: { action: 'tellResult', hat: 'secretary' }, refusal: 'notAccepted' },
  { what: 'asked before acceptance', in: 'completed', step: { action: 'giveVerdict', hat: 'system' }, refusal: 'notAccepted' },
  {
    what: 'told a stranger',
    in: 'completed',
    after: [accepted],
    step: { action: 'tellResult', hat: 'secretary', input: { householdIds: [personId(1)] } },
    refusal: 'householdUnknown',
  },
  {
    what: 'a stranger answers',
    in: 'fedBack',
    step: { action: 'giveVerdict', hat: 'system', input: { householdId: personId(1) } },
    refusal: 'householdUnknown',
  },
  {
    what: 'told again',
    in: 'completed',
    after: [accepted, ['tellResult', 'secretary']],
    step: { action: 'tellResult', hat: 'secretary' },
    refusal: 'householdsTold',
  },
  { what: 'fed back unaccepted', in: 'completed', step: { action: 'feedBack', hat: 'secretary' }, refusal: 'notAccepted' },
  {
    what: 'fed back with one household untold',
    in: 'completed',
    after: [
      accepted,
      {
        action: 'tellResult',
        hat: 'secretary',
        input: { householdIds: ['00000000-0000-7000-8000-000000001031', '00000000-0000-7000-8000-000000001032'] },
      },
    ],
    step: { action: 'feedBack', hat: 'secretary' },
    refusal: 'householdsUntold',
  },
  { what: 'rates a stranger', in: 'fedBack', step: { action: 'rateUnit', hat: 'secretary', unit: WATER }, refusal: 'unitUnknown' },
  {
    what: 'rates a unit twice',
    in: 'fedBack',
    after: [['rateUnit', 'secretary']],
    step: { action: 'rateUnit', hat: 'streetOperator', unit: HOUSING },
    refusal: 'alreadyRated',
  },
  {
    what: 'rates the whistle twice',
    in: 'fedBack',
    after: [['rateWhistle', 'leadHead']],
    step: { action: 'rateWhistle', hat: 'leadHandler' },
    refusal: 'alreadyRated',
  },
  {
    what: 'cleared with a unit unrated',
    in: 'fedBack',
    after: [
      ['rateUnit', 'secretary'],
      ['rateWhistle', 'leadHead'],
      ['rateWhistle', 'supportHead'],
    ],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'unitUnrated',
  },
  {
    what: 'cleared while a unit has not rated',
    in: 'fedBack',
    after: [
      ['rateUnit', 'secretary'],
      ['rateUnit', 'secretary'],
      ['rateWhistle', 'leadHead'],
    ],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'whistleUnrated',
  },
  {
    what: 'cleared with a reason before the limit of the clearing',
    in: 'fedBack',
    after: oneSilent,
    step: { action: 'clear', hat: 'streetOperator', input: { overReason: '催过两次' } },
    refusal: 'whistleUnrated',
  },
  {
    what: 'cleared without a reason after the limit',
    in: 'fedBack',
    after: oneSilent,
    step: { action: 'clear', hat: 'streetOperator', now: T0 + 30 * DAY },
    refusal: 'whistleUnrated',
  },
  {
    what: 'cleared with a reason after the limit',
    in: 'fedBack',
    after: oneSilent,
    step: { action: 'clear', hat: 'streetOperator', now: T0 + 30 * DAY, input: { overReason: '催过两次' } },
    refusal: 'ok',
  },
  {
    what: 'cleared after the limit although the blower has not rated',
    in: 'fedBack',
    step: { action: 'clear', hat: 'streetOperator', now: T0 + 30 * DAY, input: { overReason: '催过两次' } },
    refusal: 'unitUnrated',
  },
  {
    what: 'cleared without a reason over a household that says no',
    in: 'fedBack',
    after: [...allRated, says('no')],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'householdsUnsolved',
  },
  {
    what: 'cleared with a reason over a household that says no',
    in: 'fedBack',
    after: [...allRated, says('no')],
    step: { action: 'clear', hat: 'streetOperator', input: { overReason: '已另行立项' } },
    refusal: 'ok',
  },
  {
    what: 'cleared over a no with a reason, but before a unit has rated',
    in: 'fedBack',
    after: [...oneSilent, says('no')],
    step: { action: 'clear', hat: 'streetOperator', input: { overReason: '已另行立项' } },
    refusal: 'whistleUnrated',
  },
  {
    what: 'cleared after the household said it is solved in part',
    in: 'fedBack',
    after: [...allRated, says('no'), says('partly')],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'ok',
  },
  {
    what: 'cleared after the household said it is solved',
    in: 'fedBack',
    after: [...allRated, says('no'), says('yes')],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'ok',
  },
  {
    what: 'cleared without a reason over an open supervision',
    in: 'fedBack',
    after: [...allRated, supervised],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'supervisionOpen',
  },
  {
    what: 'cleared with a reason over an open supervision',
    in: 'fedBack',
    after: [...allRated, supervised],
    step: { action: 'clear', hat: 'streetOperator', input: { overReason: '已当面核实' } },
    refusal: 'ok',
  },
  {
    what: 'cleared once the supervision is settled',
    in: 'fedBack',
    after: [
      ...allRated,
      supervised,
      ['receiveSupervision', 'leadHead'],
      ['replySupervision', 'leadHead'],
      ['closeSupervision', 'secretary'],
    ],
    step: { action: 'clear', hat: 'streetOperator' },
    refusal: 'ok',
  },
  {
    what: 'rates the own unit',
    in: 'fedBack',
    step: { action: 'rateUnit', hat: 'secretary', unit: URBAN, actor: secretaryOf(URBAN) },
    refusal: 'ownInterest',
  },
  {
    what: 'a unit that left rates as well',
    in: 'fedBack',
    after: [['leave', 'supportHandler']],
    step: { action: 'rateWhistle', hat: 'supportHead' },
    refusal: 'ok',
  },
];
