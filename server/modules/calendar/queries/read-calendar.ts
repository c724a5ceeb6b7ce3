import type { Db, Tx } from '#server/platform/db.ts';
import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { calendarRefusal, findCalendar, findHeads } from '../calendar-store.ts';

const KEPT = 64;
/** A version never changes, so what was read once holds; the row's id is the key. */
const read = new Map<string, WorkCalendar>();

/** The newest working calendar of a district; null when none was ever imported. */
export async function newestCalendar(db: Db | Tx, districtId: string): Promise<WorkCalendar | null> {
  const [newest] = await findHeads(db, { districtId, take: 1 });
  if (!newest) return null;
  const known = read.get(newest.id);
  if (known) return known;
  const calendar = await findCalendar(db, newest.id);
  const oldest = read.keys().next().value;
  if (read.size >= KEPT && oldest !== undefined) read.delete(oldest);
  read.set(newest.id, calendar);
  return calendar;
}

/** The same where there must be one. Refuses `notFound` when none was ever imported. */
export async function readCalendar(db: Db | Tx, districtId: string): Promise<WorkCalendar> {
  const calendar = await newestCalendar(db, districtId);
  if (!calendar) throw calendarRefusal('notFound', { kind: 'notFound' });
  return calendar;
}
