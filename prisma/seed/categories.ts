import type { Db } from '#server/platform/db.ts';
import { type CaseCategory, caseCategory } from '#shared/cases/cases-schema.ts';
import type { DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { localGroups } from './categories-local.ts';
import { standardGroups } from './categories-standard.ts';
import type { CategoryGroup, CategoryRow } from './category-row.ts';
import { namedId } from './named-id.ts';

/** Every class the product starts with: the city-management ones first, then the community's own. */
export const categoryGroups: readonly CategoryGroup[] = [...standardGroups, ...localGroups];

/** The minor class with this code. Throws when it does not exist, so that a scenario cannot name a wrong one. */
export function categoryRow(code: string): CategoryRow & { scheme: string } {
  for (const group of categoryGroups) {
    const row = group.rows.find((entry) => entry.code === code);
    if (row) return { ...row, scheme: group.scheme };
  }
  throw new Error(`no category ${code}`);
}

/** Writes the category tree of a district. `departments` maps the seed's department codes to ids; a missing one leaves the lead open. */
export async function insertCategories(
  db: Db,
  options: { districtId: UnitId; departments: ReadonlyMap<string, DepartmentId>; validFrom: Instant },
): Promise<void> {
  const { districtId, departments, validFrom } = options;
  const rows = categoryGroups.flatMap((group) => [
    { scheme: group.scheme, parentCode: null, data: groupData(group) },
    ...group.rows.map((row) => ({ scheme: group.scheme, parentCode: group.code, data: rowData(group.scheme, row, departments) })),
  ]);
  await db.category.createMany({
    data: rows.map(({ scheme, parentCode, data }, sort) => ({
      id: namedId(`category ${districtId} ${scheme} ${data.code}`, validFrom),
      districtId,
      scheme,
      code: data.code,
      parentCode,
      version: 1,
      sort,
      data,
      validFrom: new Date(validFrom),
    })),
  });
}

/** A minor class as the product keeps it. */
export function rowData(scheme: string, row: CategoryRow, departments: ReadonlyMap<string, DepartmentId>): CaseCategory {
  return caseCategory.parse({
    scheme,
    code: row.code,
    name: { zh: row.zh, en: row.en },
    nature: row.nature,
    defaultKind: row.kind,
    defaultUrgency: row.urgency,
    limits: row.limits,
    leadDepartmentId: (row.lead === null ? undefined : departments.get(row.lead)) ?? null,
    photoRequired: {
      report: row.photos.includes('report'),
      feedback: row.photos.includes('feedback'),
      inspection: row.photos.includes('inspection'),
    },
    selfHandling: row.selfHandling,
    communityDuty: row.communityDuty,
    dutyCode: row.duty,
    physical: row.physical,
  });
}

/** A major class only groups; nobody reports under it. */
function groupData(group: CategoryGroup): CaseCategory {
  return caseCategory.parse({
    scheme: group.scheme,
    code: group.code,
    name: { zh: group.zh, en: group.en },
    nature: group.rows[0]?.nature ?? 'event',
    defaultKind: 'report',
    defaultUrgency: 'normal',
    limits: {},
    leadDepartmentId: null,
    photoRequired: { report: false, feedback: false, inspection: false },
    selfHandling: false,
    communityDuty: false,
    physical: true,
  });
}
