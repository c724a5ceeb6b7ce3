import type { Cipher } from '#server/platform/cipher.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import { DAY, type Instant } from '#shared/kernel/time.ts';
import type { DemoUnit } from '../geography/demo-geography.ts';
import { namedId } from '../named-id.ts';
import { staffAccount } from '../staff-account.ts';
import type { Departments } from './departments.ts';
import { residentNames, staffRows, VACANT_BUILDING_EVERY, vacantEstates, volunteerName } from './people.ts';

/** The one password of every demo account that has one; printed by each start of the demo. */
export const DEMO_PASSWORD = 'wangge-2026';
export const FIRST_RESIDENT_PHONE = '18800002617';

const SINCE_DAYS = 640;

export type Person = { userId: UserId; username: string; name: string; phone: string };
export type Appointed = { userId: UserId; role: Role; unit?: DemoUnit; department?: string; deputy?: boolean };
export type People = { staff: readonly Person[]; residents: readonly Person[]; posts: readonly Appointed[] };

/** Who holds what in the demo, without touching the database: key staff, group leaders, building heads, residents. */
export function demoPeople(units: readonly DemoUnit[], now: Instant): People {
  const idOf = (username: string) => namedId<UserId>(`person ${username}`, now - SINCE_DAYS * DAY);
  const unitAt = (place: string) => {
    const unit = units.find(({ key }) => key.endsWith(`/${place}`) || key === place);
    if (!unit) throw new Error(`the demo town has no ${place}`);
    return unit;
  };
  const staff: Person[] = staffRows.map(({ username, name, phone }) => ({ userId: idOf(username), username, name, phone }));
  const posts: Appointed[] = staffRows.flatMap(({ username, posts: rows }) =>
    rows.map(({ place, ...row }) => ({ userId: idOf(username), ...row, ...(place ? { unit: unitAt(place) } : {}) })),
  );
  const held = new Set(posts.map(({ role, unit }) => `${role} ${unit?.id}`));
  let volunteers = 0;
  const volunteer = (role: Role, unit: DemoUnit, prefix: string) => {
    volunteers += 1;
    const username = `${prefix}${String(volunteers).padStart(3, '0')}`;
    const phone = `1880000${4000 + volunteers}`;
    staff.push({ userId: idOf(username), username, name: volunteerName(volunteers), phone });
    posts.push({ userId: idOf(username), role, unit });
  };
  for (const unit of units.filter(({ level, name }) => level === 'estate' && !vacantEstates.has(name))) {
    if (!held.has(`estateGroupLeader ${unit.id}`)) volunteer('estateGroupLeader', unit, 'zz');
  }
  units
    .filter(({ level, kind }) => level === 'building' && kind === 'block')
    .forEach((unit, index) => {
      if (index % VACANT_BUILDING_EVERY !== 0 && !held.has(`buildingHead ${unit.id}`)) volunteer('buildingHead', unit, 'ld');
    });
  const residents = residentNames.map((name, index): Person => {
    const username = `resident ${index + 1}`;
    const phone = index === 0 ? FIRST_RESIDENT_PHONE : `1880000${3000 + index}`;
    return { userId: idOf(username), username, name, phone };
  });
  return { staff, residents, posts };
}

/** Writes accounts and posts. Every staff account gets the demo password: hashed once by better-auth, the same hash for all. */
export async function insertPeople(
  platform: Platform,
  options: { people: People; departments: Departments; homeUnitId: string; appointedBy: UserId; now: Instant },
): Promise<void> {
  const { people, departments, homeUnitId, appointedBy } = options;
  const { db, cipher } = platform;
  const since = options.now - SINCE_DAYS * DAY;
  const passwordHash = await (await platform.auth.sessions.$context).password.hash(DEMO_PASSWORD);
  const accounts = people.staff.map(({ userId, username, name }) => staffAccount({ userId, username, name, passwordHash, at: since }));
  const staff = accounts.map(({ user }, index) => ({ ...user, homeUnitId, phoneSealed: cipher.seal(people.staff[index]?.phone ?? '') }));
  await db.user.createMany({ data: [...staff, ...people.residents.map((person) => residentUser(person, { cipher, at: since }))] });
  await db.account.createMany({ data: accounts.map(({ account }) => account) });
  await db.appointment.createMany({
    data: people.posts.map(({ userId, role, unit, department, deputy = false }): Prisma.AppointmentCreateManyInput => {
      const departmentId = department === undefined ? null : (departments.get(department) ?? null);
      const id = namedId<string>(`post ${userId} ${role} ${unit?.id ?? department}`, since);
      return { id, userId, role, unitId: unit?.id ?? null, departmentId, deputy, validFrom: new Date(since), appointedBy };
    }),
  });
}

function residentUser({ userId, name, phone }: Person, { cipher, at }: { cipher: Cipher; at: Instant }): Prisma.UserCreateManyInput {
  const blind = cipher.blindIndex(phone);
  return {
    id: userId,
    name,
    email: `${blind.toLowerCase()}@phone.invalid`,
    phoneNumber: blind,
    phoneNumberVerified: true,
    phoneSealed: cipher.seal(phone),
    kind: 'resident',
    createdAt: new Date(at),
    updatedAt: new Date(at),
  };
}
