import * as z from 'zod/mini';
import type { UnitLevel } from '../identity/identity-schema.ts';
import { labelPoint } from '../kernel/geometry/label-point.ts';
import { ringFaults } from '../kernel/geometry/ring-validity.ts';
import { samePlace, snap } from '../kernel/geometry/snap.ts';
import type { UnitId } from '../kernel/ids.ts';
import { type MultiPolygon, multiPolygon, type PolygonCoordinates, type Position, position } from '../kernel/place.ts';
import { parseCellCode, parseCommunityCode, parseCountyCode, parseStreetCode } from './codes.ts';
import { type ImportMapping, type UnitKind, unitCode, unitName } from './territory-schema.ts';

export const importReasons = [
  'notAFeature',
  'noGeometry',
  'wrongGeometry',
  'notDegrees',
  'badRing',
  'missing',
  'badName',
  'badCode',
  'repeated',
] as const;
export type ImportReason = (typeof importReasons)[number];

/** Why one feature was not taken: its index (from 0), the field concerned, the reason and the figures of its label. */
export type ImportRefusal = { index: number; field: string; reason: ImportReason; params: Readonly<Record<string, string | number>> };

/** How the parent is found: given, by its code, or by the place of the feature. */
export type ParentRef = { by: 'id'; unitId: UnitId | null } | { by: 'code'; code: string } | { by: 'place'; at: Position };

/** One feature ready to become a unit. `repairs` tells what was put right on the way (closed rings, repeated positions dropped). */
export type ImportRow = {
  index: number;
  level: UnitLevel;
  kind: UnitKind | null;
  code: string;
  name: string;
  parent: ParentRef;
  geometry: MultiPolygon | null;
  point: Position | null;
  repairs: { closed: number; dropped: number };
};

export type ImportedFeature = { ok: true; row: ImportRow } | { ok: false; refusal: ImportRefusal };

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.nullable(z.record(z.string(), z.unknown())),
  geometry: z.nullable(z.object({ type: z.string(), coordinates: z.optional(z.unknown()) })),
});

const looseRing = z.array(z.array(z.number()).check(z.minLength(2)));
const loosePolygon = z.array(looseRing).check(z.minLength(1));
const looseArea = z.array(loosePolygon).check(z.minLength(1));

/** Turns one GeoJSON feature into an import row, or says which field stops it. Pure: codes already taken are checked by `refuseRepeats` and the store. */
export function importFeature(index: number, raw: unknown, mapping: ImportMapping): ImportedFeature {
  const refuse = (field: string, reason: ImportReason, params: ImportRefusal['params'] = {}): ImportedFeature => ({
    ok: false,
    refusal: { index, field, reason, params },
  });
  const read = feature.safeParse(raw);
  if (!read.success) return refuse('feature', 'notAFeature');
  const properties = read.data.properties ?? {};

  const nameText = textOf(properties[mapping.nameProperty]);
  if (nameText === null) return refuse(mapping.nameProperty, 'missing');
  const name = unitName.safeParse(nameText);
  if (!name.success) return refuse(mapping.nameProperty, 'badName', { given: nameText.slice(0, 80) });

  const codeText = codeOf(index, properties, mapping);
  const codeField = mapping.code.from === 'property' ? mapping.code.property : 'code';
  if (codeText === null) return refuse(codeField, 'missing');
  if (!unitCode.safeParse(codeText).success || !fitsLevel(codeText, mapping.level))
    return refuse(codeField, 'badCode', { given: codeText.slice(0, 40) });

  const shape = shapeOf(read.data.geometry, mapping.level);
  if ('reason' in shape) return refuse('geometry', shape.reason, shape.params);
  const parent = parentOf(properties, mapping, shape);
  if (!parent) return refuse(mapping.parent.from === 'property' ? mapping.parent.property : 'geometry', 'missing');
  return { ok: true, row: { index, level: mapping.level, kind: mapping.kind, code: codeText, name: name.data, parent, ...shape } };
}

/** Splits a batch: the first row of each code stays, later ones with the same code are refused. */
export function refuseRepeats(rows: readonly ImportRow[], codeField: string): { rows: ImportRow[]; refusals: ImportRefusal[] } {
  const first = new Map<string, ImportRow>();
  const refusals: ImportRefusal[] = [];
  for (const row of rows) {
    const taken = first.get(row.code);
    if (!taken) first.set(row.code, row);
    else refusals.push({ index: row.index, field: codeField, reason: 'repeated', params: { given: row.code, other: taken.index + 1 } });
  }
  return { rows: [...first.values()], refusals };
}

type Shape = { geometry: MultiPolygon | null; point: Position | null; repairs: ImportRow['repairs'] };
type ShapeRefusal = { reason: ImportReason; params: ImportRefusal['params'] };

function shapeOf(given: { type: string; coordinates?: unknown } | null, level: UnitLevel): Shape | ShapeRefusal {
  if (!given) return { reason: 'noGeometry', params: {} };
  const mayBePoint = level === 'household' || level === 'building';
  if (given.type === 'Point' && mayBePoint) {
    const pair = z.array(z.number()).safeParse(given.coordinates);
    const point = position.safeParse(pair.success ? pair.data.slice(0, 2) : null);
    return point.success ? { geometry: null, point: point.data, repairs: { closed: 0, dropped: 0 } } : { reason: 'notDegrees', params: {} };
  }
  const parts = given.type === 'Polygon' ? [given.coordinates] : given.type === 'MultiPolygon' ? given.coordinates : null;
  const area = looseArea.safeParse(parts);
  if (!area.success) return { reason: 'wrongGeometry', params: { type: given.type } };
  const repairs = { closed: 0, dropped: 0 };
  const coordinates = area.data.map((polygon) => polygon.map((positions) => repairRing(positions, repairs)));
  const checked = multiPolygon.safeParse({ type: 'MultiPolygon', coordinates });
  if (!checked.success) {
    const far = coordinates.flat(2).find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90);
    return far ? { reason: 'notDegrees', params: { lng: far[0], lat: far[1] } } : { reason: 'badRing', params: { fault: 'tooShort' } };
  }
  const fault = ringFaults(checked.data).find(({ kind }) => kind !== 'spike' && kind !== 'zeroLength');
  if (fault) return { reason: 'badRing', params: { fault: fault.kind, part: fault.part + 1, ring: fault.ring + 1 } };
  return { geometry: checked.data, point: null, repairs };
}

/** Drops heights and repeated positions and closes the ring; counts what it did. */
function repairRing(positions: readonly number[][], repairs: ImportRow['repairs']): PolygonCoordinates[number] {
  const kept: Position[] = [];
  for (const [lng = Number.NaN, lat = Number.NaN] of positions) {
    const before = kept.at(-1);
    if (before && samePlace(snap(before), snap([lng, lat]))) repairs.dropped++;
    else kept.push([lng, lat]);
  }
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last || samePlace(snap(first), snap(last))) return kept;
  repairs.closed++;
  return [...kept, first];
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function codeOf(index: number, properties: Readonly<Record<string, unknown>>, { code }: ImportMapping): string | null {
  if (code.from === 'property') return textOf(properties[code.property]);
  return `${code.prefix}${String(index + 1).padStart(code.digits, '0')}`;
}

/** Official levels have official codes; below the grid a community names its estates and buildings as it likes. */
function fitsLevel(code: string, level: UnitLevel): boolean {
  if (level === 'district') return parseCountyCode(code).ok;
  if (level === 'street') return parseStreetCode(code).ok;
  if (level === 'community') return parseCommunityCode(code).ok;
  return level === 'grid' ? parseCellCode(code).ok : true;
}

function parentOf(properties: Readonly<Record<string, unknown>>, { parent }: ImportMapping, shape: Shape): ParentRef | null {
  if (parent.from === 'fixed') return { by: 'id', unitId: parent.unitId };
  if (parent.from === 'place') {
    const at = shape.point ?? (shape.geometry && labelPoint(shape.geometry));
    return at && { by: 'place', at };
  }
  const code = textOf(properties[parent.property]);
  return code === null ? null : { by: 'code', code };
}
