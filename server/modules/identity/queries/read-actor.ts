import type { Db, Tx } from '#server/platform/db.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** The person with every post in force at `now`; null when unknown or disabled. A resident has one post without unit. */
export async function readActor(db: Db | Tx, { userId, now }: { userId: string; now: Instant }): Promise<Actor | null> {
  return (await readActors(db, { userIds: [userId], now })).get(userId) ?? null;
}

/** The same of several people, by id, in one statement; who is unknown or disabled is left out. */
export async function readActors(db: Db | Tx, { userIds, now }: { userIds: readonly string[]; now: Instant }): Promise<Map<string, Actor>> {
  const at = new Date(now);
  const rows = await db.$queryRaw<Row[]>`
    select u."id" as "userId", u."name", u."kind", a."id" as "appointmentId", a."role", a."deputy", a."unit_id" as "unitId",
      a."department_id" as "departmentId", t."path" as "unitPath", t."level" as "unitLevel"
    from "user" u
    left join "appointment" a on a."user_id" = u."id" and a."valid_from" <= ${at} and (a."valid_to" is null or a."valid_to" > ${at})
    left join "territory_unit" t on t."id" = a."unit_id"
    where u."id" = any(${[...userIds]}::uuid[]) and u."disabled_at" is null
    order by a."valid_from", a."id"`;
  const actors = new Map<string, Actor>();
  for (const { userId, name, kind, ...post } of rows) {
    const { posts } = actors.get(userId) ?? { posts: kind === 'resident' ? [resident] : [] };
    actors.set(userId, { userId, name, posts: post.appointmentId === null ? posts : [...posts, post] });
  }
  return actors;
}

type Row = Post & Pick<Actor, 'userId' | 'name'> & { kind: string };

const resident: Post = {
  appointmentId: null,
  role: 'resident',
  unitId: null,
  unitPath: null,
  unitLevel: null,
  departmentId: null,
  deputy: false,
};
