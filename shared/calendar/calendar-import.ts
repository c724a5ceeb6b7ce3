import * as z from 'zod/mini';
import type { LocalDate } from '../kernel/time.ts';
import { localDate } from '../kernel/time.ts';
import { yearOf } from '../kernel/zone-time-dates.ts';
import type { CalendarDay, WorkCalendar } from './calendar-schema.ts';

const year = z.int().check(z.gte(1990), z.lte(2200));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

const ownDay = z.object({ date: localDate, off: z.boolean(), name });
const noticeDay = z.pipe(
  z.object({ date: localDate, isOffDay: z.boolean(), name }),
  z.transform(({ date, isOffDay, name }): CalendarDay => ({ date, off: isOffDay, name })),
);

/** Our own file: one year, where it is from, and its exceptions to "Monday to Friday works". */
export const ownCalendarFile = z.object({ year, source: z.string().check(z.minLength(1), z.maxLength(400)), days: z.array(z.unknown()) });
/** The file of the public project holiday-cn, one State Council year each. */
export const noticeCalendarFile = z.object({ year, papers: z.array(z.string()), days: z.array(z.unknown()) });

export const importProblems = ['notJson', 'notCalendarFile', 'noDays', 'badLine', 'wrongYear', 'doubleDate'] as const;
export type ImportProblemCode = (typeof importProblems)[number];
/** What is wrong; `index` is the line in `days` counted from 0, null for the file as a whole; `detail` the field or date at fault. */
export type ImportProblem = { code: ImportProblemCode; index: number | null; detail: string };

/** A file that holds: the year it publishes, its source and its days in order. */
export type CalendarFile = { year: number; source: string; days: readonly CalendarDay[] };
export type CalendarFileResult = { ok: true; file: CalendarFile } | { ok: false; problems: readonly ImportProblem[] };

const fail = (code: ImportProblemCode, detail: string): CalendarFileResult => ({ ok: false, problems: [{ code, index: null, detail }] });

/** A notice may move days of the last December: 2018-12-29 is in the notice of 2019. */
function belongsTo(date: LocalDate, fileYear: number): boolean {
  return yearOf(date) === fileYear || date.startsWith(`${fileYear - 1}-12-`);
}

function checkDays(raw: readonly unknown[], input: { year: number; schema: z.ZodMiniType<CalendarDay> }) {
  const days: CalendarDay[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<LocalDate>();
  for (const [index, line] of raw.entries()) {
    const parsed = input.schema.safeParse(line);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== '');
      problems.push({ code: 'badLine', index, detail: [...new Set(fields)].join(', ') });
      continue;
    }
    const day = parsed.data;
    if (!belongsTo(day.date, input.year)) problems.push({ code: 'wrongYear', index, detail: day.date });
    else if (seen.has(day.date)) problems.push({ code: 'doubleDate', index, detail: day.date });
    else days.push(day);
    seen.add(day.date);
  }
  return { days, problems };
}

/** Reads a parsed calendar file of either shape. A file with one bad line is refused whole, with every bad line named. */
export function readCalendarFile(raw: unknown): CalendarFileResult {
  const own = ownCalendarFile.safeParse(raw);
  const notice = noticeCalendarFile.safeParse(raw);
  const file = own.success ? own.data : notice.success ? notice.data : null;
  if (!file) return fail('notCalendarFile', '');
  // an empty year is a notice that is not out yet; taking it for "no holidays" would set wrong due times
  if (file.days.length === 0) return fail('noDays', String(file.year));
  const schema = own.success ? ownDay : noticeDay;
  const { days, problems } = checkDays(file.days, { year: file.year, schema });
  if (problems.length > 0) return { ok: false, problems };
  const source = 'source' in file ? file.source : file.papers.join(' ');
  return { ok: true, file: { year: file.year, source, days: days.toSorted((a, b) => a.date.localeCompare(b.date)) } };
}

/** Reads the text of a calendar file (JSON). */
export function readCalendarText(text: string): CalendarFileResult {
  try {
    return readCalendarFile(JSON.parse(text));
  } catch {
    return fail('notJson', '');
  }
}

/**
 * The next version of a calendar with one year's file in it: the year is published and its former days are replaced. December
 * days stay when the following year is published, since they may come from that year's notice.
 */
export function withCalendarFile(calendar: WorkCalendar, file: CalendarFile): WorkCalendar {
  const nextPublished = calendar.publishedYears.includes(file.year + 1);
  const kept = Object.values(calendar.days).filter(
    (day) => yearOf(day.date) !== file.year || (nextPublished && day.date.slice(5, 7) === '12'),
  );
  const days = [...kept, ...file.days].toSorted((a, b) => a.date.localeCompare(b.date));
  return {
    ...calendar,
    version: calendar.version + 1,
    publishedYears: [...new Set([...calendar.publishedYears, file.year])].toSorted((a, b) => a - b),
    days: Object.fromEntries(days.map((day) => [day.date, day])),
  };
}
