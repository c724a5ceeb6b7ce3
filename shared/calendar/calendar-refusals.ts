import type { Labels } from '../kernel/label.ts';

/** Why a calendar is not read or changed. */
export const calendarRefusalCodes = ['notFound', 'outsideScope', 'versionChanged', 'badRange'] as const;
export type CalendarRefusalCode = (typeof calendarRefusalCodes)[number];

export const calendarRefusalLabels: Labels<CalendarRefusalCode> = {
  notFound: { zh: '这个区还没有工作日历', en: 'This district has no working calendar yet' },
  outsideScope: { zh: '只有本区管理员可以更新日历', en: 'Only an administrator of the district may change its calendar' },
  versionChanged: {
    zh: '日历刚被更新到第 {version} 版，请看新的差异后再确认',
    en: 'The calendar is at version {version} now; look at the differences again',
  },
  badRange: { zh: '试算最多 {days} 天', en: 'A trial reaches {days} days at most' },
};
