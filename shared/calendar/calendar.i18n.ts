import type { Label, Labels, Locale } from '../kernel/label.ts';
import { fill } from '../kernel/label.ts';
import type { ImportProblemCode } from './calendar-import.ts';
import type { Limit, LimitUnit } from './calendar-schema.ts';
import type { DueStep, DueStepKind } from './due-steps.ts';
import type { RemainingTime } from './remaining.ts';
import type { DayKind } from './working-day.ts';

/** A limit in words, `{n}` is its amount. */
export const limitLabels: Labels<LimitUnit> = {
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  hours: { zh: '{n} 小时', en: '{n} h' },
  workingHours: { zh: '{n} 个工作时', en: '{n} working h' },
  workingDays: { zh: '{n} 个工作日', en: '{n} working days' },
  naturalDays: { zh: '{n} 个自然日', en: '{n} calendar days' },
};

/** Of the units of a limit the days alone have a plural. */
const oneDayLabels: Partial<Labels<LimitUnit>> = {
  workingDays: { ...limitLabels.workingDays, en: '{n} working day' },
  naturalDays: { ...limitLabels.naturalDays, en: '{n} calendar day' },
};

/** How a unit counts, for the help beside a limit. */
export const limitRuleLabels: Labels<LimitUnit> = {
  minutes: { zh: '从收到时起连续计算，节假日不停', en: 'Runs from the moment on, holidays included' },
  hours: { zh: '从收到时起连续计算，节假日不停', en: 'Runs from the moment on, holidays included' },
  workingHours: { zh: '只算工作日的办公时间', en: 'Counts office hours of working days only' },
  workingDays: {
    zh: '当天不算，从下一个工作日起算，到最后一个工作日下班时止',
    en: 'The first day is not counted; ends at close of business of the last working day',
  },
  naturalDays: {
    zh: '当天不算，最后一天是休息日的顺延到下一个工作日',
    en: 'The first day is not counted; a last day of rest moves to the next working day',
  },
};

export const dayKindLabels: Labels<DayKind> = {
  workday: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '放假', en: 'Holiday' },
  madeUpWorkday: { zh: '调休上班', en: 'Made-up working day' },
};

export const dueStepLabels: Labels<DueStepKind> = {
  startDay: { zh: '起始日，不计', en: 'Start day, not counted' },
  counted: { zh: '第 {n} 天', en: 'Day {n}' },
  restDay: { zh: '休息，不计', en: 'Rest day, not counted' },
  held: { zh: '挂账，不计', en: 'On hold, not counted' },
  movedTo: { zh: '顺延到这一天', en: 'Moved to this day' },
};

export const calendarWords = {
  whyThisTime: { zh: '为什么是这个时间', en: 'Why this time' },
  due: { zh: '到期', en: 'Due' },
  countedTime: { zh: '计 {time}', en: '{time} counted' },
  provisional: { zh: '暂定：{year} 年放假安排尚未公布', en: 'Provisional: the holidays of {year} are not published yet' },
  left: { zh: '还剩 {time}', en: '{time} left' },
  late: { zh: '已超 {time}', en: '{time} late' },
  officeHours: { zh: '{time}（办公时间）', en: '{time} (office hours)' },
  stopped: { zh: '已停表', en: 'Clock stopped' },
} satisfies Record<string, Label>;

export const importProblemLabels: Labels<ImportProblemCode> = {
  notJson: { zh: '文件不是 JSON 格式', en: 'The file is not JSON' },
  notCalendarFile: { zh: '文件里没有年份和日期列表', en: 'The file has no year and list of days' },
  noDays: { zh: '{detail} 年没有任何日期：放假安排可能尚未公布', en: '{detail} has no days: its holidays may not be published yet' },
  badLine: { zh: '第 {line} 条填写有误：{detail}', en: 'Line {line} is wrong: {detail}' },
  wrongYear: { zh: '第 {line} 条的日期 {detail} 不属于这一年', en: 'Line {line}: {detail} is not in this year' },
  doubleDate: { zh: '第 {line} 条的日期 {detail} 重复', en: 'Line {line}: {detail} appears twice' },
};

/** 周一 … 周日 by ISO weekday 1 to 7. */
export const weekdayLabels: Labels<'1' | '2' | '3' | '4' | '5' | '6' | '7'> = {
  '1': { zh: '周一', en: 'Mon' },
  '2': { zh: '周二', en: 'Tue' },
  '3': { zh: '周三', en: 'Wed' },
  '4': { zh: '周四', en: 'Thu' },
  '5': { zh: '周五', en: 'Fri' },
  '6': { zh: '周六', en: 'Sat' },
  '7': { zh: '周日', en: 'Sun' },
};

/** A limit in words: `5 个工作日`. */
export function limitWords({ unit, amount }: Limit, locale: Locale): string {
  const label = (amount === 1 && oneDayLabels[unit]) || limitLabels[unit];
  return fill(label[locale], { n: amount });
}

function timeWords(time: { days: number; hours: number; minutes: number }, words: { locale: Locale; working: boolean }): string {
  const zh = words.locale === 'zh';
  const day = zh ? (words.working ? ' 个工作日' : ' 天') : words.working ? ' working d' : ' d';
  const parts: string[] = [];
  if (time.days > 0) parts.push(`${time.days}${day}`);
  if (time.hours > 0) parts.push(`${time.hours}${zh ? ' 小时' : ' h'}`);
  // minutes matter on the last day only
  if (time.days === 0 && (time.minutes > 0 || time.hours === 0)) parts.push(`${time.minutes}${zh ? ' 分' : ' min'}`);
  return parts.join(' ');
}

/**
 * `还剩 2 个工作日 3 小时` or `已超 40 分`. Falls back to the wall clock when no office time lies between; hours of the office that differ from
 * those on the wall say so: `已超 2 小时（办公时间）`.
 */
export function remainingWords(time: RemainingTime, input: { unit: LimitUnit; locale: Locale }): string {
  const { days, hours, minutes } = time.working;
  const working = input.unit !== 'minutes' && input.unit !== 'hours' && days + hours + minutes > 0;
  const text = timeWords(working ? time.working : time.elapsed, { locale: input.locale, working });
  const words = fill((time.late ? calendarWords.late : calendarWords.left)[input.locale], { time: text });
  const ofTheOffice = working && days === 0 && (hours !== time.elapsed.hours || minutes !== time.elapsed.minutes || time.elapsed.days > 0);
  return ofTheOffice ? fill(calendarWords.officeHours[input.locale], { time: words }) : words;
}

/** One line of an explanation: `国庆节 放假`, `第 3 天 · 调休上班`, `第 5 天 · 到期`. */
export function dueStepWords(step: DueStep, locale: Locale): string {
  const parts: string[] = [];
  if (step.countedMs === null || step.kind === 'held' || step.kind === 'restDay') {
    parts.push(fill(dueStepLabels[step.kind][locale], { n: step.ordinal ?? 0 }));
  } else {
    const minutes = Math.round(step.countedMs / 60_000);
    const time = timeWords({ days: 0, hours: Math.floor(minutes / 60), minutes: minutes % 60 }, { locale, working: false });
    parts.push(fill(calendarWords.countedTime[locale], { time }));
  }
  if (step.day !== 'workday') parts.push(step.holiday && step.day === 'holiday' ? step.holiday : dayKindLabels[step.day][locale]);
  if (step.isDue) parts.push(calendarWords.due[locale]);
  return parts.join(' · ');
}
