import * as z from 'zod/mini';
import { type CalendarFile, type ImportProblem, readCalendarFile } from '#shared/calendar/calendar-import.ts';

/** Several years in one file, each with its papers and days. */
const archive = z.object({ years: z.record(z.string().check(z.regex(/^\d{4}$/)), z.record(z.string(), z.unknown())) });

export type RefusedYear = { year: number | null; problems: readonly ImportProblem[] };
export type ReadFiles = { files: readonly CalendarFile[]; refused: readonly RefusedYear[] };

/**
 * Reads a file of one year (either shape) or an archive of years. A year with one bad line is refused whole, with every bad line
 * named, because a missing line would set wrong due times unseen; the other years go on.
 */
export function readCalendarFiles(text: string): ReadFiles {
  const raw = parseJson(text);
  if (raw === undefined) return { files: [], refused: [{ year: null, problems: [{ code: 'notJson', index: null, detail: '' }] }] };
  const several = archive.safeParse(raw);
  const years = several.success
    ? Object.entries(several.data.years).map(([year, entry]) => ({ year: Number(year), raw: { year: Number(year), ...entry } }))
    : [{ year: null, raw }];
  const files: CalendarFile[] = [];
  const refused: RefusedYear[] = [];
  for (const { year, raw: one } of years) {
    const result = readCalendarFile(one);
    if (result.ok) files.push(result.file);
    else refused.push({ year, problems: result.problems });
  }
  return { files: files.toSorted((a, b) => a.year - b.year), refused };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
