import * as z from 'zod/mini';
import { role, type UnitLevel, unitLevel } from '../identity/identity-schema.ts';
import { appointmentId, requestId, unitId, userId } from '../kernel/ids.ts';
import { multiPolygon, position } from '../kernel/place.ts';
import { instant } from '../kernel/time.ts';

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

/** A node of the territory tree. `path` is materialized (see path.ts); `aliases` keep historic names and old door numbers. */
export const territoryUnit = z.object({
  id: unitId,
  level: unitLevel,
  kind: z.nullable(unitKind),
  code: unitCode,
  name: unitName,
  aliases: z.array(unitName).check(z.maxLength(20)),
  parentId: z.nullable(unitId),
  path: z.string(),
  version: z.int(),
  validFrom: instant,
  validTo: z.nullable(instant),
});
export type TerritoryUnit = z.infer<typeof territoryUnit>;

/** One boundary of a unit: in force from (included) to (excluded, null = open). Versions count from 1 and are never changed. */
export const boundary = z.object({
  unitId,
  version: z.int().check(z.gte(1)),
  geometry: multiPolygon,
  validFrom: instant,
  validTo: z.nullable(instant),
});
export type Boundary = z.infer<typeof boundary>;

/**
 * Facts of a household without any name. `residesHere` decides what people may ask for; `registeredHere` is for
 * statistics only. `registrationOrg` = where registered when elsewhere; `managedBy` = property firm and home villages.
 */
export const householdFacts = z.object({
  unitId,
  door: z.string().check(z.maxLength(40)),
  point: z.nullable(position),
  persons: z.int().check(z.gte(0), z.lte(99)),
  residesHere: z.boolean(),
  registeredHere: z.boolean(),
  registrationOrg: z.nullable(z.string().check(z.maxLength(80))),
  managedBy: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(6)),
});
export type HouseholdFacts = z.infer<typeof householdFacts>;

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
export type CreateUnitInput = z.infer<typeof createUnitInput>;

export const renameUnitInput = z.object({ ...write, unitId, name: unitName, keepOldAsAlias: z._default(z.boolean(), true) });
export type RenameUnitInput = z.infer<typeof renameUnitInput>;

/** A new boundary from a moment on; the one before ends at that moment and stays readable. */
export const redrawUnitInput = z.object({ ...write, unitId, geometry: multiPolygon, validFrom: instant });
export type RedrawUnitInput = z.infer<typeof redrawUnitInput>;

export const closeUnitInput = z.object({ ...write, unitId, validTo: instant });
export type CloseUnitInput = z.infer<typeof closeUnitInput>;

export const appointInput = z.object({
  requestId,
  appointmentId,
  userId,
  role,
  unitId,
  deputy: z.boolean(),
  validFrom: instant,
  validTo: z.nullable(instant),
});
export type AppointInput = z.infer<typeof appointInput>;

export const endAppointmentInput = z.object({ requestId, appointmentId, validTo: instant });
export type EndAppointmentInput = z.infer<typeof endAppointmentInput>;

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
