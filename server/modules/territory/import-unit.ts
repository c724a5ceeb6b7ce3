import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { ImportReason, ImportRefusal, ImportRow } from '#shared/territory/import-geojson.ts';
import { resolvePoint } from '#shared/territory/resolve-point.ts';
import type { PlaceReason } from '#shared/territory/territory-import.i18n.ts';
import { type ImportMapping, parentLevels } from '#shared/territory/territory-schema.ts';
import { boundariesOf, putBoundary } from './boundary-store.ts';
import { insertUnit } from './insert-unit.ts';
import { findCandidates, findUnit, type UnitRow } from './territory-store.ts';
import { codeHolds, findByCode } from './unit-code.ts';
import { readFacts } from './unit-facts.ts';
import { administers } from './unit-scope.ts';

export type TerritoryImportRefusal = Omit<ImportRefusal, 'reason'> & { reason: ImportReason | PlaceReason };
export type ImportedUnit = {
  unitId: string;
  parentId: string | null;
  created: boolean;
  renamed: boolean;
  redrawn: boolean;
  repairs: number;
};

export type ImportUnitOptions = { row: ImportRow; mapping: ImportMapping; validFrom: Instant; codes: Map<string, number> };
type Options = ImportUnitOptions & { at: Instant };
type Found = { parent: UnitRow | null } | { refusal: TerritoryImportRefusal };

/** Makes one row of an import a unit: new, renamed, redrawn, or as it was. `codes` remembers which entry had which code. */
export async function importUnit(ctx: Ctx, tx: Tx, given: ImportUnitOptions): Promise<ImportedUnit | { refusal: TerritoryImportRefusal }> {
  const options = { ...given, at: Math.max(given.validFrom, ctx.now()) };
  const found = await parentOf(ctx, tx, options);
  if ('refusal' in found) return found;
  const { parent } = found;
  const { row, validFrom, mapping, codes } = options;
  const codeField = mapping.code.from === 'property' ? mapping.code.property : 'code';
  const no = (reason: TerritoryImportRefusal['reason'], params: ImportRefusal['params']) => ({
    refusal: { index: row.index, field: codeField, reason, params },
  });

  const key = `${parent?.id ?? ''} ${row.code}`;
  const other = codes.get(key);
  if (other !== undefined) return no('repeated', { given: row.code, other: other + 1 });
  if (!codeHolds({ ...row, parent })) return no('codeOutsideParent', { given: row.code, parent: parent?.code ?? '' });
  const known = await findByCode(tx, { ...row, parent });
  if (known?.validTo) return no('unitClosed', { given: row.code, name: known.name });
  codes.set(key, row.index);
  const repairs = row.repairs.closed + row.repairs.dropped;
  if (known) return { ...(await update(ctx, tx, { known, row, validFrom })), parentId: known.parentId, repairs };

  const unit = { id: newId(ctx.now()), level: row.level, kind: row.kind, code: row.code, name: row.name, facts: factsOf(row), validFrom };
  const { id } = await insertUnit(tx, { unit, parent });
  if (row.geometry) await putBoundary(ctx, tx, { unitId: id, geometry: row.geometry, validFrom });
  return { unitId: id, parentId: parent?.id ?? null, created: true, renamed: false, redrawn: false, repairs };
}

type Update = { known: UnitRow; row: ImportRow; validFrom: Instant };

async function update(ctx: Ctx, tx: Tx, { known, row, validFrom }: Update): Promise<Omit<ImportedUnit, 'parentId' | 'repairs'>> {
  const facts = readFacts(known.id, known.facts);
  const moved = row.point !== null && canonicalJson(facts.point ?? null) !== canonicalJson(row.point);
  const renamed = known.name !== row.name;
  const current = (await boundariesOf(tx, { unitIds: [known.id], at: Math.max(validFrom, ctx.now()) })).get(known.id);
  const redrawn = row.geometry !== null && (!current || canonicalJson(current) !== canonicalJson(row.geometry));
  if (redrawn && row.geometry) {
    // a boundary that is in force already ends now, not before: what it placed it placed rightly
    const from = current ? Math.max(validFrom, ctx.now()) : validFrom;
    await putBoundary(ctx, tx, { unitId: known.id, geometry: row.geometry, validFrom: from });
  }
  if (renamed || redrawn || moved) {
    const aliases = renamed ? [...new Set([known.name, ...(facts.aliases ?? [])])].slice(0, 20) : facts.aliases;
    const next = { ...facts, ...(aliases ? { aliases } : {}), ...(row.point ? { point: row.point } : {}) };
    const data = { name: row.name, version: { increment: 1 }, facts: JSON.parse(JSON.stringify(next)) };
    await tx.territoryUnit.update({ where: { id: known.id }, data });
  }
  return { unitId: known.id, created: false, renamed, redrawn: redrawn || moved };
}

async function parentOf(ctx: Ctx, tx: Tx, { row, mapping, at }: Options): Promise<Found> {
  const field = mapping.parent.from === 'property' ? mapping.parent.property : 'geometry';
  const no = (reason: PlaceReason, given: string): Found => ({ refusal: { index: row.index, field, reason, params: { given } } });
  const allowed: readonly UnitLevel[] = parentLevels[row.level];
  const parent = await findParent(tx, { row, allowed, at });
  if (!parent) {
    const rootless = row.parent.by === 'id' && row.parent.unitId === null && allowed.length === 0;
    if (rootless) return hasRole(ctx.actor, 'system') ? { parent: null } : no('outsideScope', row.name);
    return no('noParent', row.parent.by === 'code' ? row.parent.code : row.name);
  }
  if (!allowed.some((level) => level === parent.level)) return no('wrongParent', parent.name);
  return administers(ctx.actor, parent.path) ? { parent } : no('outsideScope', parent.name);
}

type Finding = { row: ImportRow; allowed: readonly UnitLevel[]; at: Instant };

async function findParent(tx: Tx, { row, allowed, at }: Finding): Promise<UnitRow | null> {
  switch (row.parent.by) {
    case 'id':
      return row.parent.unitId ? findUnit(tx, row.parent.unitId) : null;
    case 'code':
      return tx.territoryUnit.findFirst({
        where: { code: row.parent.code, level: { in: [...allowed] }, validTo: null },
        orderBy: { no: 'asc' },
      });
    case 'place': {
      const point = row.parent.at;
      const candidates = await findCandidates(tx, { box: [...point, ...point], levels: allowed, within: '/', at });
      const [needed] = allowed;
      const unit = needed && resolvePoint({ point, at, candidates, needed, withinM: 0 }).unit;
      return unit ? findUnit(tx, unit.unitId) : null;
    }
  }
}

function factsOf(row: ImportRow): { point?: [number, number] } {
  return row.point ? { point: [...row.point] } : {};
}
