import * as z from 'zod/mini';
import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { findUnitsUp } from '../territory-store.ts';
import { worksAround } from '../unit-scope.ts';
import { homeDistrict } from './district-of.ts';
import { placePoint } from './place-point.ts';
import { readDutyChain } from './read-duty-chain.ts';

const coordinate = (limit: number) => z.number().check(z.gte(-limit), z.lte(limit));
export const placeInput = z.object({ lng: coordinate(180), lat: coordinate(90) });
export type PlaceInput = z.infer<typeof placeInput>;

/** Which units a point lies in and who answers there, as a report from this point would find it. Neighbours in office are named to those who work around the place, the grid worker to everybody. */
export async function readPlace(ctx: Ctx, point: PlaceInput) {
  const at = ctx.now();
  const { id: withinUnitId } = await homeDistrict(ctx.db, ctx.actor);
  const placed = await placePoint(ctx.db, { point, withinUnitId, at });
  if (!placed.unitId || !placed.unitPath) return { placement: placed.placement, line: [], duty: [] };
  const [line, chain] = await Promise.all([findUnitsUp(ctx.db, placed.unitPath), readDutyChain(ctx.db, { unitId: placed.unitId, at })]);
  const staff = worksAround(ctx.actor, placed.unitPath);
  const named = chain.filter(({ step }) => staff || step.role === 'gridWorker');
  const names = await namesOf(
    ctx.db,
    named.flatMap(({ onDuty }) => (onDuty ? [onDuty.userId] : [])),
  );
  return {
    placement: placed.placement,
    line: line.map((unit) => ({ id: unit.id, level: unit.level, name: unit.name })),
    duty: chain.map(({ step, unitId, onDuty }) => ({
      unitId,
      role: step.role,
      title: step.title,
      onDuty: onDuty && { name: names.get(onDuty.userId) ?? '', via: onDuty.via },
    })),
  };
}
