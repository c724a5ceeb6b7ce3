import type { Instant } from '#shared/kernel/time.ts';
import { fromLocal, toLocal } from '#shared/kernel/zone-time.ts';
import { useTimeWords } from '../../platform/index.ts';

/** `2026-11-28T09:00` in the zone, as the browser's own picker writes it. */
export function wallTextOf(timeZone: string, at: Instant): string {
  const { date, minuteOfDay } = toLocal(timeZone, at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** The instant of a picker's text; null while it is not complete. A date alone means its beginning. */
export function readWallText(timeZone: string, text: string): Instant | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(text);
  if (!parts?.[1]) return null;
  return fromLocal(timeZone, { date: parts[1], minute: Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) });
}

/** Dates of posts, versions and boundaries: the day with its year, and 至今 for what is open. */
export function useDayText(): (at: Instant | null, open?: string) => string {
  const { writing } = useTimeWords();
  return (at, open = '—') => (at === null ? open : toLocal(writing.timeZone, at).date);
}
