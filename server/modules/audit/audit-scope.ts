import { Prisma } from '#server/platform/db.ts';
import { postsOf } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';

/** Units whose trail the person may read: those of an administrator or auditor. Empty = none. */
export function auditPaths(actor: Actor): string[] {
  return postsOf(actor, 'administrator', 'auditor').flatMap(({ unitPath }) => unitPath ?? []);
}

/** Cases (`c`) there. A line about a case elsewhere is listed without telling which, so that nobody learns of it by trying its id. */
export function caseBelow(paths: readonly string[]): Prisma.Sql {
  return Prisma.sql`c."unit_path" like any(${paths.map((path) => `${path}%`)}::text[])`;
}

/**
 * Lines (`l`) about a case (`c`), unit (`t`) or account there, and lines done by staff who serve or served below these units. What a
 * person of here did elsewhere is theirs to account for, so it is shown too.
 */
export function auditScope(paths: readonly string[]): Prisma.Sql {
  const patterns = paths.map((path) => `${path}%`);
  const below = (column: Prisma.Sql) => Prisma.sql`${column} like any(${patterns}::text[])`;
  const servesBelow = (person: Prisma.Sql) => Prisma.sql`(
    exists (
      select 1 from "appointment" a
      left join "department" d on d."id" = a."department_id"
      join "territory_unit" u on u."id" = coalesce(a."unit_id", d."unit_id")
      where a."user_id" = ${person} and ${below(Prisma.sql`u."path"`)}
    ) or exists (
      select 1 from "user" p join "territory_unit" u on u."id" = p."home_unit_id"
      where p."id" = ${person} and ${below(Prisma.sql`u."path"`)}
    ))`;
  return Prisma.sql`(
    ${caseBelow(paths)}
    or ${below(Prisma.sql`t."path"`)}
    or ${servesBelow(Prisma.sql`l."actor_id"`)}
    or (l."aggregate_type" = 'user' and ${servesBelow(Prisma.sql`l."aggregate_id"`)})
  )`;
}
