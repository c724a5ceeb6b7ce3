import { caseSettingBounds as bounds } from '#shared/cases/case-settings.ts';
import type { SettingGroup } from './setting-fields.ts';

const metres = { zh: '米', en: 'm' };
const days = { zh: '天', en: 'days' };
const times = { zh: '次', en: 'times' };
const percent = { zh: '%', en: '%' };

/** The figures of cases that a district may change, with what each of them does. */
export const caseGroups: readonly SettingGroup[] = [
  {
    title: { zh: '上报和核查', en: 'Reporting and inspecting' },
    fields: [
      {
        ...{ kind: 'number', path: 'duplicateRadiusM', unit: metres, bounds: bounds.duplicateRadiusM, applies: 'open' },
        label: { zh: '重复案件的查找半径', en: 'Radius for duplicates' },
        effect: {
          zh: '立案时，这么近的同类未结案件会提示是否同一件事',
          en: 'Open cases of the kind this close are asked about before registration',
        },
      },
      {
        ...{ kind: 'tick', path: 'fieldPhotoAlways', applies: 'next' },
        label: { zh: '网格员上报必须有照片', en: 'The field always reports with a photo' },
        effect: { zh: '不勾选就按类别的要求', en: 'Without the tick the category decides' },
      },
      {
        ...{ kind: 'number', path: 'inspectionRadiusM', unit: metres, bounds: bounds.inspectionRadiusM, applies: 'open' },
        label: { zh: '核查离现场最远', en: 'Farthest inspection from the site' },
        effect: { zh: '离得更远，核查交不上', en: 'From farther away an inspection is refused' },
      },
    ],
  },
  {
    title: { zh: '延期、挂账、返工', en: 'Extension, hold, rework' },
    fields: [
      {
        ...{ kind: 'number', path: 'extensionsMax', unit: times, bounds: bounds.extensionsMax, applies: 'open' },
        label: { zh: '一件最多延期', en: 'Extensions of a case' },
        effect: { zh: '用完就不能再申请延期，0 是不许延期', en: 'Then none is asked for any more; 0 = no extension' },
      },
      {
        ...{ kind: 'number', path: 'holdsMax', unit: times, bounds: bounds.holdsMax, applies: 'open' },
        label: { zh: '一件最多挂账', en: 'Holds of a case' },
        effect: { zh: '用完就不能再申请挂账', en: 'Then none is asked for any more' },
      },
      {
        ...{ kind: 'number', path: 'holdReviewMaxDays', unit: days, bounds: bounds.holdReviewMaxDays, applies: 'next' },
        label: { zh: '挂账多久内要复查', en: 'Review of a hold within' },
        effect: { zh: '复查日不能定得更晚；已经定下的复查日不变', en: 'No later day of review is taken; days that are set stay' },
      },
      {
        ...{ kind: 'number', path: 'refusalsMax', unit: times, bounds: bounds.refusalsMax, applies: 'open' },
        label: { zh: '同一种申请被退几次就不能再提', en: 'Refusals until a request is not asked again' },
        effect: { zh: '延期、挂账、作废各算各的', en: 'Counted apart for extension, hold and voiding' },
      },
      {
        ...{ kind: 'number', path: 'reworkPercent', unit: percent, bounds: bounds.reworkPercent, applies: 'next' },
        label: { zh: '返工给办结时限的', en: 'Share of the limit for a rework' },
        effect: { zh: '核查不通过后的期限，不会早于原来的；已经退回的不变', en: 'Never earlier than before; what was sent back stays' },
      },
    ],
  },
  {
    title: { zh: '回访、重开、督办', en: 'Callback, reopening, supervision' },
    fields: [
      {
        ...{ kind: 'number', path: 'callbackTries', unit: times, bounds: bounds.callbackTries, applies: 'open' },
        label: { zh: '打不通几次可标为联系不上', en: 'Calls before “unreachable”' },
        effect: { zh: '次数不够，联系不上标不了', en: 'With fewer it is refused' },
      },
      {
        ...{ kind: 'number', path: 'reopenWithinDays', unit: days, bounds: bounds.reopenWithinDays, applies: 'open' },
        label: { zh: '结案多久内可以重开', en: 'Reopening within' },
        effect: { zh: '从结案起算；已结案的也按这个算', en: 'From the closing on; for closed cases too' },
      },
      {
        ...{ kind: 'number', path: 'supervisionsMax', unit: times, bounds: bounds.supervisionsMax, applies: 'open' },
        label: { zh: '一件最多督办', en: 'Supervisions of a case' },
        effect: { zh: '各级督办一起算', en: 'All levels together' },
      },
    ],
  },
];
