import type { Db, Tx } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import type { UnitRow } from '../territory-store.ts';
import { readFacts } from '../unit-facts.ts';

export type District = { id: UnitId; path: string; name: string; code: string | null; timeZone: string };

const DEFAULT_ZONE = 'Asia/Shanghai';

/** The district a unit lies in. Refuses `notFound`. */
export async function districtOf(db: Db | Tx, unitId: string): Promise<District> {
  return found((await districtsOf(db, new Set([unitId]))).get(unitId));
}

/** The district a person works in: that of the first post, else (residents) the installation's first one. Refuses `notFound`. */
export async function homeDistrict(db: Db | Tx, actor: Worker): Promise<District> {
  const [home] = await homeDistricts(db, [actor]);
  return found(home);
}

/** The time zones that districts live in, each once. */
export async function districtZones(db: Db): Promise<string[]> {
  const districts = await db.territoryUnit.findMany({ where: { level: 'district' } });
  return [...new Set(districts.map((unit) => toDistrict(unit).timeZone))];
}

type Worker = Pick<Actor, 'posts'>;

/** The same of several people, in their order. */
export async function homeDistricts(db: Db | Tx, actors: readonly Worker[]): Promise<District[]> {
  const departmentIds = new Set(actors.flatMap(({ posts }) => posts.flatMap(({ departmentId }) => departmentId ?? [])));
  const departments =
    departmentIds.size === 0
      ? []
      : await db.department.findMany({ where: { id: { in: [...departmentIds] } }, select: { id: true, unitId: true } });
  const seatOf = new Map<string | null, string>(departments.map(({ id, unitId }) => [id, unitId]));
  const homes = actors.map(({ posts }) => posts.map(({ unitId, departmentId }) => unitId ?? seatOf.get(departmentId)).find(Boolean));
  const districts = await districtsOf(db, new Set(homes.flatMap((unitId) => unitId ?? [])));
  const first = homes.every(Boolean) ? null : await db.territoryUnit.findFirst({ where: { level: 'district' }, orderBy: { no: 'asc' } });
  return homes.map((unitId) => found(unitId ? districts.get(unitId) : first && toDistrict(first)));
}

/** The districts that units lie in, by unit; a unit that lies in none is left out. */
async function districtsOf(db: Db | Tx, unitIds: ReadonlySet<string>): Promise<Map<string, District>> {
  if (unitIds.size === 0) return new Map();
  const units = await db.territoryUnit.findMany({ where: { id: { in: [...unitIds] } }, select: { id: true, path: true } });
  const paths = new Set(units.flatMap(({ path }) => pathsUp(path)));
  const districts = await db.territoryUnit.findMany({ where: { level: 'district', path: { in: [...paths] } } });
  const known = districts.map(toDistrict);
  return new Map(
    units.flatMap(({ id, path }) => {
      const district = known.find((one) => path.startsWith(one.path));
      return district ? [[id, district] as const] : [];
    }),
  );
}

function found(district: District | null | undefined): District {
  if (!district) throw territoryRefusal('notFound');
  return district;
}

function toDistrict(unit: UnitRow): District {
  const { timeZone = DEFAULT_ZONE } = readFacts(unit.id, unit.facts);
  return { id: unit.id as UnitId, path: unit.path, name: unit.name, code: unit.code, timeZone };
}
