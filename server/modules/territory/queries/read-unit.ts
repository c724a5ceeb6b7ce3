import type { Db, Tx } from '#server/platform/db.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit } from '../territory-store.ts';
import { toUnit, type Unit } from '../unit-dto.ts';

/** One unit. Refuses `notFound`. */
export async function readUnit(db: Db | Tx, unitId: string): Promise<Unit> {
  const row = await findUnit(db, unitId);
  if (!row) throw territoryRefusal('notFound');
  return toUnit(row);
}
