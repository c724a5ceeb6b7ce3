import type { Db, Tx } from '#server/platform/db.ts';
import type { Appointment, UnitLevel } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type DutyLink, dutyChain } from '#shared/territory/duty-chain.ts';
import { fourStepLadder, type Ladder } from '#shared/territory/ladder.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit, findUnitsUp, type UnitRow } from '../territory-store.ts';
import { readFacts } from '../unit-facts.ts';

/** Who answers for a unit at a moment, deepest rung first, by the ladder of its community. Refuses `notFound`. */
export async function readDutyChain(db: Db | Tx, { unitId, at }: { unitId: string; at: Instant }): Promise<DutyLink[]> {
  const unit = await findUnit(db, unitId);
  if (!unit) throw territoryRefusal('notFound');
  const line = await findUnitsUp(db, unit.path);
  const moment = new Date(at);
  const rows = await db.appointment.findMany({
    where: {
      unitId: { in: line.map(({ id }) => id) },
      validFrom: { lte: moment },
      OR: [{ validTo: null }, { validTo: { gt: moment } }],
      user: { disabledAt: null },
    },
  });
  const appointments = rows.map(
    (row): Appointment => ({
      id: row.id as Appointment['id'],
      userId: row.userId as Appointment['userId'],
      role: row.role as Appointment['role'],
      unitId: row.unitId as UnitId | null,
      departmentId: null,
      deputy: row.deputy,
      validFrom: row.validFrom.getTime(),
      validTo: row.validTo?.getTime() ?? null,
    }),
  );
  const ancestors = line.map((entry) => ({ unitId: entry.id as UnitId, level: entry.level as UnitLevel }));
  return dutyChain({ ladder: ladderOf(line), ancestors, appointments, at });
}

/** A community's own titles, else those of the nearest unit above that sets some, else the four steps. */
export function ladderOf(line: readonly UnitRow[]): Ladder {
  for (const unit of line.toReversed()) {
    const { ladder } = readFacts(unit.id, unit.facts);
    if (ladder) return ladder;
  }
  return fourStepLadder;
}
