import * as z from 'zod/mini';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. The database keeps it as `timestamptz`. */
export const instant = z.int();
export type Instant = number;

/** A calendar day without zone, `YYYY-MM-DD`. */
export const localDate = z.iso.date();
export type LocalDate = string;

/** A month without zone, `YYYY-MM`. */
export const localMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export type LocalMonth = string;

export { DAY, HOUR, MINUTE, SECOND } from './durations.ts';
