/** Lengths of time in milliseconds. Apart from the schemas of time.ts, so that the clocks of a light page do not pay for the schema library. */
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
