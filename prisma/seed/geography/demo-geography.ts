import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { type UnitId, unitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import type { UnitKind } from '#shared/territory/territory-schema.ts';
import { type BaseMap, drawBaseMap } from './base-map.ts';
import { demoId, demoShare } from './demo-id.ts';
import { blockOutline, buildingsOf, doorsOf, shareOut } from './estate-buildings.ts';
import { type Metres, toPosition, toRing } from './plane.ts';
import { type Field, outline } from './town-lines.ts';
import { type CommunityPlan, communityPlans, type GridPlan } from './town-plan.ts';

/** A unit of the made-up town. `key` is the readable path of names that its id is made from. */
export type DemoUnit = {
  key: string;
  id: UnitId;
  level: UnitLevel;
  kind: UnitKind | null;
  code: string;
  name: string;
  parentKey: string | null;
  parentId: UnitId | null;
  geometry: MultiPolygon | null;
  point: Position | null;
  household: { persons: number; registeredHere: boolean } | null;
};

export type DemoGeography = { units: DemoUnit[]; baseMap: BaseMap };

const countyCode = '430697';
const townCode = '430697119';

/**
 * The demo town, always the same: 泊罗市 → 归义镇 → three communities, of which 友谊河社区 has 4 grids, 25 estates (11
 * residential, 4 scattered, 10 unit) and 1,565 households with 4,695 residents on about 1.8 km². All names and codes
 * below the town are invented; parents come before their children.
 */
export function demoGeography(): DemoGeography {
  const units: DemoUnit[] = [];
  const add = (
    unit: Omit<DemoUnit, 'key' | 'id' | 'parentId' | 'parentKey' | 'kind' | 'point' | 'household'> & Partial<DemoUnit>,
    parent?: DemoUnit,
  ) => {
    const key = parent ? `${parent.key}/${unit.name}` : unit.name;
    const made: DemoUnit = {
      ...{ kind: null, point: null, household: null, ...unit },
      ...{ key, id: unitId.parse(demoId(key)), parentKey: parent?.key ?? null, parentId: parent?.id ?? null },
    };
    units.push(made);
    return made;
  };

  const town = areaOf(outline([westFields, innerWest, innerEast, eastFields], ['river']));
  const district = add({ level: 'district', code: countyCode, name: '泊罗市', geometry: town });
  const street = add({ level: 'street', code: townCode, name: '归义镇', geometry: town }, district);
  for (const plan of communityPlans) {
    const community = add(
      { level: 'community', code: plan.code, name: plan.name, geometry: areaOf(outline(rowOf(plan), ['river'])) },
      street,
    );
    addGrids(plan, (unit, parent) => add(unit, parent ?? community));
  }
  return { units, baseMap: drawBaseMap(units, communityPlans) };
}

type NewUnit = Pick<DemoUnit, 'level' | 'code' | 'name' | 'geometry'> & Partial<DemoUnit>;
type Add = (unit: NewUnit, parent?: DemoUnit) => DemoUnit;

const whole = { south: 'south', north: 'north' } as const;
const westFields: Field = { ...whole, west: 'farWest', east: 'west' };
const innerWest: Field = { ...whole, west: 'west', east: 'middle' };
const innerEast: Field = { ...whole, west: 'middle', east: 'east' };
const eastFields: Field = { ...whole, west: 'east', east: 'farEast' };

/** The columns of a community from south to north, west first. */
function rowOf(plan: CommunityPlan): Field[] {
  return plan.grids.filter(({ field }) => field.north === 'north').map(({ field }) => ({ ...field, ...whole }));
}

function addGrids(plan: CommunityPlan, add: Add): void {
  const sites = plan.grids.flatMap((grid) => grid.estates.flatMap((estate) => buildingsOf(grid.field, estate)));
  const counts = shareOut(
    plan.households,
    sites.map((site) => site.weight),
  );
  const next = { site: 0, household: 0 };
  for (const grid of plan.grids) {
    const no = String(grid.no).padStart(2, '0');
    const unit = add({ level: 'grid', code: `${plan.code}0${no}`, name: `${no}网格`, geometry: areaOf(outline([grid.field])) });
    addEstates({ plan, grid, unit, counts, next, add });
  }
}

function addEstates(work: {
  plan: CommunityPlan;
  grid: GridPlan;
  unit: DemoUnit;
  counts: readonly number[];
  next: { site: number; household: number };
  add: Add;
}): void {
  const { plan, grid, unit, counts, next, add } = work;
  grid.estates.forEach((estate, estateIndex) => {
    const code = `${unit.code}-E${String(estateIndex + 1).padStart(2, '0')}`;
    const geometry = areaOf(blockOutline(grid.field, estate));
    const parent = add({ level: 'estate', kind: estate.kind, code, name: estate.name, geometry }, unit);
    const scattered = estate.kind === 'scattered';
    buildingsOf(grid.field, estate).forEach((site, siteIndex) => {
      const buildingCode = `${code}-B${String(siteIndex + 1).padStart(2, '0')}`;
      const kind = scattered ? 'courtyard' : 'block';
      const about = { level: 'building', kind, code: buildingCode, name: site.name, point: toPosition(site.at) } as const;
      const building = add({ ...about, geometry: areaOf(site.corners) }, parent);
      const count = counts[next.site++] ?? 0;
      doorsOf(site, count, scattered).forEach((door, doorIndex) => {
        const householdCode = `${buildingCode}-${String(doorIndex + 1).padStart(3, '0')}`;
        const household = {
          persons: personsOf(next.household++, plan.households),
          registeredHere: demoShare(`${householdCode} registered`) < 0.62,
        };
        add({ level: 'household', code: householdCode, name: door.name, geometry: null, point: toPosition(door.at), household }, building);
      });
    });
  });
}

/** 3, 2, 4 in turn and 3 for the last incomplete turn: a mean of exactly three. */
function personsOf(index: number, total: number): number {
  if (index >= total - (total % 3)) return 3;
  return [3, 2, 4][index % 3] ?? 3;
}

function areaOf(corners: readonly Metres[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [[toRing(corners)]] };
}
