import { readActor } from '#server/modules/identity/index.ts';
import { newId } from '#server/platform/ids.ts';
import { defaultOfficeHours } from '#shared/calendar/calendar-schema.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { AppointmentId, CaseId, DepartmentId, RequestId, UnitId, UserId, WhistleId } from '#shared/kernel/ids.ts';
import { callAs } from './caller.ts';
import { lampPoint, openCaseFixture, streetLamp } from './case-fixture.ts';
import type { TestPlatform } from './test-platform.ts';
import { TOWN_SINCE, type TownUnit, townBuilder } from './town-builder.ts';

export const applicant = { name: '欧阳静怡', phone: '18800990011' } as const;

/** The people of one side, by role; departments are told apart by what they owe the case. */
export type Side = Readonly<Record<Exclude<Role, 'system'>, Actor>>;

/**
 * One case in a building of one district, dispatched and not yet signed. `inside` covers it; `outside` is the same role in a second
 * district, for residents a neighbour, for departments one of the same district that has nothing to do with it.
 */
export type PermissionWorld = {
  test: TestPlatform;
  inside: Side;
  outside: Side;
  /** of the supporting department */
  supporter: Actor;
  caseId: CaseId;
  /** an emergency blown over that case: the same lead and support are called */
  whistleId: WhistleId;
  /** on paper at one household's door */
  doorCode: string;
  /** on the community duty list already */
  dutyCode: string;
  caseNo: string;
  title: string;
  district: TownUnit;
  community: TownUnit;
  grid: TownUnit;
  building: TownUnit;
  departments: { lead: DepartmentId; support: DepartmentId };
  /** an account of the inner district that nobody else uses, and its post that has ended */
  spare: { userId: UserId; name: string; appointmentId: AppointmentId };
  /** names of staff, by role */
  names: { inside: ReadonlyMap<Role, string>; outside: ReadonlyMap<Role, string> };
  close: () => Promise<void>;
};

type Places = Record<'district' | 'street' | 'community' | 'grid' | 'estate' | 'building', TownUnit>;

const postedAt = {
  buildingHead: 'building',
  estateGroupLeader: 'estate',
  gridWorker: 'grid',
  secretary: 'community',
  dispatcher: 'community',
  streetOperator: 'street',
  inspector: 'street',
  callbackOfficer: 'street',
  auditor: 'district',
  administrator: 'district',
} as const satisfies Partial<Record<Role, keyof Places>>;
type UnitRole = keyof typeof postedAt;
const unitRoles = Object.keys(postedAt) as UnitRole[];

export async function openPermissionWorld(): Promise<PermissionWorld> {
  const at = await openCaseFixture();
  const { test } = at;
  const { db, cipher } = test.platform;
  const town = townBuilder(test);
  let phones = 0;
  const nextPhone = () => {
    phones += 1;
    return `188007700${String(phones).padStart(2, '0')}`;
  };
  const homes = async (grid: TownUnit, label: string) => {
    const estate = await town.unit('estate', `${label}苑`, grid);
    return { estate, building: await town.unit('building', `${label}苑1栋`, estate) };
  };

  const { district, street, north: community, n1: grid } = at.units;
  const near: Places = { district, street, community, grid, ...(await homes(grid, '近')) };
  await town.square(near.estate.id, [112.904, 27.824], 0.002);
  await town.square(near.building.id, [112.9045, 27.8245], 0.001);

  const farDistrict = await town.unit('district', '远区', null);
  const farStreet = await town.unit('street', '西街道', farDistrict);
  const farCommunity = await town.unit('community', '远社区', farStreet);
  const farGrid = await town.unit('grid', '远一格', farCommunity);
  await town.square(farGrid.id, [113.9, 28.82], 0.01);
  const far: Places = { district: farDistrict, street: farStreet, community: farCommunity, grid: farGrid, ...(await homes(farGrid, '远')) };
  await db.calendarVersion.create({
    data: {
      id: newId(),
      districtId: farDistrict.id,
      version: 1,
      source: 'fixture',
      createdAt: TOWN_SINCE,
      createdBy: town.by,
      calendar: {
        ...{ version: 1, timeZone: 'Asia/Shanghai', publishedYears: [2026], days: {} },
        ...{ officeHours: [...defaultOfficeHours], closeOfBusiness: 'officeClose' },
      },
    },
  });
  const nearCategories = await db.category.findMany({ where: { districtId: near.district.id } });
  await db.category.createMany({
    data: nearCategories.map(({ data, ...row }) => ({ ...row, id: newId<string>(), districtId: farDistrict.id, data: data ?? {} })),
  });
  const { works, sanitation } = at.departments;
  const parks = await town.department('parks', 'department', near.district.id);

  const names = { inside: new Map<Role, string>(), outside: new Map<Role, string>() };
  const actorOf = async (userId: UserId): Promise<Actor> => {
    const actor = await readActor(db, { userId, now: test.clock.now });
    if (!actor) throw new Error(`${userId} has no account`);
    return actor;
  };
  type Seat = { role: Role; side: 'inside' | 'outside'; unitId?: UnitId; departmentId?: DepartmentId };
  const seat = async ({ role, side, ...post }: Seat): Promise<Actor> => {
    const name = `${side === 'inside' ? '近' : '远'}${role}`;
    names[side].set(role, name);
    return actorOf(await town.person({ name, phone: nextPhone(), role, ...post }));
  };
  const sideOf = async (side: 'inside' | 'outside', places: Places, departmentId: DepartmentId): Promise<Side> => {
    const posted = {} as Record<UnitRole, Actor>;
    for (const role of unitRoles) posted[role] = await seat({ role, side, unitId: places[postedAt[role]].id });
    return {
      ...posted,
      resident: await (side === 'inside' ? person(applicant) : person({ name: '邻居陈', phone: nextPhone() })),
      departmentHandler: await seat({ role: 'departmentHandler', side, departmentId }),
      departmentLead: await seat({ role: 'departmentLead', side, departmentId }),
    };
  };
  const person = async (who: { name: string; phone: string }) => actorOf(await town.person({ ...who, role: 'resident' }));

  // the fixture's own holders make room: a grid has one worker, a community one secretary
  await db.appointment.deleteMany({ where: { userId: { in: [at.people.gridWorker, at.people.secretary] } } });
  const inside = await sideOf('inside', near, works);
  const outside = await sideOf('outside', far, parks);

  const { caseId, caseNo, title } = await dispatchedCase();
  async function dispatchedCase() {
    at.people.resident = inside.resident.userId;
    at.people.dispatcher = inside.dispatcher.userId;
    at.people.streetOperator = inside.streetOperator.userId;
    const id = await at.submit('resident', { point: lampPoint, title: '第三根灯杆整夜不亮', text: '第三根灯杆整夜不亮，请来看看' });
    const category = { categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code };
    await at.act('dispatcher', id, {
      ...{ action: 'register', kind: 'report', urgency: 'normal', ...category },
      ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
    });
    await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: works, supportUnitIds: [sanitation], note: '' });
    const row = await db.case.findUniqueOrThrow({ where: { id }, select: { caseNo: true, title: true, unitPath: true } });
    if (!row.caseNo || row.unitPath !== near.building.path) throw new Error(`the case lies at ${row.unitPath}`);
    return { caseId: id, caseNo: row.caseNo, title: row.title };
  }

  const whistleId = await blownWhistle();
  async function blownWhistle(): Promise<WhistleId> {
    const id = newId<WhistleId>();
    const { act } = callAs(test.platform, inside.secretary).dispatch;
    const matter = {
      ...{
        whistleType: 'emergency' as const,
        title: '灯杆漏电',
        reason: '社区没有电工',
        point: lampPoint,
        address: '近苑1栋旁',
        placeId: null,
      },
      ...{ caseIds: [caseId], leadUnitId: works, supportUnitIds: [sanitation], areaM2: null, persons: 40 },
    };
    const { version } = await act({ action: 'draft', input: { whistleId: id, requestId: newId<RequestId>(), ...matter } });
    await act({ action: 'blow', input: { whistleId: id, requestId: newId<RequestId>(), expectedVersion: version } });
    return id;
  }

  const household = { id: newId<string>(), label: '近苑1栋 1门' };
  await callAs(test.platform, inside.secretary).dispatch.act({
    action: 'listHouseholds',
    input: { whistleId, requestId: newId<RequestId>(), expectedVersion: 2, households: [household] },
  });
  const [slip] = await callAs(test.platform, inside.secretary).dispatch.slips({ whistleId });
  if (!slip) throw new Error('the household has no code');
  const dutyCode = '01';
  const { administrator } = inside;
  await callAs(test.platform, administrator).dispatch.addDuty({
    ...{
      districtId: near.district.id,
      requestId: newId<RequestId>(),
      code: dutyCode,
      nameZh: '楼道清扫',
      nameEn: 'Stairwell cleaning',
      basis: '清单',
    },
  });

  await db.calendarVersion.updateMany({ where: { districtId: near.district.id }, data: { createdBy: inside.administrator.userId } });
  // the trail has a look by somebody of here, a refusal to the applicant, and a try by somebody from elsewhere
  await callAs(test.platform, inside.dispatcher).cases.revealContact({ caseId, why: '核对' });
  for (const actor of [inside.resident, outside.secretary]) {
    const input = { caseId, requestId: newId<RequestId>(), expectedVersion: 1 };
    await callAs(test.platform, actor)
      .cases.act({ action: 'sign', input })
      .catch(() => null);
  }

  const spareName = '近spare';
  const spareId = await town.person({ name: spareName, phone: nextPhone(), role: 'inspector', unitId: near.street.id });
  await db.user.update({
    where: { id: spareId },
    data: { username: 'spare', displayUsername: 'spare', phoneSealed: cipher.seal(nextPhone()) },
  });
  const ended = newId<AppointmentId>();
  const span = { validFrom: TOWN_SINCE, validTo: new Date(TOWN_SINCE.getTime() + 1000) };
  await db.appointment.create({
    data: {
      id: ended,
      userId: spareId,
      role: 'callbackOfficer',
      unitId: near.street.id,
      departmentId: null,
      ...span,
      appointedBy: town.by,
    },
  });

  return {
    ...{ test, inside, outside, caseId, whistleId, doorCode: slip.code, dutyCode, caseNo, title, names },
    supporter: await actorOf(at.people.supporter),
    ...{ district: near.district, community: near.community, grid: near.grid, building: near.building },
    departments: { lead: works, support: sanitation },
    spare: { userId: spareId, name: spareName, appointmentId: ended },
    close: at.close,
  };
}
