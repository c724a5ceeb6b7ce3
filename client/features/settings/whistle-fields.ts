import { whistleSettingBounds as bounds } from '#shared/dispatch/whistle-context.ts';
import type { DistrictLimits } from '#shared/dispatch/whistle-limits.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { SettingField, SettingGroup } from './setting-fields.ts';

const metres = { zh: '米', en: 'm' };
const days = { zh: '天', en: 'days' };
const times = { zh: '次', en: 'times' };
const percent = { zh: '%', en: '%' };
const doors = { zh: '户', en: 'households' };

type Named = { label: Label; effect: Label };
const fromTheCall: Readonly<Record<keyof DistrictLimits['emergency'], Named>> = {
  acknowledge: {
    label: { zh: '应哨', en: 'Answer the call' },
    effect: { zh: '从吹哨起，每个单位各算各的；过了也不能再提异议', en: 'From the call, each unit its own; after it no objection' },
  },
  reportIn: {
    label: { zh: '到场', en: 'Arrive' },
    effect: { zh: '从吹哨起，每个单位各算各的', en: 'From the call, each unit its own' },
  },
  ruling: {
    label: { zh: '裁定异议', en: 'Rule on an objection' },
    effect: { zh: '街道，从提出异议起', en: 'The street, from the objection' },
  },
  opinions: {
    label: { zh: '征求意见', en: 'Hear households' },
    effect: { zh: '社区，从单位到齐起', en: 'The community, from the last arrival' },
  },
  plan: { label: { zh: '定方案', en: 'Plan' }, effect: { zh: '主办，从征求完意见起', en: 'The lead, from the end of the hearing' } },
  verify: { label: { zh: '验收', en: 'Accept the work' }, effect: { zh: '社区，从报完工起', en: 'The community, from the completion' } },
  rework: {
    label: { zh: '返工', en: 'Rework' },
    effect: { zh: '验收不通过后，不会早于方案的最后一天', en: 'After a failed acceptance, never before the plan’s end' },
  },
  clear: { label: { zh: '销账', en: 'Clear' }, effect: { zh: '街道，从反馈起', en: 'The street, from the feedback' } },
};

const limitsOf = (kind: keyof DistrictLimits): SettingField[] =>
  Object.entries(fromTheCall).map(([name, words]) => ({ kind: 'limit', path: `limits.${kind}.${name}`, applies: 'next', ...words }));

const blowing: SettingGroup = {
  title: { zh: '谁能叫到部门', en: 'Who may call departments' },
  fields: [
    {
      ...{ kind: 'choice', path: 'streetApproval', applies: 'next' },
      label: { zh: '社区吹哨', en: 'A community blows' },
      effect: {
        zh: '街道自己吹哨不用批；紧急哨一律直接叫到部门，告知街道。已经在等批准的仍要批',
        en: 'A street needs no approval; an emergency never waits for one. What waits already still needs it',
      },
      options: [
        { value: 'required', label: { zh: '街道批准后叫到部门', en: 'after its street agrees' } },
        { value: 'direct', label: { zh: '直接叫到部门，告知街道', en: 'at once; the street is told' } },
      ],
    },
  ],
};

const arriving: SettingGroup = {
  title: { zh: '到场和征求意见', en: 'Arrival and hearing' },
  fields: [
    {
      ...{ kind: 'number', path: 'reportInRadiusM', unit: metres, bounds: bounds.reportInRadiusM, applies: 'open' },
      label: { zh: '报到离现场最远', en: 'Farthest from the site' },
      effect: { zh: '定位报到要在这个圈内；到场码和书记确认不看距离', en: 'For a position; a code or the secretary’s word needs none' },
    },
    {
      ...{ kind: 'number', path: 'accuracyMaxM', unit: metres, bounds: bounds.accuracyMaxM, applies: 'open' },
      label: { zh: '定位误差最大', en: 'Largest doubt of a position' },
      effect: { zh: '误差更大的定位不作数', en: 'A vaguer position proves nothing' },
    },
    {
      ...{ kind: 'number', path: 'quorumCount', unit: doors, bounds: bounds.quorumCount, applies: 'open' },
      label: { zh: '至少听多少户', en: 'Households to hear' },
      effect: { zh: '和下面的比例取小的，至少一户', en: 'The smaller of this and the share below, at least one' },
    },
    {
      ...{ kind: 'number', path: 'quorumPercent', unit: percent, bounds: bounds.quorumPercent, applies: 'open' },
      label: { zh: '或受影响住户的', en: 'Or of all affected' },
      effect: { zh: '和上面的户数取小的', en: 'The smaller of this and the number above' },
    },
  ],
};

const delaying: SettingGroup = {
  title: { zh: '延期和挂账', en: 'Extension and hold' },
  fields: [
    {
      ...{ kind: 'number', path: 'extensionsMax', unit: times, bounds: bounds.extensionsMax, applies: 'open' },
      label: { zh: '一个哨最多延期', en: 'Extensions of a whistle' },
      effect: { zh: '用完就不能再申请，0 是不许延期', en: 'Then none is asked for any more; 0 = none' },
    },
    {
      ...{ kind: 'number', path: 'extensionMaxDays', unit: days, bounds: bounds.extensionMaxDays, applies: 'next' },
      label: { zh: '一次最多延', en: 'Longest extension' },
      effect: { zh: '申请更长的不收；已经批的不变', en: 'A longer request is refused; granted ones stay' },
    },
    {
      ...{ kind: 'number', path: 'holdsMax', unit: times, bounds: bounds.holdsMax, applies: 'open' },
      label: { zh: '一个哨最多挂账', en: 'Holds of a whistle' },
      effect: { zh: '用完就不能再申请', en: 'Then none is asked for any more' },
    },
    {
      ...{ kind: 'number', path: 'holdReviewMaxDays', unit: days, bounds: bounds.holdReviewMaxDays, applies: 'next' },
      label: { zh: '挂账多久内要复查', en: 'Review of a hold within' },
      effect: { zh: '复查日不能定得更晚；已经定下的不变', en: 'No later day is taken; days that are set stay' },
    },
  ],
};

/** What a district may set for whistles, with what each figure does. */
export const whistleGroups: readonly SettingGroup[] = [
  blowing,
  {
    title: { zh: '时限（普通哨）', en: 'Limits (ordinary whistles)' },
    note: { zh: '吹哨时定下，这个哨一直按它算到销账', en: 'Fixed at the blow; the whistle keeps them to its end' },
    fields: [
      {
        ...{ kind: 'limit', path: 'limits.ordinary.approval', applies: 'next' },
        label: { zh: '批哨', en: 'Approve the call' },
        effect: { zh: '街道，从社区申请起', en: 'The street, from the request' },
      },
      ...limitsOf('ordinary'),
    ],
  },
  {
    title: { zh: '时限（紧急哨）', en: 'Limits (emergencies)' },
    note: { zh: '不用批哨，其他同样在吹哨时定下', en: 'No approval; the others are fixed at the blow too' },
    fields: limitsOf('emergency'),
  },
  arriving,
  delaying,
];
