import { newId } from '#server/platform/ids.ts';
import type { Role, UnitLevel } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UnitId, UserId } from '#shared/kernel/ids.ts';
import type { TestPlatform } from './test-platform.ts';

export type TownUnit = { id: UnitId; path: string };
export type TownPerson = { name: string; phone: string; role: Role; unitId?: UnitId; departmentId?: DepartmentId };

/** Since when everything in a test's town stands and everybody is in office. */
export const TOWN_SINCE = new Date('2026-01-01T00:00:00Z');

/** Puts units, departments and people straight into a test's database. */
export function townBuilder({ platform: { db, cipher } }: TestPlatform) {
  const by = newId<UserId>();

  const unit = async (level: UnitLevel, name: string, parent: TownUnit | null): Promise<TownUnit> => {
    const id = newId<UnitId>();
    const row = await db.territoryUnit.create({
      data: { id, level, name, code: name, parentId: parent?.id ?? null, path: id, validFrom: TOWN_SINCE, facts: {} },
    });
    const path = `${parent?.path ?? '/'}${row.no}/`;
    await db.territoryUnit.update({ where: { id }, data: { path } });
    return { id, path };
  };

  /** A square from its south-western corner, `side` degrees wide and high. */
  const square = async (unitId: UnitId, [west, south]: readonly [number, number], side: number): Promise<void> => {
    const [east, north] = [west + side, south + side];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const box = { west, south, east, north, areaM2: (side * 100_000) ** 2 };
    const geometry = { type: 'MultiPolygon', coordinates: [[ring]] };
    await db.unitBoundary.create({ data: { id: newId(), unitId, version: 1, geometry, ...box, validFrom: TOWN_SINCE, drawnBy: by } });
  };

  const department = async (code: string, kind: 'department' | 'communityTeam', unitId: UnitId): Promise<DepartmentId> => {
    const id = newId<DepartmentId>();
    await db.department.create({ data: { id, code, nameZh: code, nameEn: code, kind, unitId, phone: '0731-55551234' } });
    return id;
  };

  /** An account; staff with their post. */
  const person = async ({ name, phone, role, unitId, departmentId }: TownPerson): Promise<UserId> => {
    const id = newId<UserId>();
    const resident = role === 'resident';
    const phoneColumns = { phoneSealed: cipher.seal(phone), ...(resident ? { phoneNumber: cipher.blindIndex(phone) } : {}) };
    await db.user.create({ data: { id, name, email: `${id}@people.invalid`, kind: resident ? 'resident' : 'staff', ...phoneColumns } });
    if (resident) return id;
    const post = { role, unitId: unitId ?? null, departmentId: departmentId ?? null };
    await db.appointment.create({ data: { id: newId(), userId: id, ...post, validFrom: TOWN_SINCE, appointedBy: by } });
    return id;
  };

  return { by, unit, square, department, person };
}
