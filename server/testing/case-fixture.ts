import { createHash } from 'node:crypto';
import { performCaseAction } from '#server/modules/cases/index.ts';
import { readActor } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { defaultOfficeHours, type WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import type { CaseCommand, CaseInput } from '#shared/cases/cases-actions.ts';
import type { CaseCategory } from '#shared/cases/cases-schema.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { CaseId, DepartmentId, FileId, UnitId, UserId } from '#shared/kernel/ids.ts';
import { openTestPlatform, type TestPlatform } from './test-platform.ts';
import { TOWN_SINCE, townBuilder } from './town-builder.ts';

/** 2026-11-17 09:00 in Shanghai, a Tuesday. */
export const T0 = Date.parse('2026-11-17T01:00:00Z');

/** One district, one street, two communities of two grids each (1 km squares side by side), departments, people of every role. */
export type CaseFixture = {
  test: TestPlatform;
  districtId: UnitId;
  units: Record<'district' | 'street' | 'north' | 'south' | 'n1' | 'n2' | 's1' | 's2', { id: UnitId; path: string }>;
  departments: Record<'works' | 'sanitation' | 'northTeam', DepartmentId>;
  people: Record<Person, UserId>;
  /** everybody with the posts in force at the start */
  actors: readonly { person: Person; actor: Actor }[];
  as: (person: Person) => Promise<Ctx>;
  /** a photo that waits for its use; `taken` = when and where, as its device says */
  photo: (person: Person, taken?: { at: number; lng: number; lat: number; accuracyM: number }) => Promise<FileId>;
  submit: (person: Person, over?: Partial<CaseInput<'submit'>>) => Promise<CaseId>;
  act: (person: Person, caseId: CaseId, command: LooseCommand) => Promise<number>;
  close: () => Promise<void>;
};

type LooseCommand = {
  [A in CaseCommand['action']]: { action: A } & Omit<CaseInput<A>, 'caseId' | 'requestId' | 'expectedVersion'> & {
      expectedVersion?: number;
    };
}[CaseCommand['action']];

type PersonRow = { role: Role; unit?: keyof CaseFixture['units']; department?: keyof CaseFixture['departments'] };

const people = {
  resident: { role: 'resident' },
  neighbour: { role: 'resident' },
  gridWorker: { role: 'gridWorker', unit: 'n1' },
  otherGridWorker: { role: 'gridWorker', unit: 'n2' },
  southGridWorker: { role: 'gridWorker', unit: 's1' },
  dispatcher: { role: 'dispatcher', unit: 'north' },
  secondDispatcher: { role: 'dispatcher', unit: 'north' },
  secretary: { role: 'secretary', unit: 'north' },
  streetOperator: { role: 'streetOperator', unit: 'street' },
  secondOperator: { role: 'streetOperator', unit: 'street' },
  handler: { role: 'departmentHandler', department: 'works' },
  lead: { role: 'departmentLead', department: 'works' },
  supporter: { role: 'departmentHandler', department: 'sanitation' },
  supportLead: { role: 'departmentLead', department: 'sanitation' },
  teamHandler: { role: 'departmentHandler', department: 'northTeam' },
  inspector: { role: 'inspector', unit: 'street' },
  callbackOfficer: { role: 'callbackOfficer', unit: 'street' },
  auditor: { role: 'auditor', unit: 'district' },
  administrator: { role: 'administrator', unit: 'district' },
} as const satisfies Record<string, PersonRow>;
export type Person = keyof typeof people;
export const persons = Object.keys(people).filter((key): key is Person => key in people);

const calendar: WorkCalendar = {
  version: 1,
  timeZone: 'Asia/Shanghai',
  publishedYears: [2026],
  days: {},
  officeHours: [...defaultOfficeHours],
  closeOfBusiness: 'officeClose',
};

export const streetLamp = {
  scheme: 'GB/T 30428',
  code: '01017',
  name: { zh: '路灯', en: 'Street lamp' },
  nature: 'component',
  defaultKind: 'report',
  defaultUrgency: 'normal',
  limits: {},
  leadDepartmentId: null,
  photoRequired: { report: false, feedback: true, inspection: true },
  selfHandling: true,
  communityDuty: true,
  dutyCode: null,
  physical: true,
} as const satisfies CaseCategory;

/** Inside grid n1. */
export const lampPoint = { lng: 112.905, lat: 27.825, accuracyM: 8, source: 'gnss' } as const;

const squares = { n1: [112.9, 27.82], n2: [112.91, 27.82], s1: [112.9, 27.81], s2: [112.91, 27.81] } as const;

export async function openCaseFixture(): Promise<CaseFixture> {
  const test = await openTestPlatform({ now: T0 });
  const { db } = test.platform;
  const town = townBuilder(test);
  const { by, unit, department } = town;
  const district = await unit('district', '示范区', null);
  const street = await unit('street', '东街道', district);
  const north = await unit('community', '北社区', street);
  const south = await unit('community', '南社区', street);
  const grids = {
    n1: await unit('grid', '北一格', north),
    n2: await unit('grid', '北二格', north),
    s1: await unit('grid', '南一格', south),
    s2: await unit('grid', '南二格', south),
  };
  for (const key of ['n1', 'n2', 's1', 's2'] as const) await town.square(grids[key].id, squares[key], 0.01);
  const departments = {
    works: await department('works', 'department', district.id),
    sanitation: await department('sanitation', 'department', district.id),
    northTeam: await department('northTeam', 'communityTeam', north.id),
  };
  const units = { district, street, north, south, ...grids };

  const ids = {} as Record<Person, UserId>;
  for (const [index, name] of persons.entries()) {
    const { role, unit: unitKey, department: departmentKey }: PersonRow = people[name];
    ids[name] = await town.person({
      name: `王${name}`,
      phone: `188000000${String(index).padStart(2, '0')}`,
      role,
      ...(unitKey ? { unitId: units[unitKey].id } : {}),
      ...(departmentKey ? { departmentId: departments[departmentKey] } : {}),
    });
  }
  await db.calendarVersion.create({
    data: { id: newId(), districtId: district.id, version: 1, calendar, source: 'fixture', createdAt: TOWN_SINCE, createdBy: by },
  });
  const categories: CaseCategory[] = [
    { ...streetLamp, leadDepartmentId: departments.works },
    { ...streetLamp, code: '01018', name: { zh: '井盖', en: 'Manhole cover' }, selfHandling: false, communityDuty: false },
    { ...streetLamp, code: '03001', name: { zh: '邻里纠纷', en: 'Quarrel' }, nature: 'event', physical: false },
  ];
  for (const [sort, data] of categories.entries()) {
    const { scheme, code } = data;
    await db.category.create({
      data: { id: newId(), districtId: district.id, scheme, code, version: 1, sort, data, validFrom: TOWN_SINCE },
    });
  }

  const as = async (person: Person): Promise<Ctx> => {
    const actor = await readActor(db, { userId: ids[person], now: test.clock.now });
    if (!actor) throw new Error(`${person} has no account`);
    return { ...test.platform, actor, locale: 'zh' };
  };
  const photo: CaseFixture['photo'] = async (person, taken) => {
    const id = newId<FileId>();
    const sha256 = createHash('sha256').update(id).digest('hex');
    await db.storedFile.create({
      data: {
        id,
        ownerId: ids[person],
        ...{ mime: 'image/jpeg', bytes: 1000, width: 40, height: 30, sha256 },
        ...{ originalKey: `o/${id}`, servedKey: `s/${id}`, thumbKey: `t/${id}`, uploadedAt: new Date(test.clock.now) },
        ...(taken && { capturedAt: new Date(taken.at), lng: taken.lng, lat: taken.lat, accuracyM: taken.accuracyM }),
      },
    });
    return id;
  };
  const act: CaseFixture['act'] = async (person, caseId, { action, ...rest }) => {
    const row = await db.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true } });
    const input = { caseId, requestId: newId(), expectedVersion: row.version, ...rest };
    const { version } = await performCaseAction(await as(person), { action, input } as CaseCommand);
    return version;
  };
  const submit: CaseFixture['submit'] = async (person, over = {}) => {
    const input = { ...report(), ...over };
    await performCaseAction(await as(person), { action: 'submit', input });
    return input.caseId;
  };
  const actors: { person: Person; actor: Actor }[] = [];
  for (const person of persons) actors.push({ person, actor: (await as(person)).actor });
  return { test, districtId: district.id, units, departments, people: ids, actors, as, photo, submit, act, close: test.close };
}

/** What a resident sends. */
export function report(): CaseInput<'submit'> {
  return {
    caseId: newId(),
    requestId: newId(),
    kind: 'report',
    categoryScheme: streetLamp.scheme,
    categoryCode: streetLamp.code,
    title: '',
    text: '路灯不亮了，晚上看不见路。已经三天了',
    point: lampPoint,
    address: '建设路 12 号',
    unitId: null,
    photoIds: [],
    capturedAt: null,
    source: 'resident',
    onBehalfOf: null,
    livelihood: false,
  };
}
