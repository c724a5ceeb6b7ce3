import type { Platform } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { DEMO_PASSWORD } from '../community/insert-people.ts';
import { namedId } from '../named-id.ts';
import type { DemoSignIn } from '../sign-ins.ts';
import { staffAccount } from '../staff-account.ts';

/** The place of a post in words and as an id: a unit or a department. */
export type CityPost = { role: Role; username: string; name: string; post: string; unitId?: string; departmentId?: string };

export function cityUserId(username: string, at: Instant): UserId {
  return namedId<UserId>(`baltimore person ${username}`, at);
}

/** Writes accounts with one post each and answers how they sign in. Everybody is invented. */
export async function insertCityPeople(
  platform: Platform,
  { posts, homeUnitId, since, appointedBy }: { posts: readonly CityPost[]; homeUnitId: string; since: Instant; appointedBy: UserId },
): Promise<DemoSignIn[]> {
  const { db } = platform;
  const passwordHash = await (await platform.auth.sessions.$context).password.hash(DEMO_PASSWORD);
  const accounts = posts.map(({ username, name }) =>
    staffAccount({ userId: cityUserId(username, since), username, name, passwordHash, at: since }),
  );
  await db.user.createMany({ data: accounts.map(({ user }) => ({ ...user, homeUnitId })) });
  await db.account.createMany({ data: accounts.map(({ account }) => account) });
  await db.appointment.createMany({
    data: posts.map(({ role, username, unitId, departmentId }): Prisma.AppointmentCreateManyInput => {
      const userId = cityUserId(username, since);
      const id = namedId<string>(`baltimore post ${username}`, since);
      return {
        id,
        userId,
        role,
        unitId: unitId ?? null,
        departmentId: departmentId ?? null,
        deputy: false,
        validFrom: new Date(since),
        appointedBy,
      };
    }),
  });
  return posts.map(({ role, name, post, username }) => ({ role, name, post, username, password: DEMO_PASSWORD, phone: null }));
}

/** A resident who signs in by phone and the code of the development inbox. */
export async function insertCityResident(platform: Platform, { since }: { since: Instant }): Promise<DemoSignIn> {
  const { db, cipher } = platform;
  const phone = '18800002617';
  const blind = cipher.blindIndex(phone);
  const at = new Date(since);
  await db.user.create({
    data: {
      id: cityUserId('resident', since),
      name: 'Grace Holloway',
      email: `${blind.toLowerCase()}@phone.invalid`,
      phoneNumber: blind,
      phoneNumberVerified: true,
      phoneSealed: cipher.seal(phone),
      kind: 'resident',
      createdAt: at,
      updatedAt: at,
    },
  });
  return { role: 'resident', name: 'Grace Holloway', post: 'Baltimore', username: null, password: null, phone };
}
