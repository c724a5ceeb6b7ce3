import { staffAccount } from '#prisma/seed/staff-account.ts';
import type { Role, UnitLevel } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UnitId, UserId } from '#shared/kernel/ids.ts';
import { childPath } from '#shared/territory/path.ts';
import type { Platform } from '../../platform/context.ts';
import type { Prisma } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import {
  CORNER,
  type CommunityHand,
  GRID_DEGREES,
  type Town,
  type TownCommunity,
  type TownGrid,
  type TownPerson,
  type TownUnit,
  townSize,
} from './town-plan.ts';

export const BENCH_PASSWORD = 'bench-password-1';
/** Since when the town stands and everybody is in office: long before the oldest case. */
export const TOWN_SINCE = Date.parse('2020-01-01T00:00:00Z');
const SINCE = new Date(TOWN_SINCE);

type Rows = {
  units: Prisma.TerritoryUnitCreateManyInput[];
  boundaries: Prisma.UnitBoundaryCreateManyInput[];
  departments: Prisma.DepartmentCreateManyInput[];
  users: Prisma.UserCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  posts: Prisma.AppointmentCreateManyInput[];
};
type Post = { role: Role; unitId?: UnitId; departmentId?: DepartmentId };

/** Puts streets, communities, grids, departments and their people into the one district of an empty installation. */
export async function buildTown({ db, auth, cipher }: Platform): Promise<Town> {
  const district = await db.territoryUnit.findFirstOrThrow({ where: { level: 'district' } });
  const root: TownUnit = { id: district.id as UnitId, path: district.path };
  const { password } = await auth.sessions.$context;
  const passwordHash = await password.hash(BENCH_PASSWORD);
  const rows: Rows = { units: [], boundaries: [], departments: [], users: [], accounts: [], posts: [] };
  let no = district.no;

  const unit = (level: UnitLevel, parent: TownUnit): TownUnit => {
    no += 1;
    const id = newId<UnitId>();
    const path = childPath(parent.path, no);
    rows.units.push({ id, no, level, name: `${level} ${no}`, code: `${level}${no}`, parentId: parent.id, path, validFrom: SINCE });
    return { id, path };
  };
  const department = (kind: 'department' | 'communityTeam', unitId: UnitId): DepartmentId => {
    const id = newId<DepartmentId>();
    const name = `${kind} ${rows.departments.length}`;
    rows.departments.push({ id, code: name, nameZh: name, nameEn: name, kind, unitId, phone: '0731-55551234' });
    return id;
  };
  const person = ({ role, ...where }: Post): TownPerson => {
    const userId = newId<UserId>();
    const username = `bench${rows.users.length}`;
    const { user, account } = staffAccount({ userId, username, name: `王${username}`, passwordHash, at: TOWN_SINCE });
    const phone = `188${String(rows.users.length).padStart(8, '0')}`;
    const resident = role === 'resident';
    const own = { phoneSealed: cipher.seal(phone), ...(resident ? { kind: 'resident', phoneNumber: cipher.blindIndex(phone) } : {}) };
    rows.users.push({ ...user, ...own });
    rows.accounts.push(account);
    if (!resident) rows.posts.push({ id: newId(), userId, role, ...where, validFrom: SINCE, appointedBy: userId });
    return { userId, username };
  };
  const grid = (community: TownUnit, [column, line]: readonly [number, number]): TownGrid => {
    const made = unit('grid', community);
    const [west, south] = [CORNER.lng + column * GRID_DEGREES, CORNER.lat + line * GRID_DEGREES];
    rows.boundaries.push({ id: newId(), unitId: made.id, version: 1, ...square(west, south), validFrom: SINCE, drawnBy: newId() });
    return { ...made, center: { lng: west + GRID_DEGREES / 2, lat: south + GRID_DEGREES / 2 } };
  };

  const departments = Array.from({ length: townSize.departments }, () => {
    const id = department('department', root.id);
    return {
      id,
      handler: person({ role: 'departmentHandler', departmentId: id }),
      lead: person({ role: 'departmentLead', departmentId: id }),
    };
  });
  const auditor = person({ role: 'auditor', unitId: root.id });
  const administrator = person({ role: 'administrator', unitId: root.id });
  const communities: TownCommunity[] = [];
  for (let s = 0; s < townSize.streets; s += 1) {
    const street = unit('street', root);
    const streetOperator = person({ role: 'streetOperator', unitId: street.id });
    const callbackOfficer = person({ role: 'callbackOfficer', unitId: street.id });
    for (let c = 0; c < townSize.communities; c += 1) {
      const community = unit('community', street);
      const line = s * townSize.communities + c;
      const grids = Array.from({ length: townSize.grids }, (_, column) => grid(community, [column, line]));
      const team = department('communityTeam', community.id);
      const own = departments[line % departments.length];
      const [firstGrid] = grids;
      if (!own || !firstGrid) throw new Error('a town without departments or grids');
      const inside = (role: Role) => person({ role, unitId: community.id });
      const people: Record<CommunityHand, TownPerson> = {
        ...{ streetOperator, callbackOfficer, handler: own.handler, lead: own.lead },
        resident: person({ role: 'resident' }),
        dispatcher: inside('dispatcher'),
        secretary: inside('secretary'),
        // one who stands in for every grid of the community
        gridWorker: inside('gridWorker'),
        teamHandler: person({ role: 'departmentHandler', departmentId: team }),
      };
      communities.push({ ...community, street, grids, team, department: own.id, people });
    }
  }
  await db.territoryUnit.createMany({ data: rows.units });
  await db.$executeRaw`select setval(pg_get_serial_sequence('territory_unit', 'no'), ${no})`;
  await db.unitBoundary.createMany({ data: rows.boundaries });
  await db.department.createMany({ data: rows.departments });
  await db.user.createMany({ data: rows.users });
  await db.account.createMany({ data: rows.accounts });
  await db.appointment.createMany({ data: rows.posts });
  return { districtId: root.id, districtPath: root.path, communities, auditor, administrator };
}

function square(west: number, south: number) {
  const [east, north] = [west + GRID_DEGREES, south + GRID_DEGREES];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, west, south, east, north, areaM2: (GRID_DEGREES * 100_000) ** 2 };
}
