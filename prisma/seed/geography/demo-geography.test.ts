import { describe, expect, it } from 'vitest';
import { areaM2 } from '#shared/kernel/geometry/measure.ts';
import { pointInArea } from '#shared/kernel/geometry/point-in-polygon.ts';
import { checkTerritory, defaultTolerance } from '#shared/territory/checks.ts';
import { parseCellCode, parseStreetCode } from '#shared/territory/codes.ts';
import { parentLevels } from '#shared/territory/territory-schema.ts';
import { demoGeography } from './demo-geography.ts';

const { units, baseMap } = demoGeography();
const byId = new Map(units.map((unit) => [unit.id, unit]));
const inCommunity = (name: string) => units.filter((unit) => unit.key.includes(`/${name}`));
const own = inCommunity('友谊河社区');
const level = (name: string) => own.filter((unit) => unit.level === name);

describe('the demo town', () => {
  it('has the counts of the source community', () => {
    expect(level('grid').map((unit) => unit.name)).toEqual(['01网格', '02网格', '03网格', '04网格']);
    const kinds = level('estate').map((unit) => unit.kind);
    expect(kinds.length).toBe(25);
    expect(['residential', 'scattered', 'unit'].map((kind) => kinds.filter((other) => other === kind).length)).toEqual([11, 4, 10]);
    expect(level('household').length).toBe(1565);
    expect(level('household').reduce((sum, unit) => sum + (unit.household?.persons ?? 0), 0)).toBe(4695);
    expect(level('building').length).toBeGreaterThan(125);
    expect(level('building').length).toBeLessThan(155);
    expect(units.filter((unit) => unit.level === 'community').length).toBe(3);
  });

  it('covers 1.8 km² within 5 %', () => {
    const community = level('community')[0]?.geometry;
    expect(community && areaM2(community) / 1e6).toBeGreaterThan(1.71);
    expect(community && areaM2(community) / 1e6).toBeLessThan(1.89);
  });

  it('passes its own territory checks, down to the last square metre', () => {
    const owners = new Map(units.filter((unit) => unit.level === 'grid').map((unit) => [unit.id, 1]));
    const households = units.filter((unit) => unit.level === 'household');
    const findings = checkTerritory({
      units: units.filter((unit) => unit.level !== 'household'),
      households,
      owners,
      tolerance: { ...defaultTolerance, sliverM2: 1, sliverM: 0 },
    });
    expect(findings.map((finding) => ({ code: finding.code, ...finding.params }))).toEqual([]);
  });

  it('puts every unit under a parent that may hold it, with its point in its building', () => {
    for (const unit of units) {
      const parent = unit.parentId ? byId.get(unit.parentId) : undefined;
      const allowed: readonly string[] = parentLevels[unit.level];
      expect(parent ? allowed.includes(parent.level) : unit.level === 'district').toBe(true);
      if (unit.level === 'household' && unit.point && parent?.geometry) expect(pointInArea(unit.point, parent.geometry)).toBe('inside');
    }
  });

  it('has unique ids, codes and keys, official ones that parse, and is the same every time', () => {
    for (const field of ['id', 'code', 'key'] as const) expect(new Set(units.map((unit) => unit[field])).size).toBe(units.length);
    expect(parseStreetCode('430697119')).toMatchObject({ ok: true, value: { kind: 'town' } });
    for (const grid of units.filter((unit) => unit.level === 'grid')) expect(parseCellCode(grid.code).ok).toBe(true);
    expect(demoGeography()).toEqual({ units, baseMap });
  });

  it('draws a map with every layer and the bounding roads of the community', () => {
    const names = new Set(baseMap.features.map((feature) => feature.properties.name));
    for (const name of ['大众南路', '高泉南路', '罗城路', '建设路', '友谊河', '方家坪巷']) expect(names).toContain(name);
    expect(new Set(baseMap.features.map((feature) => feature.properties.layer)).size).toBe(8);
  });
});
