import { Worker } from 'node:worker_threads';
import type { Db, Tx } from '#server/platform/db.ts';
import { type UnitLevel, unitLevels } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type CheckedUnit, checkTerritory, type Finding } from '#shared/territory/checks.ts';
import { boundariesOf } from './boundary-store.ts';
import type { UnitRow } from './territory-store.ts';
import { readFacts } from './unit-facts.ts';

type CheckInput = Parameters<typeof checkTerritory>[0];

/** Of a district or street the grids and what is above are checked; of a community or less everything down to the households. */
function levelsUnder(level: UnitLevel): readonly UnitLevel[] {
  const whole = unitLevels.indexOf(level) >= unitLevels.indexOf('community');
  return whole ? unitLevels : unitLevels.slice(0, unitLevels.indexOf('grid') + 1);
}

/** Reads what the checks need of a unit and everything below it at a moment. */
export async function readChecked(db: Db | Tx, { unit, at }: { unit: UnitRow; at: Instant }): Promise<CheckInput> {
  const moment = new Date(at);
  const inForce = { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
  const rows = await db.territoryUnit.findMany({
    where: { path: { startsWith: unit.path }, level: { in: [...levelsUnder(unit.level as UnitLevel)] }, ...inForce },
    orderBy: { path: 'asc' },
  });
  const areas = rows.filter((row) => row.level !== 'household');
  const geometries = await boundariesOf(db, { unitIds: areas.map((row) => row.id), at });
  const posts = await db.appointment.groupBy({
    by: ['unitId'],
    where: { unit: { path: { startsWith: unit.path } }, role: 'gridWorker', deputy: false, ...inForce },
    _count: { _all: true },
  });
  const households = rows.filter((row) => row.level === 'household');
  return {
    units: areas.map((row) => toChecked(row, { root: unit.id, geometry: geometries.get(row.id) ?? null })),
    households: households.map((row) => ({ id: row.id as UnitId, name: row.name, point: readFacts(row.id, row.facts).point ?? null })),
    owners: new Map(posts.flatMap((post) => (post.unitId ? [[post.unitId as UnitId, post._count._all] as const] : []))),
  };
}

function toChecked(row: UnitRow, { root, geometry }: { root: string; geometry: CheckedUnit['geometry'] }): CheckedUnit {
  // the parent of the checked unit is not part of the check, so the unit stands as a root
  const parentId = row.id === root ? null : (row.parentId as UnitId | null);
  return { id: row.id as UnitId, level: row.level as UnitLevel, name: row.name, parentId, geometry };
}

/** Up to here checking takes less time than a thread needs to start. */
const CORNERS_AT_ONCE = 6_000;

/** Checks a territory, a large one in a thread of its own. A hole in the checked unit itself belongs to its neighbours and is no finding. */
export async function runChecks(input: CheckInput): Promise<Finding[]> {
  const corners = input.units.reduce((sum, { geometry }) => sum + (geometry?.coordinates.flat(2).length ?? 0), input.households.length);
  const found = corners <= CORNERS_AT_ONCE ? checkTerritory(input) : await checkBeside(input);
  return found.filter((finding) => finding.code !== 'gap' || finding.unitIds.length > 0);
}

function checkBeside(input: CheckInput): Promise<Finding[]> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: input });
    worker.once('message', (found: Finding[]) => done(found));
    worker.once('error', fail);
    worker.once('exit', (code) => {
      if (code !== 0) fail(new Error(`territory check ended with ${code}`));
    });
  });
}
