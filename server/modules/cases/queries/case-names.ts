import type { Db } from '#server/platform/db.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';

type Bilingual = { zh: string; en: string };
/** Names beside the ids of a case; null where the id is null. */
export type CaseNames = {
  category: Bilingual | null;
  community: string | null;
  grid: { name: string; code: string | null } | null;
  lead: Bilingual | null;
};
type Named = { snapshot: CaseSnapshot; districtId: string };

/** Names of categories, units and departments of several cases: three queries for any number. */
export async function namesForCases(db: Db, cases: readonly Named[]): Promise<(of: Named) => CaseNames> {
  const unitIds = present(cases.flatMap(({ snapshot }) => [snapshot.gridId, snapshot.communityId]));
  const leadIds = present(cases.map(({ snapshot }) => snapshot.leadUnitId));
  const codes = present(cases.map(({ snapshot }) => snapshot.categoryCode));
  const [units, departments, categories] = await Promise.all([
    db.territoryUnit.findMany({ where: { id: { in: unitIds } }, select: { id: true, name: true, code: true } }),
    db.department.findMany({ where: { id: { in: leadIds } }, select: { id: true, nameZh: true, nameEn: true } }),
    db.category.findMany({
      where: { code: { in: codes }, districtId: { in: present(cases.map(({ districtId }) => districtId)) } },
      orderBy: { version: 'asc' },
      select: { districtId: true, scheme: true, code: true, data: true },
    }),
  ]);
  const unit = new Map(units.map((row) => [row.id, row]));
  const department = new Map(departments.map((row) => [row.id, { zh: row.nameZh, en: row.nameEn }]));
  const category = new Map(categories.map((row) => [keyOf(row.districtId, row.scheme, row.code), nameIn(row.data)]));
  return ({ snapshot, districtId }) => {
    const grid = snapshot.gridId === null ? null : unit.get(snapshot.gridId);
    return {
      category: category.get(keyOf(districtId, snapshot.categoryScheme, snapshot.categoryCode)) ?? null,
      community: (snapshot.communityId && unit.get(snapshot.communityId)?.name) ?? null,
      grid: grid ? { name: grid.name, code: grid.code } : null,
      lead: (snapshot.leadUnitId && department.get(snapshot.leadUnitId)) || null,
    };
  };
}

function keyOf(districtId: string, scheme: string, code: string): string {
  return `${districtId} ${scheme} ${code}`;
}

/** The name in a stored category, without checking the rest of it for every row of a list. */
function nameIn(data: unknown): Bilingual {
  return (data as { name: Bilingual }).name;
}

function present<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))];
}
