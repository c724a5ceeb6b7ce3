import { DAY, HOUR, MINUTE, SECOND } from '../kernel/durations.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import { fromLocal, toLocal } from '../kernel/zone-time.ts';
import type { Channel, Loudness, NoticeKind } from './notifications-schema.ts';
import type { Preferences } from './preferences.ts';

/** What happened longer ago is no news any more: it stands in the inbox and nowhere else. */
const NEWS_MS = 12 * HOUR;

export type PlannedDelivery = { channel: Channel; at: Instant };
type Plan = {
  notice: { kind: NoticeKind; loud: Loudness; at: Instant };
  preferences: Preferences;
  /** channels that exist and that the person has an address for */
  reachable: readonly Channel[];
  now: Instant;
  timeZone: string;
};

/**
 * By which channels a notice leaves the house, and when. An emergency goes by every channel, at once; a quiet one by none; the rest as
 * the person chose, after the quiet hours, and what may wait for the digest waits for it.
 */
export function planDeliveries({ notice, preferences, reachable, now, timeZone }: Plan): PlannedDelivery[] {
  if (notice.loud === 'quiet' || now - notice.at > NEWS_MS) return [];
  if (notice.loud === 'emergency') return reachable.map((channel) => ({ channel, at: now }));
  const at = deliverAt({ now, timeZone, quietHours: preferences.quietHours });
  return preferences.channels[notice.kind]
    .filter((channel) => reachable.includes(channel))
    .filter((channel) => !(channel === 'email' && preferences.digestAt !== null && notice.loud === 'normal'))
    .map((channel) => ({ channel, at }));
}

type Quiet = { now: Instant; timeZone: string; quietHours: Preferences['quietHours'] };

/** Now, or the end of the quiet hours that lie over now. Equal ends mean no quiet hours. */
export function deliverAt({ now, timeZone, quietHours }: Quiet): Instant {
  if (quietHours === null || quietHours.from === quietHours.to) return now;
  const { from, to } = quietHours;
  const { date, minuteOfDay } = toLocal(timeZone, now);
  const overMidnight = from > to;
  const inside = overMidnight ? minuteOfDay >= from || minuteOfDay < to : minuteOfDay >= from && minuteOfDay < to;
  if (!inside) return now;
  const end = fromLocal(timeZone, { date, minute: to });
  return end > now ? end : fromLocal(timeZone, { date: toLocal(timeZone, now + DAY).date, minute: to });
}

/** The day whose digest is due at `now`: today once its minute has come; null before. */
export function digestDayDue({ now, timeZone, digestAt }: { now: Instant; timeZone: string; digestAt: number }): LocalDate | null {
  const { date, minuteOfDay } = toLocal(timeZone, now);
  return minuteOfDay >= digestAt ? date : null;
}

/** Waits after the first, second … failure. After the last one the message is dead until somebody takes it up. */
export const retryWaits: readonly number[] = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];

/** How long to wait after so many tries that failed; null = no more. */
export function retryWait(tries: number): number | null {
  return retryWaits[tries - 1] ?? null;
}
