import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit, findUnitsUp } from '../territory-store.ts';
import { placePoint } from './place-point.ts';

const coordinate = (limit: number) => z.number().check(z.gte(-limit), z.lte(limit));

/** By the grid, or by a place (the resident's own position). */
export const gridCardInput = z.union([z.object({ unitId }), z.object({ lng: coordinate(180), lat: coordinate(90) })]);
export type GridCardInput = z.infer<typeof gridCardInput>;

export type GridCard = {
  gridId: string;
  grid: string;
  community: string | null;
  /** null = the post is vacant */
  worker: { name: string; phone: string | null; deputy: boolean } | null;
};

/**
 * What hangs on every stairwell: the grid, its worker and the work phone (public by law). Null when no grid is there.
 * Refuses `notFound` for an id that is no grid.
 */
export async function readGridCard(platform: Platform, input: GridCardInput): Promise<GridCard | null> {
  const at = platform.now();
  const gridId = 'unitId' in input ? input.unitId : (await placePoint(platform.db, { point: input, at })).gridId;
  if (!gridId) return null;
  const grid = await findUnit(platform.db, gridId);
  if (grid?.level !== 'grid') throw territoryRefusal('notFound');
  const line = await findUnitsUp(platform.db, grid.path);
  const moment = new Date(at);
  const [post] = await platform.db.appointment.findMany({
    where: {
      unitId: grid.id,
      role: 'gridWorker',
      validFrom: { lte: moment },
      OR: [{ validTo: null }, { validTo: { gt: moment } }],
      user: { disabledAt: null },
    },
    orderBy: [{ deputy: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
    take: 1,
    select: { deputy: true, user: { select: { name: true, phoneSealed: true } } },
  });
  const phone = post?.user.phoneSealed ? platform.cipher.open(post.user.phoneSealed) : null;
  return {
    gridId: grid.id,
    grid: grid.name,
    community: line.find(({ level }) => level === 'community')?.name ?? null,
    worker: post ? { name: post.user.name, phone, deputy: post.deputy } : null,
  };
}
