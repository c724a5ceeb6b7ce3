import { metresPerDegree } from '#shared/kernel/geometry/measure.ts';
import type { Position } from '#shared/kernel/place.ts';
import type { DemoUnit } from '../../geography/demo-geography.ts';
import type { StoryPlace } from './story.ts';

export type Places = {
  /** a building of an estate, `aside` metres east of its middle */
  at: (estate: string, building: number, aside?: number) => StoryPlace;
  /** every building of the estates of one community, as arguments of `at` */
  sites: (community: string) => readonly { estate: string; building: number; grid: string }[];
};

/** Finds places of the town by the names people use: `方家坪小区 3 栋`. */
export function demoPlaces(units: readonly DemoUnit[]): Places {
  const buildings = new Map(units.filter(({ level }) => level === 'building').map((unit) => [siteKey(unit), unit]));
  const sitesOf = (community: string) =>
    [...buildings.values()].filter(({ key }) => key.includes(`/${community}/`)).map((unit) => ({ ...siteOf(unit), grid: gridOf(unit) }));
  return {
    at: (estate, building, aside = 0) => {
      const unit = buildings.get(`${estate} ${building}`);
      if (!unit?.point) throw new Error(`the demo town has no ${estate} ${building}`);
      return {
        point: eastOf(unit.point, aside),
        address: addressOf(estate, unit),
        grid: gridOf(unit),
        community: unit.key.split('/')[2] ?? '',
      };
    },
    sites: sitesOf,
  };
}

function siteOf(unit: DemoUnit): { estate: string; building: number } {
  return { estate: unit.key.split('/')[4] ?? '', building: Number.parseInt(unit.name, 10) };
}

function siteKey(unit: DemoUnit): string {
  const { estate, building } = siteOf(unit);
  return `${estate} ${building}`;
}

function gridOf(unit: DemoUnit): string {
  return unit.key.split('/')[3] ?? '';
}

/** `3栋` is written `方家坪小区 3 栋`; scattered houses belong to their lane. */
function addressOf(estate: string, unit: DemoUnit): string {
  const no = Number.parseInt(unit.name, 10);
  return unit.kind === 'courtyard' ? `${estate.replace('散户', '')} ${no} 号` : `${estate} ${no} 栋`;
}

function eastOf([lng, lat]: Position, metres: number): Position {
  const round = (value: number) => Math.round(value * 1e7) / 1e7;
  return [round(lng + metres / metresPerDegree(lat).lng), round(lat)];
}
