import { DAY, HOUR, MINUTE } from '#shared/kernel/durations.ts';
import type { Locale } from '#shared/kernel/label.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import { type LocalTime, toLocal } from '#shared/kernel/zone-time.ts';
import { dayNumber } from '#shared/kernel/zone-time-dates.ts';

/** Where and in which language times are written; `now` decides 今天 and whether the year is said. */
export type TimeWriting = { timeZone: string; locale: Locale; now: Instant };

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const satisfies Record<Locale, readonly string[]>;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const nearDays: Readonly<Record<number, Record<Locale, string>>> = {
  [-1]: { zh: '昨天', en: 'yesterday' },
  0: { zh: '今天', en: 'today' },
  1: { zh: '明天', en: 'tomorrow' },
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function dayText(local: LocalTime, writing: TimeWriting): string {
  const [year = '', month = '', day = ''] = local.date.split('-');
  const otherYear = toLocal(writing.timeZone, writing.now).date.slice(0, 4) !== year;
  if (writing.locale === 'zh') return `${otherYear ? `${year}年` : ''}${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${months[Number(month) - 1] ?? month}${otherYear ? ` ${year}` : ''}`;
}

/** `09:42` on the district's clock. */
export function formatClock(at: Instant, { timeZone }: Pick<TimeWriting, 'timeZone'>): string {
  const { minuteOfDay } = toLocal(timeZone, at);
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** `11月26日 周四`; another year is said. */
export function formatDay(at: Instant, writing: TimeWriting): string {
  const local = toLocal(writing.timeZone, at);
  const weekday = weekdays[writing.locale][local.weekday - 1] ?? '';
  return writing.locale === 'zh' ? `${dayText(local, writing)} ${weekday}` : `${weekday} ${dayText(local, writing)}`;
}

/** `11月26日 周四 09:42`: the full form, for heads and prints. */
export function formatFull(at: Instant, writing: TimeWriting): string {
  return `${formatDay(at, writing)} ${formatClock(at, writing)}`;
}

/** `2026年11月26日 周四 09:42`: with its year, for paper that is kept. */
export function formatDated(at: Instant, writing: TimeWriting): string {
  const local = toLocal(writing.timeZone, at);
  const year = local.date.slice(0, 4);
  if (toLocal(writing.timeZone, writing.now).date.slice(0, 4) !== year) return formatFull(at, writing);
  const weekday = weekdays[writing.locale][local.weekday - 1] ?? '';
  const day = dayText(local, writing);
  const dated = writing.locale === 'zh' ? `${year}年${day} ${weekday}` : `${weekday} ${day} ${year}`;
  return `${dated} ${formatClock(at, writing)}`;
}

/** `今天 09:31`, `昨天 18:00`, `11月17日 08:50`: the form of rows and threads. */
export function formatMoment(at: Instant, writing: TimeWriting): string {
  const local = toLocal(writing.timeZone, at);
  const away = dayNumber(local.date) - dayNumber(toLocal(writing.timeZone, writing.now).date);
  const day = nearDays[away]?.[writing.locale] ?? dayText(local, writing);
  return `${day} ${formatClock(at, writing)}`;
}

/** How 长辈版 says it: `今天上午 9 点 31 分`. */
export function formatSpoken(at: Instant, writing: TimeWriting): string {
  if (writing.locale === 'en') return formatMoment(at, writing);
  const local = toLocal(writing.timeZone, at);
  const away = dayNumber(local.date) - dayNumber(toLocal(writing.timeZone, writing.now).date);
  const hour = Math.floor(local.minuteOfDay / 60);
  const minute = local.minuteOfDay % 60;
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上';
  const day = nearDays[away]?.zh ?? dayText(local, writing);
  const clockHour = hour > 12 ? hour - 12 : hour;
  return `${day}${part} ${clockHour} 点${minute === 0 ? '' : ` ${minute} 分`}`;
}

/** Elapsed time by the wall clock in at most two units: `1 天 15 时`, `2 小时 10 分` is `2 时 10 分`, `8 分`. Milliseconds; the sign is dropped. */
export function formatDuration(ms: number, locale: Locale): string {
  const units = locale === 'zh' ? { day: ' 天', hour: ' 时', minute: ' 分' } : { day: ' d', hour: ' h', minute: ' min' };
  const whole = Math.floor(Math.abs(ms) / MINUTE) * MINUTE;
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days}${units.day} ${hours}${units.hour}` : `${days}${units.day}`;
  if (hours > 0) return minutes > 0 ? `${hours}${units.hour} ${minutes}${units.minute}` : `${hours}${units.hour}`;
  return `${minutes}${units.minute}`;
}

/** `90.00%`; basis points in, so that no rounding happens here. A missing rate is a dash. */
export function formatRate(basisPoints: number | null): string {
  return basisPoints === null ? '—' : `${(basisPoints / 100).toFixed(2)}%`;
}

/** `60 米`, `1.2 公里`. Metres. */
export function formatDistance(metres: number, locale: Locale): string {
  if (metres < 1000) return `${Math.round(metres)} ${locale === 'zh' ? '米' : 'm'}`;
  return `${(metres / 1000).toFixed(1)} ${locale === 'zh' ? '公里' : 'km'}`;
}

const parts = (date: LocalDate) => date.split('-').map(Number);

/** `10月`, `Oct`: the month of a `2026-10` without its year. */
export function formatMonth(month: string, locale: Locale): string {
  const number = Number(month.slice(5, 7));
  return locale === 'zh' ? `${number}月` : (months[number - 1] ?? month);
}

/** `12月3–4日`, `12月30日–1月2日`, `3–4 Dec`: a stretch of days without their year. */
export function formatDays({ from, to }: { from: LocalDate; to: LocalDate }, locale: Locale): string {
  const [, monthA = 0, dayA = 0] = parts(from);
  const [, monthB = 0, dayB = 0] = parts(to);
  const name = (month: number) => months[month - 1] ?? String(month);
  const day = (month: number, of: number) => (locale === 'zh' ? `${month}月${of}日` : `${of} ${name(month)}`);
  if (from === to) return day(monthA, dayA);
  if (monthA !== monthB) return `${day(monthA, dayA)}–${day(monthB, dayB)}`;
  return locale === 'zh' ? `${monthA}月${dayA}–${dayB}日` : `${dayA}–${dayB} ${name(monthA)}`;
}
