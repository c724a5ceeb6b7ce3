import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import type { Limit } from '#shared/calendar/calendar-schema.ts';
import { caseKindLabels, clockLimitLabels, urgencyLabels } from '#shared/cases/cases.i18n.ts';
import type { CaseCategory, CaseLimits } from '#shared/cases/cases-schema.ts';
import { limitsFor } from '#shared/cases/limits.ts';
import type { Label, Locale } from '#shared/kernel/label.ts';
import { listed, type Say } from '../../platform/index.ts';
import { type LimitName, limitNames } from './category-types.ts';

export const categoryTexts = {
  nameZh: { zh: '名称', en: 'Name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  code: { zh: '编码', en: 'Code' },
  scheme: { zh: '标准', en: 'Scheme' },
  kind: { zh: '默认诉求类型', en: 'Default kind' },
  urgency: { zh: '默认紧急程度', en: 'Default urgency' },
  lead: { zh: '主办部门', en: 'Lead department' },
  noLead: { zh: '派单时定', en: 'Decided when dispatched' },
  photos: { zh: '必须有照片', en: 'Photos required' },
  report: { zh: '上报时', en: 'when reported' },
  feedback: { zh: '反馈时', en: 'when answered' },
  inspection: { zh: '核查时', en: 'when inspected' },
  noPhotos: { zh: '都不要求', en: 'never' },
  selfHandling: { zh: '网格员可以自行处置', en: 'The grid worker may settle it' },
  communityDuty: { zh: '社区自己的事，社区可派给自己的队伍', en: "The community's own: it may give it to its teams" },
  duty: { zh: '社区职责清单第几项', en: 'Item of the duty list' },
  noDuty: { zh: '不在清单内，街道不能派给社区', en: 'None: the street cannot send it down' },
  physical: { zh: '有现场可看', en: 'There is something to see on site' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '不能延期', en: 'No extension' },
  byDefault: { zh: '（默认）', en: ' (default)' },
} as const satisfies Record<string, Label>;

export const limitNameLabels: Readonly<Record<LimitName, Label>> = {
  ...clockLimitLabels,
  extension: { zh: '延期最长', en: 'Longest extension' },
  objection: { zh: '异议时限', en: 'Objection due' },
};

export function limitText(limit: Limit | null, words: { say: Say; locale: Locale }): string {
  return limit === null ? words.say(categoryTexts.none) : limitWords(limit, words.locale);
}

/** The community's own, but with no item of the duty list: nothing of it can be sent down from above until somebody names one. */
export function lacksDuty({ communityDuty, dutyCode }: Pick<CaseCategory, 'communityDuty' | 'dutyCode'>): boolean {
  return communityDuty && dutyCode === null;
}

/** The limit a new case gets, and whether the class sets it or the urgency does. */
export function limitInForce(category: CaseCategory, name: LimitName): { limit: CaseLimits[LimitName]; own: boolean } {
  return { limit: limitsFor(category, category.defaultUrgency)[name], own: category.limits[name] !== undefined };
}

export type CategoryChange = { term: string; before: string; after: string };

/** What a new version changes, one line each, in the words of the page. */
export function categoryChanges(
  { before, after }: { before: CaseCategory; after: CaseCategory },
  words: { say: Say; locale: Locale; departmentName: (id: string | null) => string },
): CategoryChange[] {
  const { say, locale } = words;
  const yesNo = (value: boolean) => say(value ? categoryTexts.yes : categoryTexts.no);
  const photos = ({ photoRequired }: CaseCategory) =>
    listed(
      (['report', 'feedback', 'inspection'] as const).map((moment) => photoRequired[moment] && say(categoryTexts[moment])),
      locale,
    ) || say(categoryTexts.noPhotos);
  const lines: readonly (readonly [Label, (category: CaseCategory) => string])[] = [
    [categoryTexts.nameZh, ({ name }) => name.zh],
    [categoryTexts.nameEn, ({ name }) => name.en],
    [categoryTexts.kind, ({ defaultKind }) => say(caseKindLabels[defaultKind])],
    [categoryTexts.urgency, ({ defaultUrgency }) => say(urgencyLabels[defaultUrgency])],
    [categoryTexts.lead, ({ leadDepartmentId }) => words.departmentName(leadDepartmentId)],
    [categoryTexts.photos, photos],
    [categoryTexts.selfHandling, ({ selfHandling }) => yesNo(selfHandling)],
    [categoryTexts.communityDuty, ({ communityDuty }) => yesNo(communityDuty)],
    [categoryTexts.duty, ({ dutyCode }) => dutyCode ?? say(categoryTexts.noDuty)],
    [categoryTexts.physical, ({ physical }) => yesNo(physical)],
    ...limitNames.map((name) => {
      const read = (category: CaseCategory) => {
        const { limit, own } = limitInForce(category, name);
        return `${limitText(limit, words)}${own ? '' : say(categoryTexts.byDefault)}`;
      };
      return [limitNameLabels[name], read] as const;
    }),
  ];
  return lines.flatMap(([term, read]) => {
    const change = { term: say(term), before: read(before), after: read(after) };
    return change.before === change.after ? [] : [change];
  });
}
