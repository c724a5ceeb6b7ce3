import type { Db, Tx } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit, findUnitsUp, type UnitRow } from '../territory-store.ts';
import { readFacts } from '../unit-facts.ts';

export type District = { id: UnitId; path: string; name: string; code: string | null; timeZone: string };

const DEFAULT_ZONE = 'Asia/Shanghai';

/** The district a unit lies in. Refuses `notFound`. */
export async function districtOf(db: Db | Tx, unitId: string): Promise<District> {
  const unit = await findUnit(db, unitId);
  const line = unit ? await findUnitsUp(db, unit.path) : [];
  const district = line.find(({ level }) => level === 'district');
  if (!district) throw territoryRefusal('notFound');
  return toDistrict(district);
}

/** The district a person works in: that of the first post, else (residents) the installation's first one. Refuses `notFound`. */
export async function homeDistrict(db: Db | Tx, actor: Pick<Actor, 'posts'>): Promise<District> {
  for (const { unitId, departmentId } of actor.posts) {
    if (unitId) return districtOf(db, unitId);
    if (!departmentId) continue;
    const department = await db.department.findUnique({ where: { id: departmentId }, select: { unitId: true } });
    if (department) return districtOf(db, department.unitId);
  }
  const first = await db.territoryUnit.findFirst({ where: { level: 'district' }, orderBy: { no: 'asc' } });
  if (!first) throw territoryRefusal('notFound');
  return toDistrict(first);
}

function toDistrict(unit: UnitRow): District {
  const { timeZone = DEFAULT_ZONE } = readFacts(unit.id, unit.facts);
  return { id: unit.id as UnitId, path: unit.path, name: unit.name, code: unit.code, timeZone };
}
