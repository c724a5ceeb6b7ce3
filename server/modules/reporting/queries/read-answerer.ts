import * as z from 'zod/mini';
import { placePoint, readDutyChain } from '#server/modules/territory/index.ts';
import type { RequestCtx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { casePoint } from '#shared/kernel/place.ts';
import { pathsUp } from '#shared/territory/path.ts';

export const answererInput = z.object({
  point: z.nullable(z.pick(casePoint, { lng: true, lat: true })),
  unitId: z.nullable(unitId),
});
export type AnswererInput = z.infer<typeof answererInput>;

type Callable = { name: string; phone: string | null };
/** Who answers for a place: shown with name and phone, as on the board in the stairwell. Null where the place or the post is unknown. */
export type Answerer = {
  /** estate and building in words */
  place: string | null;
  community: { id: string; name: string } | null;
  grid: { id: string; name: string; code: string | null } | null;
  worker: (Callable & { title: { zh: string; en: string } }) | null;
  /** the community's own team */
  desk: Callable | null;
};

const nobody: Answerer = { place: null, community: null, grid: null, worker: null, desk: null };

/**
 * The grid worker of a place or the deputy, and the community's number. Public: these are service numbers. Where the post is vacant only
 * the desk is told: neighbours who hold posts and officials one level up have not put their names in the stairwell.
 */
export async function readAnswerer(ctx: RequestCtx, { point, unitId: chosen }: AnswererInput): Promise<Answerer> {
  const at = ctx.now();
  const placed = chosen ?? (point ? (await placePoint(ctx.db, { point, at })).unitId : null);
  const unit = placed === null ? null : await ctx.db.territoryUnit.findUnique({ where: { id: placed }, select: { path: true } });
  if (!placed || !unit) return nobody;
  const [line, chain] = await Promise.all([
    ctx.db.territoryUnit.findMany({
      where: { path: { in: pathsUp(unit.path) } },
      orderBy: { path: 'asc' },
      select: { id: true, name: true, code: true, level: true },
    }),
    readDutyChain(ctx.db, { unitId: placed, at }),
  ]);
  const community = line.find(({ level }) => level === 'community') ?? null;
  const grid = line.find(({ level }) => level === 'grid') ?? null;
  const link = chain.find(({ step }) => step.role === 'gridWorker');
  const [worker, desk] = await Promise.all([
    link?.onDuty && link.onDuty.via !== 'levelUp' ? readCallable(ctx, link.onDuty.userId) : null,
    community ? ctx.db.department.findFirst({ where: { unitId: community.id, kind: 'communityTeam' }, orderBy: { code: 'asc' } }) : null,
  ]);
  const place = line
    .filter(({ level }) => level === 'estate' || level === 'building')
    .map(({ name }) => name)
    .join(' ');
  return {
    place: place === '' ? null : place,
    community: community && { id: community.id, name: community.name },
    grid: grid && { id: grid.id, name: grid.name, code: grid.code },
    worker: worker && link ? { ...worker, title: link.step.title } : null,
    desk: desk && { name: ctx.locale === 'en' ? desk.nameEn : desk.nameZh, phone: desk.phone },
  };
}

async function readCallable(ctx: RequestCtx, userId: string): Promise<Callable | null> {
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { name: true, phoneSealed: true } });
  return user && { name: user.name, phone: user.phoneSealed ? ctx.cipher.open(user.phoneSealed) : null };
}
