import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { RefusalError, type RefusalKind } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import type { CalendarRefusalCode } from '#shared/calendar/calendar-refusals.ts';
import { type WorkCalendar, workCalendar } from '#shared/calendar/calendar-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

export type CalendarHead = { id: string; version: number; source: string; createdAt: Date; createdBy: string };

const head = { id: true, version: true, source: true, createdAt: true, createdBy: true } as const;

export function calendarRefusal(code: CalendarRefusalCode, options: { kind: RefusalKind; params?: Record<string, number> }): RefusalError {
  const { kind, params } = options;
  return new RefusalError({ module: 'calendar', refusal: params ? { code, params } : { code }, kind });
}

/** The newest versions, newest first. */
export function findHeads(db: Db | Tx, { districtId, take }: { districtId: string; take: number }): Promise<CalendarHead[]> {
  return db.calendarVersion.findMany({ where: { districtId }, orderBy: { version: 'desc' }, take, select: head });
}

export async function findCalendar(db: Db | Tx, id: string): Promise<WorkCalendar> {
  const row = await db.calendarVersion.findUniqueOrThrow({ where: { id }, select: { calendar: true, version: true } });
  return { ...workCalendar.parse(row.calendar), version: row.version };
}

/** Imports of one district come one after the other. */
export async function lockDistrict(tx: Tx, districtId: string): Promise<void> {
  await tx.$queryRaw`select "id" from "territory_unit" where "id" = ${districtId}::uuid for update`;
}

export async function insertCalendar(
  tx: Tx,
  { districtId, calendar, source, by, at }: { districtId: string; calendar: WorkCalendar; source: string; by: string; at: Instant },
): Promise<void> {
  const { version } = calendar;
  const stored: Prisma.InputJsonValue = calendar;
  await tx.calendarVersion.create({
    data: { id: newId(), districtId, version, calendar: stored, source, createdAt: new Date(at), createdBy: by },
  });
}
