import type { Db, Tx } from '#server/platform/db.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { CheckedUnit, Finding, FindingCode } from '#shared/territory/checks.ts';
import { boundariesOf } from './boundary-store.ts';
import { runChecks } from './run-checks.ts';
import type { UnitRow } from './territory-store.ts';

/** A gap may still be filled by the next drawing; these cannot be right whatever comes next. */
const blocking: readonly FindingCode[] = ['badRing', 'selfIntersection', 'overlap', 'outsideParent'];

export type Drawing = { unitId: string; level: UnitLevel; name: string; geometry: MultiPolygon };

/** What a drawing would do beside its neighbours and inside its parent: only findings that concern it, and the gaps it leaves. */
export async function checkDrawing(db: Db | Tx, options: { drawing: Drawing; parent: UnitRow | null; at: Instant }): Promise<Finding[]> {
  const { drawing, parent, at } = options;
  const moment = new Date(at);
  const siblings = await db.territoryUnit.findMany({
    where: {
      parentId: parent?.id ?? null,
      level: drawing.level,
      id: { not: drawing.unitId },
      validFrom: { lte: moment },
      OR: [{ validTo: null }, { validTo: { gt: moment } }],
    },
  });
  const around = [...siblings, ...(parent ? [parent] : [])];
  const geometries = await boundariesOf(db, { unitIds: around.map(({ id }) => id), at });
  const drawn = around.flatMap((row): CheckedUnit[] => {
    const geometry = geometries.get(row.id);
    const parentId = row.id === parent?.id ? null : (row.parentId as UnitId | null);
    return geometry ? [{ id: row.id as UnitId, level: row.level as UnitLevel, name: row.name, parentId, geometry }] : [];
  });
  const own = { ...drawing, id: drawing.unitId as UnitId, parentId: (parent?.id ?? null) as UnitId | null };
  const findings = await runChecks({ units: [own, ...drawn], households: [], owners: null });
  return findings.filter((finding) => finding.code === 'gap' || finding.unitIds.includes(own.id));
}

/** Those that stop a drawing unless somebody gives a reason. */
export function blockers(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'error' && blocking.includes(finding.code));
}
