import { Prisma, type Tx } from '#server/platform/db.ts';
import type { Post, Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** A post in force with its holder. */
export type HeldPost = Pick<Post, 'role' | 'unitId' | 'departmentId'> & { userId: UserId; unitPath: string };

/** Holders of the roles on the units at or above a place; with `below` also those under it. */
export type UnitsAsked = { roles: readonly Role[]; scopePath: string; below: boolean };

/**
 * An answer to each question, in one statement. What lies below a path is a range of it: `0` follows the slash that ends every path. The
 * ranges stand in it as they are, not as a join, so that the database sees how few units they hold.
 */
export async function unitPosts(tx: Tx, { asked, now }: { asked: readonly UnitsAsked[]; now: Instant }): Promise<HeldPost[][]> {
  const above = new Set(asked.flatMap(({ scopePath }) => pathsUp(scopePath)));
  const below = new Set(asked.flatMap((one) => (one.below ? [one.scopePath] : [])));
  const ranges = [...below].map((path) => Prisma.sql`"path" >= ${path} and "path" < ${`${path.slice(0, -1)}0`}`);
  const near = Prisma.join([Prisma.sql`"path" = any(${[...above]}::text[])`, ...ranges], ' or ');
  const where = Prisma.sql`a."unit_id" in (select "id" from "territory_unit" where ${near})`;
  const posts = await heldPosts(tx, { roles: rolesOf(asked), now, where });
  return asked.map(({ roles, scopePath, below: alsoBelow }) => {
    const up = pathsUp(scopePath);
    const isNear = ({ unitPath }: HeldPost) => up.includes(unitPath) || (alsoBelow && unitPath.startsWith(scopePath));
    return posts.filter((post) => roles.includes(post.role) && isNear(post));
  });
}

/** Holders of the roles in the departments. */
export type DepartmentsAsked = { ids: readonly DepartmentId[]; roles: readonly Role[] };

/** An answer to each question, in one statement. */
export async function departmentPosts(tx: Tx, { asked, now }: { asked: readonly DepartmentsAsked[]; now: Instant }): Promise<HeldPost[][]> {
  const ids = new Set(asked.flatMap((one) => one.ids));
  if (ids.size === 0) return asked.map(() => []);
  const where = Prisma.sql`a."department_id" = any(${[...ids]}::uuid[])`;
  const posts = await heldPosts(tx, { roles: rolesOf(asked), now, where });
  return asked.map(({ ids: wanted, roles }) =>
    posts.filter(({ departmentId, role }) => departmentId !== null && wanted.includes(departmentId) && roles.includes(role)),
  );
}

const rolesOf = (asked: readonly { roles: readonly Role[] }[]) => [...new Set(asked.flatMap(({ roles }) => roles))];

/** Posts in force with their holders, the oldest first; people whose account is closed are left out. */
function heldPosts(tx: Tx, { roles, now, where }: { roles: readonly Role[]; now: Instant; where: Prisma.Sql }): Promise<HeldPost[]> {
  const at = new Date(now);
  return tx.$queryRaw<HeldPost[]>`
    select a."user_id" as "userId", a."role", a."unit_id" as "unitId", a."department_id" as "departmentId", coalesce(t."path", '') as "unitPath"
    from "appointment" a join "user" u on u."id" = a."user_id" left join "territory_unit" t on t."id" = a."unit_id"
    where a."role" = any(${[...roles]}::text[]) and a."valid_from" <= ${at} and (a."valid_to" is null or a."valid_to" > ${at})
      and u."disabled_at" is null and ${where}
    order by a."valid_from", a."id"`;
}
