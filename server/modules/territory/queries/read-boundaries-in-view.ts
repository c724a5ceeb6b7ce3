import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { type UnitLevel, unitLevel } from '#shared/identity/identity-schema.ts';
import { labelPoint } from '#shared/kernel/geometry/label-point.ts';
import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import { instant } from '#shared/kernel/time.ts';
import { findInView, type ViewRow } from '../boundary-store.ts';
import { simplifyArea } from '../simplify.ts';

const degrees = (limit: number) => z.number().check(z.gte(-limit), z.lte(limit));
/** west, south, east, north. */
export const viewBox = z
  .tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
  .check(z.refine(([west, south, east, north]) => west <= east && south <= north, 'boxTurned'));
export const zoom = z.int().check(z.gte(0), z.lte(22));

export const boundariesInput = z.object({
  box: viewBox,
  zoom,
  levels: z.array(unitLevel).check(z.minLength(1), z.maxLength(7)),
  /** null = as they are now */
  at: z._default(z.nullable(instant), null),
});
export type BoundariesInput = z.infer<typeof boundariesInput>;

export type BoundaryInView = {
  unitId: string;
  level: UnitLevel;
  kind: string | null;
  code: string | null;
  name: string;
  path: string;
  geometry: MultiPolygon;
  labelPoint: Position | null;
};

const SHOWN = 1_500;

/** Boundaries in the view, no finer than the zoom can show. `more` = there were more than are shown; households never are. */
export async function readBoundariesInView(ctx: Ctx, input: BoundariesInput): Promise<{ boundaries: BoundaryInView[]; more: boolean }> {
  const levels = input.levels.filter((level) => level !== 'household');
  const rows = await findInView(ctx.db, { box: input.box, levels, at: input.at ?? ctx.now(), take: SHOWN + 1 });
  const boundaries = rows.slice(0, SHOWN).map(({ boundaryId, geometry, ...unit }) => ({
    ...unit,
    level: unit.level as UnitLevel,
    ...drawn({ boundaryId, geometry, zoom: input.zoom }),
  }));
  return { boundaries, more: rows.length > SHOWN };
}

type Drawn = Pick<BoundaryInView, 'geometry' | 'labelPoint'>;
/** A boundary's version never changes, so its picture at a zoom is kept; the oldest falls out. */
const kept = new Map<string, Drawn>();
const KEPT = 4_000;

function drawn({ boundaryId, geometry, zoom }: Pick<ViewRow, 'boundaryId' | 'geometry'> & { zoom: number }): Drawn {
  const key = `${boundaryId} ${Math.min(zoom, 18)}`;
  const known = kept.get(key);
  if (known) return known;
  const made = { geometry: simplifyArea(geometry, zoom), labelPoint: labelPoint(geometry) };
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
