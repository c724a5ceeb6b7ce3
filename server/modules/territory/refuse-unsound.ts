import * as z from 'zod/mini';
import type { Tx } from '#server/platform/db.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { blockers, checkDrawing, type Drawing } from './check-drawing.ts';
import { territoryRefusal } from './territory-refusal.ts';
import type { UnitRow } from './territory-store.ts';

/** Why a drawing with faults is kept all the same; it stays in the audit trail. */
export const overrideReason = z._default(z.nullable(z.string().check(z.trim(), z.minLength(4), z.maxLength(400))), null);

/** Refuses `boundaryUnsound` with how many faults and how much ground, unless a reason is given. A drawing broken in itself never passes. */
export async function refuseUnsound(
  tx: Tx,
  options: { drawing: Drawing; parent: UnitRow | null; at: Instant; reason: string | null },
): Promise<void> {
  const faults = blockers(await checkDrawing(tx, options));
  const broken = faults.filter(({ code }) => code === 'badRing' || code === 'selfIntersection');
  const counted = options.reason === null ? faults : broken;
  if (counted.length === 0) return;
  const areaM2 = Math.round(counted.reduce((sum, fault) => sum + fault.areaM2, 0));
  throw territoryRefusal('boundaryUnsound', { count: counted.length, areaM2 });
}
