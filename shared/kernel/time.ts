import * as z from 'zod/mini';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z, of the years 1 to 9999, so that a date, a page and the database can hold it (`timestamptz`). */
export const instant = z.int().check(z.gte(-62_135_596_800_000), z.lte(253_402_300_799_999));
export type Instant = number;

/** A calendar day without zone, `YYYY-MM-DD`. */
export const localDate = z.iso.date();
export type LocalDate = string;

/** A month without zone, `YYYY-MM`. */
export const localMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export type LocalMonth = string;

export { DAY, HOUR, MINUTE, SECOND } from './durations.ts';
