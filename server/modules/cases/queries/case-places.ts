import type { Db } from '#server/platform/db.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import { pathsUp } from '#shared/territory/path.ts';

export type CasePlace = { id: UnitId; level: UnitLevel; name: string; code: string | null };
export type CaseDepartment = { id: DepartmentId; name: { zh: string; en: string }; kind: string; phone: string | null };

/** The units a case lies in, from the district down. */
export async function placesOf(db: Db, { scopePath }: Pick<CaseSnapshot, 'scopePath'>): Promise<CasePlace[]> {
  const rows = await db.territoryUnit.findMany({
    where: { path: { in: pathsUp(scopePath) } },
    select: { id: true, level: true, name: true, code: true, path: true },
  });
  return rows
    .sort((a, b) => a.path.length - b.path.length)
    .map(({ id, level, name, code }) => ({ id: id as UnitId, level: level as UnitLevel, name, code }));
}

/** Every department the case or its history names. */
export async function departmentsOf(
  db: Db,
  { snapshot, history }: { snapshot: CaseSnapshot; history: readonly CaseEvent[] },
): Promise<CaseDepartment[]> {
  const ids = new Set<DepartmentId>(snapshot.objectedUnitIds);
  for (const { departmentId } of snapshot.supportUnits) ids.add(departmentId);
  if (snapshot.leadUnitId) ids.add(snapshot.leadUnitId);
  if (snapshot.supervision?.departmentId) ids.add(snapshot.supervision.departmentId);
  for (const event of history) {
    if (event.type === 'CaseDispatched') for (const id of [event.payload.leadUnitId, ...event.payload.supportUnitIds]) ids.add(id);
  }
  const rows = await db.department.findMany({ where: { id: { in: [...ids] } } });
  return rows.map((row) => ({ id: row.id as DepartmentId, name: { zh: row.nameZh, en: row.nameEn }, kind: row.kind, phone: row.phone }));
}
