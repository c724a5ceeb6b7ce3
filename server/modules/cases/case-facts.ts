import { readCalendar } from '#server/modules/calendar/index.ts';
import { photoFacts } from '#server/modules/files/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { DispatchTarget } from '#shared/cases/case-context.ts';
import { caseNumber, caseNumberMonth } from '#shared/cases/case-number.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import type { CaseId, DepartmentId, FileId } from '#shared/kernel/ids.ts';
import type { CasePoint } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { photosOf } from './case-photos.ts';
import { drawSequence } from './case-store.ts';

/** The next case number of a district, in the month its wall clock shows. */
export async function drawCaseNumber(tx: Tx, { districtId, at }: { districtId: string; at: Instant }): Promise<string> {
  const { timeZone } = await readCalendar(tx, districtId);
  const sequence = await drawSequence(tx, { districtId, month: caseNumberMonth(at, timeZone) });
  return caseNumber({ at, timeZone, sequence });
}

/** Files of an action that do not exist, belong to somebody else or serve already. */
export async function unknownFiles(tx: Tx, { command, actorId }: { command: CaseCommand; actorId: string }): Promise<FileId[]> {
  const ids = photosOf(command).flatMap((use) => use.ids);
  if (ids.length === 0) return [];
  const usable = new Set(
    (await photoFacts(tx, ids))
      .filter((photo) => photo.ownerId === actorId && photo.caseId === null && photo.whistleId === null)
      .map((photo) => photo.id),
  );
  return ids.filter((id) => !usable.has(id));
}

export async function countReportPhotos(tx: Tx, caseId: CaseId): Promise<number> {
  return tx.storedFile.count({ where: { caseId, purpose: 'report' } });
}

/** Metres from where the inspector stands to the case; null when one of the two is unknown. */
export function distanceBetween(position: CasePoint | null, point: CasePoint | null): number | null {
  return position && point && distanceM([position.lng, position.lat], [point.lng, point.lat]);
}

/** The named units that serve the place of the case: a department or team whose own unit lies above it. */
export async function readTargets(
  db: Db | Tx,
  { ids, scopePath }: { ids: readonly DepartmentId[]; scopePath: string },
): Promise<DispatchTarget[]> {
  const rows = await db.department.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, kind: true, unit: { select: { path: true } } },
  });
  return rows
    .filter((row) => scopePath.startsWith(row.unit.path))
    .map((row) => ({
      departmentId: row.id as DepartmentId,
      kind: row.kind === 'communityTeam' ? 'communityTeam' : 'department',
      unitPath: row.unit.path,
    }));
}
