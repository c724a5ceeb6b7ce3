import type { Db } from '#server/platform/db.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { namedId } from '../named-id.ts';

/** Where a unit that receives orders belongs in the tree. */
type DepartmentRow = {
  code: string;
  zh: string;
  en: string;
  kind: 'department' | 'communityTeam';
  serves: 'district' | 'street' | 'community';
  phone: string;
};

/** District departments, teams of the town, teams of 友谊河社区. All invented. */
export const departmentRows: readonly DepartmentRow[] = [
  { code: 'municipal', zh: '市政设施维护中心', en: 'Municipal Works Centre', kind: 'department', serves: 'district', phone: '18800002701' },
  { code: 'housing', zh: '房管所', en: 'Housing Office', kind: 'department', serves: 'district', phone: '18800002702' },
  { code: 'enforcement', zh: '综合执法大队', en: 'Law Enforcement Brigade', kind: 'department', serves: 'district', phone: '18800002703' },
  { code: 'sanitation', zh: '环卫所', en: 'Sanitation Office', kind: 'department', serves: 'district', phone: '18800002704' },
  { code: 'gardens', zh: '园林所', en: 'Parks Office', kind: 'department', serves: 'district', phone: '18800002705' },
  { code: 'water', zh: '供水公司', en: 'Water Company', kind: 'department', serves: 'district', phone: '18800002706' },
  { code: 'power', zh: '供电所', en: 'Power Station Office', kind: 'department', serves: 'district', phone: '18800002707' },
  { code: 'traffic', zh: '交警中队', en: 'Traffic Police Squad', kind: 'department', serves: 'district', phone: '18800002708' },
  { code: 'streetService', zh: '镇综合服务队', en: 'Town Service Team', kind: 'department', serves: 'street', phone: '18800002711' },
  { code: 'streetPatrol', zh: '镇城管协管队', en: 'Town Patrol Team', kind: 'department', serves: 'street', phone: '18800002712' },
  { code: 'cityOffice', zh: '城市管理办公室', en: 'City Management Office', kind: 'department', serves: 'street', phone: '18800002713' },
  { code: 'team', zh: '友谊河社区服务队', en: 'Youyihe Community Team', kind: 'communityTeam', serves: 'community', phone: '18800002721' },
  {
    code: 'property',
    zh: '友谊河物业联合队',
    en: 'Youyihe Property Team',
    kind: 'communityTeam',
    serves: 'community',
    phone: '18800002722',
  },
];

export type Departments = ReadonlyMap<string, DepartmentId>;

/** The ids of the departments by code. */
export function departmentIds(at: Instant): Departments {
  return new Map(departmentRows.map(({ code }) => [code, namedId<DepartmentId>(`department ${code}`, at)]));
}

/** Writes the departments; returns their ids by code. */
export async function insertDepartments(
  db: Db,
  options: { at: Instant; units: Readonly<Record<DepartmentRow['serves'], string>> },
): Promise<Departments> {
  const ids = departmentIds(options.at);
  await db.department.createMany({
    data: departmentRows.map(({ code, zh, en, kind, serves, phone }) => ({
      id: known(ids, code),
      code,
      nameZh: zh,
      nameEn: en,
      kind,
      unitId: options.units[serves],
      phone,
    })),
  });
  return ids;
}

function known(ids: Departments, code: string): DepartmentId {
  const id = ids.get(code);
  if (!id) throw new Error(`no department ${code}`);
  return id;
}
