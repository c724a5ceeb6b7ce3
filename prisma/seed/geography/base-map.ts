import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import type { DemoUnit } from './demo-geography.ts';
import { blockOutline } from './estate-buildings.ts';
import { lerp, type Metres, rectangle, steps, toPosition, toRing } from './plane.ts';
import { shopFronts } from './shop-fronts.ts';
import { type Across, across, placeIn, type Upward, upward } from './town-lines.ts';
import type { CommunityPlan, GridPlan, LanePlan, OpenPlan } from './town-plan.ts';

/** Layers of the own base map in drawing order; `class` is the road class, the use of open ground or the kind of a point. */
export const baseMapLayers = ['green', 'block', 'water', 'ditch', 'rail', 'road', 'building', 'point'] as const;
export type BaseMapLayer = (typeof baseMapLayers)[number];
export type BaseMapFeature = {
  type: 'Feature';
  properties: { layer: BaseMapLayer; class: string; name: string | null };
  geometry: { type: 'LineString'; coordinates: Position[] } | { type: 'Point'; coordinates: Position } | MultiPolygon;
};
export type BaseMap = { type: 'FeatureCollection'; attribution: string; features: BaseMapFeature[] };

const edge = { west: -1000, east: 2460, south: -170, north: 1400 } as const;

/** Draws the town's own vector map: road hierarchy, river with its green banks, blocks, buildings and landmarks. All made up. */
export function drawBaseMap(units: readonly DemoUnit[], plans: readonly CommunityPlan[]): BaseMap {
  const grids = plans.flatMap((plan) => plan.grids);
  const features = [
    ...banks(),
    ...grids.flatMap((grid) => grid.open.map((open) => openGround(grid, open))),
    ...units.flatMap((unit) => (unit.level === 'estate' && unit.geometry ? [feature('block', unit.kind ?? '', null, unit.geometry)] : [])),
    area('water', 'river', '友谊河', bandAlong('river', -17, 17)),
    line('ditch', 'ditch', '中渠', alongUpward('middle', edge.south, 560, 13)),
    line(
      'rail',
      'rail',
      '泊罗铁路',
      steps(40).map((share): Metres => railAt(lerp(edge.south, edge.north, share))),
    ),
    ...mainRoads(),
    ...grids.flatMap((grid) => grid.lanes.map((lane) => laneRoad(grid, lane))),
    ...units.flatMap((unit) =>
      unit.level === 'building' && unit.geometry ? [feature('building', unit.kind ?? '', unit.name, unit.geometry)] : [],
    ),
    ...halls(grids),
    ...shops(grids),
    ...landmarks(grids),
  ];
  return { type: 'FeatureCollection', attribution: '自有示例底图，虚构地名', features };
}

function mainRoads(): BaseMapFeature[] {
  return [
    line('road', 'local', '滨河北路', alongAcross('river', 42)),
    line('road', 'local', '滨河南路', alongAcross('river', -42)),
    line('road', 'main', '中渠路', alongUpward('middle', edge.south, edge.north)),
    line('road', 'main', '泉西路', alongUpward('farWest', edge.south, edge.north)),
    line('road', 'main', '桃林路', alongUpward('farEast', edge.south, edge.north)),
    line('road', 'arterial', '罗城路', alongAcross('south')),
    line('road', 'arterial', '建设路', alongAcross('north')),
    line('road', 'arterial', '高泉南路', alongUpward('west', edge.south, edge.north)),
    line('road', 'arterial', '大众南路', alongUpward('east', edge.south, edge.north)),
  ];
}

function banks(): BaseMapFeature[] {
  return [area('green', 'bank', '滨河绿带', bandAlong('river', 17, 35)), area('green', 'bank', '滨河绿带', bandAlong('river', -35, -17))];
}

function openGround(grid: GridPlan, open: OpenPlan): BaseMapFeature {
  const layer = open.use === 'market' ? 'block' : 'green';
  return area(layer, open.use, open.name, blockOutline(grid.field, open));
}

function laneRoad(grid: GridPlan, lane: LanePlan): BaseMapFeature {
  const reach = { south: grid.field.south === 'river' ? 0.02 : 0.04, north: grid.field.north === 'river' ? 0.02 : 0.04 };
  const column = { from: lane.from < 0 ? -reach.south : lane.from, to: lane.to > 1 ? 1 + reach.north : lane.to };
  const row = { from: lane.from - 0.035, to: lane.to === 1 ? 1.035 : lane.to };
  const ends = lane.along === 'row' ? row : column;
  const places = lanePlaces(grid, lane, ends);
  return line('road', lane.class, lane.name, places);
}

function lanePlaces(grid: GridPlan, lane: LanePlan, ends: { from: number; to: number }): Metres[] {
  return steps(14).map((share) => {
    const at = lerp(ends.from, ends.to, share);
    return lane.along === 'row' ? placeIn(grid.field, at, lane.at) : placeIn(grid.field, lane.at, at);
  });
}

/** Rows of shops on both sides of the main roads, left open where a lane or the river comes through. */
function shops(grids: readonly GridPlan[]): BaseMapFeature[] {
  const ways = grids.flatMap((grid) => grid.lanes.flatMap((lane) => lanePlaces(grid, lane, { from: -0.06, to: 1.06 })));
  return shopFronts(ways).map((corners) => area('building', 'shop', null, corners));
}

function halls(grids: readonly GridPlan[]): BaseMapFeature[] {
  return grids.flatMap((grid) =>
    grid.open.flatMap((open) => {
      if (open.use !== 'school') return [];
      const at = (u: number, v: number, length: number, depth: number) =>
        area(
          'building',
          'hall',
          null,
          rectangle({ at: placeIn(grid.field, lerp(...open.u, u), lerp(...open.v, v)), length, depth, angle: 0 }),
        );
      return [at(0.26, 0.78, 92, 17), at(0.26, 0.5, 92, 17), at(0.12, 0.2, 40, 26), at(0.42, 0.2, 30, 40)];
    }),
  );
}

function landmarks(grids: readonly GridPlan[]): BaseMapFeature[] {
  const [first, second, third, fourth] = grids;
  const at = (grid: GridPlan | undefined, u: number, v: number, kind: string, name: string) =>
    grid ? [feature('point', kind, name, { type: 'Point', coordinates: toPosition(placeIn(grid.field, u, v)) })] : [];
  return [
    ...at(first, 0.48, 0.9, 'community', '友谊河社区党群服务中心'),
    ...at(first, 0.56, 0.66, 'clinic', '友谊河社区卫生站'),
    ...at(second, 0.5, 0.25, 'park', '友谊河公园'),
    ...at(third, 0.465, 0.97, 'market', '方家坪菜市场'),
    ...at(third, 0.53, 0.49, 'mail', '邮件代收点'),
    ...at(fourth, 0.77, 0.26, 'school', '罗城学校'),
    ...at(fourth, 0.46, 0.53, 'station', '汽运站'),
  ];
}

function railAt(y: number): Metres {
  return [1905 + 60 * Math.sin(y / 520) + y * 0.05, y];
}

function alongAcross(on: Across, aside = 0): Metres[] {
  return steps(110).map((share): Metres => {
    const x = lerp(edge.west, edge.east, share);
    return [x, across[on](x) + aside];
  });
}

function alongUpward(on: Upward, south: number, north: number, aside = 0): Metres[] {
  return steps(40).map((share): Metres => {
    const y = lerp(south, north, share);
    return [upward[on](y) + aside, y];
  });
}

function bandAlong(on: Across, low: number, high: number): Metres[] {
  return [...alongAcross(on, low), ...alongAcross(on, high).reverse()];
}

function area(layer: BaseMapLayer, kind: string, name: string | null, corners: readonly Metres[]): BaseMapFeature {
  return feature(layer, kind, name, { type: 'MultiPolygon', coordinates: [[toRing(corners)]] });
}

function line(layer: BaseMapLayer, kind: string, name: string, places: readonly Metres[]): BaseMapFeature {
  return feature(layer, kind, name, { type: 'LineString', coordinates: places.map(toPosition) });
}

function feature(layer: BaseMapLayer, kind: string, name: string | null, geometry: BaseMapFeature['geometry']): BaseMapFeature {
  return { type: 'Feature', properties: { layer, class: kind, name }, geometry };
}
