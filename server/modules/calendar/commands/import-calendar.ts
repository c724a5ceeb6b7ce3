import * as z from 'zod/mini';
import { districtOf } from '#server/modules/territory/index.ts';
import { writeAudit } from '#server/platform/audit.ts';
import { auditRefusals } from '#server/platform/audit-refusals.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { addJob } from '#server/platform/jobs.ts';
import { announce } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CalendarDiff, diffCalendars } from '#shared/calendar/calendar-diff.ts';
import { withCalendarFile } from '#shared/calendar/calendar-import.ts';
import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { covers, hasRole } from '#shared/identity/actor-policy.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { calendarRefusal, insertCalendar, lockDistrict } from '../calendar-store.ts';
import { readCalendar } from '../queries/read-calendar.ts';
import { type RefusedYear, readCalendarFiles } from '../read-calendar-files.ts';

export const importCalendarInput = z.object({
  districtId: unitId,
  /** the file's text, at most 900 kB */
  text: z.string().check(z.maxLength(900_000)),
  mode: z.enum(['preview', 'apply']),
  /** version the preview was made from; null = whatever is newest */
  expectedVersion: z._default(z.nullable(z.int()), null),
});
export type ImportCalendarInput = z.infer<typeof importCalendarInput>;

export type CalendarImport = {
  applied: boolean;
  /** version in force after the import, or before it in a preview */
  version: number;
  years: readonly number[];
  refused: readonly RefusedYear[];
  diff: CalendarDiff;
};

/** The queue's task that computes running due times again; payload `{ districtId }`. */
export const RECOMPUTE_TASK = 'calendar.recomputeDues';

/**
 * Takes the years of a calendar file into a new version and has every limit that runs computed again. The same file twice changes
 * nothing. For administrators of the district. Refuses `outsideScope`, `notFound`, `versionChanged`; bad years are told, not thrown.
 */
export function importCalendar(ctx: Ctx, input: ImportCalendarInput): Promise<CalendarImport> {
  const { districtId } = input;
  const about = { actorId: ctx.actor.userId, action: 'calendar.import', aggregateType: 'district', aggregateId: districtId };
  const { action, actorId: _actor, ...aggregate } = about;
  return auditRefusals(ctx, { action, aggregate, work: () => inTransaction(ctx, (tx) => perform({ ctx, tx, input, about })) });
}

type Performing = {
  ctx: Ctx;
  tx: Tx;
  input: ImportCalendarInput;
  about: { actorId: string; action: string; aggregateType: string; aggregateId: string };
};

async function perform({ ctx, tx, input, about }: Performing): Promise<CalendarImport> {
  const district = await districtOf(tx, input.districtId);
  const mayImport = hasRole(ctx.actor, 'system') || covers(ctx.actor, district.path, 'administrator');
  if (!mayImport || district.id !== input.districtId) throw calendarRefusal('outsideScope', { kind: 'forbidden' });
  await lockDistrict(tx, district.id);
  const before = await readCalendar(tx, district.id);
  const { version } = before;
  if (input.expectedVersion !== null && input.expectedVersion !== version)
    throw calendarRefusal('versionChanged', { kind: 'conflict', params: { version } });

  const { files, refused } = readCalendarFiles(input.text);
  const merged = files.reduce(withCalendarFile, before);
  const after: WorkCalendar = { ...merged, version: version + 1 };
  const diff = diffCalendars(before, after);
  const result = { years: files.map((file) => file.year), refused, diff };
  if (input.mode === 'preview' || isEmpty(diff)) return { applied: false, version, ...result };

  const at = ctx.now();
  const source = files.map((file) => `${file.year}: ${file.source}`).join('\n');
  await insertCalendar(tx, { districtId: district.id, calendar: after, source, by: ctx.actor.userId, at });
  await addJob(tx, { task: RECOMPUTE_TASK, payload: { districtId: district.id }, key: `${RECOMPUTE_TASK} ${district.id}` });
  await writeAudit(tx, { ...about, at, outcome: 'done', detail: { version: after.version, years: result.years } });
  const nobody = { communityId: null, departmentIds: [], applicantId: null, reporterId: null };
  await announce(tx, { topic: 'calendar', id: district.id, version: after.version, unitPath: district.path, ...nobody });
  return { applied: true, version: after.version, ...result };
}

function isEmpty(diff: CalendarDiff): boolean {
  return diff.addedYears.length + diff.removedYears.length + diff.days.length === 0 && !diff.rulesChanged;
}
