import * as z from 'zod/mini';
import { type UnitLevel, unitLevel } from '../identity/identity-schema.ts';
import { requestId, unitId } from '../kernel/ids.ts';
import { multiPolygon } from '../kernel/place.ts';
import { instant } from '../kernel/time.ts';
import { ladder } from './ladder.ts';

/** Kinds of estate (小区): residential, scattered houses (散户), one unit's compound (单位), resettlement (安置). */
export const estateKinds = ['residential', 'scattered', 'unit', 'resettlement'] as const;
/** Kinds of building: a block with stairwells, or a courtyard (院落) with several households. */
export const buildingKinds = ['block', 'courtyard'] as const;
export const unitKinds = [...estateKinds, ...buildingKinds] as const;
export const unitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof unitKind>;

/** Which levels a unit of a level may stand under. A grid belongs to a community, never straight to a street. */
export const parentLevels = {
  district: [],
  street: ['district'],
  community: ['street'],
  grid: ['community'],
  estate: ['grid', 'community'],
  building: ['estate', 'grid'],
  household: ['building', 'estate'],
} as const satisfies Record<UnitLevel, readonly UnitLevel[]>;

export const unitName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
export const unitCode = z.string().check(z.regex(/^[0-9A-Za-z-]{1,40}$/));

const write = { requestId, expectedVersion: z.int() };

export const createUnitInput = z.object({
  requestId,
  unitId,
  level: unitLevel,
  kind: z.nullable(unitKind),
  code: unitCode,
  name: unitName,
  parentId: z.nullable(unitId),
  geometry: z.nullable(multiPolygon),
  validFrom: instant,
});

export const renameUnitInput = z.object({ ...write, unitId, name: unitName, keepOldAsAlias: z._default(z.boolean(), true) });
export type RenameUnitInput = z.infer<typeof renameUnitInput>;

/** The ladder of holders of one community. */
export const setLadderInput = z.object({ ...write, unitId, ladder });
export type SetLadderInput = z.infer<typeof setLadderInput>;

/** A new boundary from a moment on; the one before ends at that moment and stays readable. */
export const redrawUnitInput = z.object({ ...write, unitId, geometry: multiPolygon, validFrom: instant });

export const closeUnitInput = z.object({ ...write, unitId, validTo: instant });
export type CloseUnitInput = z.infer<typeof closeUnitInput>;

/** Where an import finds code, name and parent; `place` = the parent is the unit that holds the feature's label point. */
export const importMapping = z.object({
  level: unitLevel,
  kind: z.nullable(unitKind),
  nameProperty: z.string().check(z.minLength(1)),
  code: z.discriminatedUnion('from', [
    z.object({ from: z.literal('property'), property: z.string().check(z.minLength(1)) }),
    z.object({ from: z.literal('generated'), prefix: z.string().check(z.maxLength(30)), digits: z.int().check(z.gte(1), z.lte(8)) }),
  ]),
  parent: z.discriminatedUnion('from', [
    z.object({ from: z.literal('fixed'), unitId: z.nullable(unitId) }),
    z.object({ from: z.literal('property'), property: z.string().check(z.minLength(1)) }),
    z.object({ from: z.literal('place') }),
  ]),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** True when something with this validity is in force at a moment. */
export function inForce(span: { validFrom: number; validTo: number | null }, at: number): boolean {
  return span.validFrom <= at && (span.validTo === null || at < span.validTo);
}
