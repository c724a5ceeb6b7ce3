import type { Limit, WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { dueAt } from '#shared/calendar/deadline.ts';
import { walkOfficeTime } from '#shared/calendar/due-walk.ts';
import { officeMsBetween } from '#shared/calendar/office-time.ts';
import { DAY, type Instant, MINUTE } from '#shared/kernel/time.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';

/** Office time around a given now: stories happen while people work, whenever the demo is made. */
export type OfficeMoments = {
  now: Instant;
  /** `minutes` of office time after `from` */
  after: (from: Instant, minutes: number) => Instant;
  /** `minutes` of office time before now */
  before: (minutes: number) => Instant;
  due: (limit: Limit, from: Instant) => Instant;
  /** office minutes between two instants */
  between: (from: Instant, to: Instant) => number;
  /**
   * The latest office moment, `atLeast` office minutes ago, from which `limit` is used up by now to a share between `low` and `high`
   * (elapsed time, 1 = due); the nearest share when there is none.
   */
  startedSo: (limit: Limit, share: readonly [low: number, high: number], atLeast?: number) => Instant;
};

const STEP_MINUTES = 10;
const SEARCH_STEPS = 3_000;

export function officeMoments(calendar: WorkCalendar, now: Instant): OfficeMoments {
  const between = (from: Instant, to: Instant) => officeMsBetween(calendar, { from, to }) / MINUTE;
  const due = (limit: Limit, from: Instant) => dueAt({ calendar, limit, from }).at;
  const before = (minutes: number) => {
    let late = now;
    let early = now - (Math.ceil(minutes / 240) * 2 + 20) * DAY;
    while (late - early > 1000) {
      const middle = Math.floor((early + late) / 2);
      if (between(middle, now) >= minutes) early = middle;
      else late = middle;
    }
    return Math.floor(early / 1000) * 1000;
  };
  return {
    now,
    between,
    due,
    before,
    after: (from, minutes) =>
      walkOfficeTime(
        { calendar, from, startDate: localDateAt(calendar.timeZone, from), holds: [], steps: null },
        Math.max(1, Math.round(minutes)) * MINUTE,
      ).at,
    startedSo: (limit, [low, high], atLeast = STEP_MINUTES) => {
      let best = { from: before(atLeast), distance: Number.POSITIVE_INFINITY };
      for (let step = 0; step < SEARCH_STEPS; step++) {
        const from = before(atLeast + step * STEP_MINUTES);
        const share = (now - from) / (due(limit, from) - from);
        if (share > high + 2 && best.distance < Number.POSITIVE_INFINITY) break;
        // limits in days end at the close of a day: not every share exists at every hour, but the side of "due" must hold
        if (share > 1 !== low > 1) continue;
        const distance = Math.max(low - share, share - high, 0);
        if (distance < best.distance) best = { from, distance };
        if (distance === 0) break;
      }
      return best.from;
    },
  };
}
