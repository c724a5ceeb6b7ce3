import type { UnitLevel } from '../identity/identity-schema.ts';
import type { Labels } from '../kernel/label.ts';
import type { FindingCode } from './checks.ts';
import type { OnDuty } from './duty-chain.ts';
import type { ImportReason } from './import-geojson.ts';
import type { UnitKind } from './territory-schema.ts';

export const unitLevelLabels: Labels<UnitLevel> = {
  district: { zh: '区县', en: 'District' },
  street: { zh: '街道（镇）', en: 'Street or town' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  estate: { zh: '小区', en: 'Estate' },
  building: { zh: '楼栋', en: 'Building' },
  household: { zh: '住户', en: 'Household' },
};

export const unitKindLabels: Labels<UnitKind> = {
  residential: { zh: '居民小区', en: 'Residential estate' },
  scattered: { zh: '散户片区', en: 'Scattered houses' },
  unit: { zh: '单位小区', en: 'Unit compound' },
  resettlement: { zh: '安置小区', en: 'Resettlement estate' },
  block: { zh: '楼房', en: 'Block' },
  courtyard: { zh: '院落', en: 'Courtyard' },
};

export const findingLabels: Labels<FindingCode> = {
  overlap: { zh: '{names}重叠 {areaM2} 平方米', en: '{names} overlap by {areaM2} m²' },
  gap: { zh: '有 {areaM2} 平方米没有划进任何一块', en: '{areaM2} m² belong to none' },
  outsideParent: { zh: '{names}有 {areaM2} 平方米越出上级边界', en: '{names}: {areaM2} m² lie beyond the parent boundary' },
  badRing: { zh: '{name}的边界画坏了', en: 'The boundary of {name} is broken' },
  selfIntersection: { zh: '{name}的边界自己相交，{count} 处', en: 'The boundary of {name} meets itself at {count} places' },
  noBoundary: { zh: '{name}还没有边界', en: '{name} has no boundary yet' },
  noOwner: { zh: '{name}没有网格员', en: '{name} has no grid worker' },
  severalOwners: { zh: '{name}有 {count} 位网格员，只能有一位', en: '{name} has {count} grid workers; one is allowed' },
  householdInNoGrid: { zh: '住户{name}不在任何网格里', en: 'Household {name} lies in no grid' },
  householdInSeveralGrids: { zh: '住户{name}同时在{names}里', en: 'Household {name} lies in {names} at once' },
};

export const importReasonLabels: Labels<ImportReason> = {
  notAFeature: { zh: '这一条不是 GeoJSON 要素', en: 'This entry is not a GeoJSON feature' },
  noGeometry: { zh: '没有图形', en: 'It has no geometry' },
  wrongGeometry: { zh: '图形应为面，给的是 {type}', en: 'An area is needed, {type} was given' },
  notDegrees: { zh: '坐标不是 WGS-84 经纬度', en: 'The coordinates are not WGS-84 degrees' },
  badRing: { zh: '边界画坏了', en: 'The boundary is broken' },
  missing: { zh: '这一栏是空的', en: 'This field is empty' },
  badName: { zh: '名称应为 1 到 60 个字', en: 'A name has 1 to 60 characters' },
  badCode: { zh: '编码不合规则：{given}', en: 'The code breaks the rules: {given}' },
  repeated: { zh: '编码 {given} 与第 {other} 条重复', en: 'Code {given} repeats entry {other}' },
};

export const dutyLabels: Labels<OnDuty['via']> = {
  holder: { zh: '在岗', en: 'In post' },
  deputy: { zh: '副职代管', en: 'Deputy stands in' },
  levelUp: { zh: '空缺，上一级代管', en: 'Vacant: one level up stands in' },
};
