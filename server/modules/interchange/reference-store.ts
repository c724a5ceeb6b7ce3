import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Db, Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseCategory, caseCategory } from '#shared/cases/cases-schema.ts';
import type { CaseMapping } from '#shared/interchange/mapping-schema.ts';
import type { ImportedRecord } from '#shared/interchange/read-record.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

const PUBLISHERS = '6a1d3f0e-52f6-4f0c-9d0b-6a3b8a6f2c41';
const CODE_LIMIT = 60;

/** What records refer to and the import adds when it is not there: types, agencies, the publisher. Kept in memory between batches. */
export type References = {
  publisherId: UserId;
  categories: Map<string, CaseCategory>;
  departments: Map<string, DepartmentId>;
  added: { categories: number; departments: number };
};
type Scope = { districtId: string; mapping: CaseMapping; now: Instant };

/** Reads what is there already and makes sure of the publisher, the author of the imported history, who never signs in. */
export async function openReferences(db: Db, { districtId, mapping }: Scope): Promise<References> {
  const publisherId = v5(mapping.source, PUBLISHERS) as UserId;
  const publisher = { id: publisherId, name: mapping.publisher, email: `${mapping.source}@publisher.invalid`, kind: 'system' };
  await db.user.createMany({ data: [publisher], skipDuplicates: true });
  const categories = await db.category.findMany({
    where: { districtId, scheme: mapping.category.scheme },
    orderBy: { version: 'asc' },
    select: { code: true, data: true },
  });
  const departments = await db.department.findMany({
    where: { code: { startsWith: `${mapping.agency?.codePrefix ?? ''}-` }, unitId: districtId },
    select: { id: true, nameEn: true },
  });
  return {
    publisherId,
    categories: new Map(categories.map(({ code, data }) => [code, caseCategory.parse(data)])),
    departments: new Map(departments.map(({ id, nameEn }) => [nameEn, id as DepartmentId])),
    added: { categories: 0, departments: 0 },
  };
}

/** Adds the types and agencies of these records that are not known yet. */
export async function addReferences(db: Db, references: References, { records, ...scope }: Scope & { records: readonly ImportedRecord[] }) {
  for (const record of records) {
    await addDepartment(db, references, { ...scope, agency: record.agency });
    await addCategory(db, references, { ...scope, record });
  }
}

/** The department of an agency as published; null when the records name none. */
export function departmentOf(references: References, mapping: CaseMapping, agency: string | null): DepartmentId | null {
  return agency === null ? null : (references.departments.get(agencyName(mapping, agency).en) ?? null);
}

/** A type's code in the custom scheme: the published name, or where that is too long its beginning with a check of the whole. */
export function categoryCodeOf(type: string): string {
  if (type.length <= CODE_LIMIT) return type;
  return `${type.slice(0, CODE_LIMIT - 9)}~${createHash('sha256').update(type).digest('hex').slice(0, 8)}`;
}

function agencyName(mapping: CaseMapping, agency: string): { zh: string; en: string } {
  return mapping.agency?.names[agency] ?? { zh: agency, en: agency };
}

async function addDepartment(db: Db, references: References, { districtId, mapping, agency }: Scope & { agency: string | null }) {
  if (agency === null || mapping.agency === undefined || departmentOf(references, mapping, agency) !== null) return;
  const name = agencyName(mapping, agency);
  const id = newId<DepartmentId>();
  const code = `${mapping.agency.codePrefix}-${references.departments.size + 1}`;
  await db.department.create({ data: { id, code, nameZh: name.zh, nameEn: name.en, kind: 'department', unitId: districtId } });
  references.departments.set(name.en, id);
  references.added.departments += 1;
}

async function addCategory(db: Db, references: References, given: Scope & { record: ImportedRecord }) {
  const { mapping, record } = given;
  const code = categoryCodeOf(record.type);
  if (references.categories.has(code)) return;
  const end = mapping.category.groupEnd;
  const group = end !== undefined && record.type.includes(end) ? record.type.slice(0, record.type.indexOf(end)).trim() : null;
  if (group !== null && !references.categories.has(group)) {
    const name = mapping.category.groups[group] ?? { zh: group, en: group };
    await insertCategory(db, references, { ...given, category: categoryOf(given, { code: group, name, limits: {} }), parentCode: null });
  }
  const name = mapping.category.names[record.type] ?? { zh: record.type, en: record.type };
  const category = categoryOf(given, { code, name, limits: limitsOf(record) });
  await insertCategory(db, references, { ...given, category, parentCode: group });
  references.added.categories += 1;
}

function limitsOf({ limitMinutes }: ImportedRecord): CaseCategory['limits'] {
  if (limitMinutes === null) return {};
  const hours = limitMinutes / 60;
  return { finish: Number.isInteger(hours) ? { amount: hours, unit: 'hours' } : { amount: limitMinutes, unit: 'minutes' } };
}

type Named = Pick<CaseCategory, 'code' | 'name' | 'limits'>;

/** A published type asks for nothing that its publisher did not ask for: no photo, no self-handling. */
function categoryOf({ mapping, record }: { mapping: CaseMapping; record: ImportedRecord }, named: Named): CaseCategory {
  return {
    scheme: mapping.category.scheme,
    ...named,
    nature: 'event',
    defaultKind: record.kind,
    defaultUrgency: mapping.urgency,
    leadDepartmentId: null,
    photoRequired: { report: false, feedback: false, inspection: false },
    selfHandling: false,
    communityDuty: false,
    dutyCode: null,
    physical: true,
  };
}

async function insertCategory(
  db: Db,
  references: References,
  { districtId, mapping, category, parentCode }: Scope & { category: CaseCategory; parentCode: string | null },
) {
  await db.category.create({
    data: {
      id: newId(),
      districtId,
      scheme: mapping.category.scheme,
      code: category.code,
      parentCode,
      version: 1,
      sort: references.categories.size,
      data: category satisfies object as Prisma.InputJsonObject,
      // records of any year refer to it
      validFrom: new Date(0),
    },
  });
  references.categories.set(category.code, category);
}
