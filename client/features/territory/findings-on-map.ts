import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { FindingCode } from '#shared/territory/checks.ts';
import type { MapPoint, MapZone } from '../../map/index.ts';
import { boxAround } from '../place-parts/index.ts';
import type { Finding } from './territory-types.ts';

/** Findings about ground; the others are about posts and would paint whole grids. */
const aboutGround: readonly FindingCode[] = ['overlap', 'gap', 'outsideParent', 'badRing', 'selfIntersection'];

/** The wrong ground of all findings, and the place of the chosen one whatever it is about. */
export function faultZones(findings: readonly Finding[], chosen: Finding | null): MapZone[] {
  return findings.flatMap((finding, index): MapZone[] => {
    const { sample, code } = finding;
    const shown = finding === chosen || aboutGround.includes(code);
    if (!shown || sample?.type !== 'MultiPolygon') return [];
    return [{ id: `fault ${index}`, name: code, geometry: sample, fault: true }];
  });
}

export function faultPoints(findings: readonly Finding[], labelOf: (finding: Finding) => string): MapPoint[] {
  return findings.flatMap((finding, index): MapPoint[] => {
    const { sample } = finding;
    if (sample?.type !== 'Point') return [];
    const look = { shape: 'triangleAlert', tone: 'soon', overdue: false, ageDays: 3 } as const;
    return [{ id: `fault ${index}`, position: sample.coordinates, label: labelOf(finding), ...look }];
  });
}

/** Where to look for one finding. */
export function boxOfFinding({ sample }: Finding): BoundingBox | null {
  if (!sample) return null;
  if (sample.type === 'Point') return boxAround({ lng: sample.coordinates[0], lat: sample.coordinates[1] }, 60);
  return padded(boundingBox(sample));
}

/** A little ground around, at least some 40 m, so that a sliver is seen among its neighbours. */
export function padded([west, south, east, north]: BoundingBox): BoundingBox {
  const dLng = Math.max((east - west) * 0.08, 0.0004);
  const dLat = Math.max((north - south) * 0.08, 0.0004);
  return [west - dLng, south - dLat, east + dLng, north + dLat];
}
