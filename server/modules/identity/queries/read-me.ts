import type { RequestCtx } from '#server/platform/context.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { maskPhone } from '#shared/identity/mask-person.ts';

export type MePost = Actor['posts'][number] & {
  unitName: string | null;
  communityId: string | null;
  communityName: string | null;
  departmentName: { zh: string; en: string } | null;
};
export type Me = {
  userId: string;
  name: string;
  phoneMasked: string | null;
  posts: MePost[];
  districtId: string | null;
  timeZone: string;
  demo: boolean;
};

const DEFAULT_ZONE = 'Asia/Shanghai';

/** Who is signed in, with the posts in force and the names a page needs; null for a visitor. */
export async function readMe(ctx: RequestCtx): Promise<Me | null> {
  const { actor } = ctx;
  if (!actor) return null;
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { phoneSealed: true } });
  const departmentIds = actor.posts.flatMap(({ departmentId }) => departmentId ?? []);
  const departments = await ctx.db.department.findMany({ where: { id: { in: departmentIds } }, include: { unit: true } });
  const paths = [...actor.posts.flatMap(({ unitPath }) => unitPath ?? []), ...departments.map(({ unit }) => unit.path)];
  const units = await unitsAbove(ctx, paths);
  const posts = actor.posts.map((post) => {
    const above = units.filter((unit) => post.unitPath?.startsWith(unit.path));
    const community = above.find((unit) => unit.level === 'community');
    const department = departments.find(({ id }) => id === post.departmentId);
    return {
      ...post,
      unitName: above.find(({ id }) => id === post.unitId)?.name ?? null,
      communityId: community?.id ?? null,
      communityName: community?.name ?? null,
      departmentName: department ? { zh: department.nameZh, en: department.nameEn } : null,
    };
  });
  const district =
    units.find((unit) => unit.level === 'district') ??
    (await ctx.db.territoryUnit.findFirst({ where: { level: 'district' }, orderBy: { no: 'asc' } }));
  const zone = (district?.facts as { timeZone?: unknown } | undefined)?.timeZone;
  return {
    userId: actor.userId,
    name: actor.name,
    phoneMasked: user.phoneSealed ? maskPhone(ctx.cipher.open(user.phoneSealed)) : null,
    posts,
    districtId: district?.id ?? null,
    timeZone: typeof zone === 'string' ? zone : DEFAULT_ZONE,
    demo: ctx.demo,
  };
}

/** The units on the given paths, from the district down. */
async function unitsAbove(ctx: RequestCtx, paths: readonly string[]) {
  const numbers = [...new Set(paths.flatMap((path) => path.split('/').filter(Boolean).map(Number)))];
  return ctx.db.territoryUnit.findMany({
    where: { no: { in: numbers } },
    select: { id: true, name: true, level: true, path: true, facts: true },
    orderBy: { path: 'asc' },
  });
}
