import type { Prisma, Tx } from '#server/platform/db.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { childPath } from '#shared/territory/path.ts';
import type { UnitRow } from './territory-store.ts';

export type NewUnit = {
  id: string;
  level: UnitLevel;
  kind: string | null;
  code: string;
  name: string;
  facts: Prisma.InputJsonObject;
  validFrom: Instant;
};

/** Puts a unit below its parent; its number in the path is drawn from the table's own sequence. */
export async function insertUnit(tx: Tx, { unit, parent }: { unit: NewUnit; parent: UnitRow | null }): Promise<UnitRow> {
  const [drawn] = await tx.$queryRaw<{ no: bigint }[]>`select nextval(pg_get_serial_sequence('territory_unit', 'no')) as "no"`;
  const no = Number(drawn?.no);
  const { validFrom, ...rest } = unit;
  return tx.territoryUnit.create({
    data: { ...rest, no, parentId: parent?.id ?? null, path: childPath(parent?.path ?? null, no), validFrom: new Date(validFrom) },
  });
}
