import { DAY, type Instant } from './time.ts';

/** A plan and a 督办 reach at most so far ahead, in years. */
export const HORIZON_YEARS = 3;
/** Days of the longest year. */
export const YEAR_DAYS = 366;

/** Whether a moment lies further ahead than so many years. */
export function isBeyond(at: Instant, now: Instant, years: number): boolean {
  return at > now + years * YEAR_DAYS * DAY;
}
