import type { UnitKind } from '#shared/territory/territory-schema.ts';
import type { Field } from './town-lines.ts';

/** A block by shares of its field; `rows` × `columns` buildings, `floors` decide how the households spread. */
export type EstatePlan = {
  name: string;
  kind: Extract<UnitKind, 'residential' | 'scattered' | 'unit'>;
  u: readonly [number, number];
  v: readonly [number, number];
  rows: number;
  columns: number;
  weight: number;
};

/** Ground without households: park, school, market. */
export type OpenPlan = {
  name: string;
  use: 'park' | 'school' | 'market' | 'square';
  u: readonly [number, number];
  v: readonly [number, number];
};

/** A small street inside a field: along a row (`v` fixed) or a column (`u` fixed). */
export type LanePlan = { name: string; class: 'local' | 'lane'; along: 'row' | 'column'; at: number; from: number; to: number };

export type GridPlan = { no: number; field: Field; estates: readonly EstatePlan[]; open: readonly OpenPlan[]; lanes: readonly LanePlan[] };
export type CommunityPlan = { name: string; code: string; households: number; grids: readonly GridPlan[] };

type Row = readonly [name: string, u0: number, u1: number, v0: number, v1: number, rows: number, columns: number, weight: number];

const estates = (kind: EstatePlan['kind'], ...list: Row[]): EstatePlan[] =>
  list.map(([name, u0, u1, v0, v1, rows, columns, weight]) => ({ name, kind, u: [u0, u1], v: [v0, v1], rows, columns, weight }));

const lane = (name: string, kind: LanePlan['class'], along: LanePlan['along'], at: number, from = 0, to = 1): LanePlan => ({
  ...{ name, along, at, from, to },
  class: kind,
});

const northWest: GridPlan = {
  no: 1,
  field: { west: 'west', east: 'middle', south: 'river', north: 'north' },
  estates: [
    ...estates(
      'residential',
      ['水岸一期', 0.03, 0.34, 0.07, 0.47, 3, 2, 15],
      ['水岸二期', 0.38, 0.74, 0.07, 0.47, 3, 3, 16],
      ['高泉新村', 0.66, 0.97, 0.55, 0.96, 4, 2, 13],
    ),
    ...estates('unit', ['机械厂宿舍', 0.03, 0.3, 0.55, 0.96, 4, 1, 12], ['建筑公司宿舍', 0.34, 0.49, 0.55, 0.78, 2, 1, 12]),
    ...estates('scattered', ['老河街散户', 0.79, 0.97, 0.08, 0.46, 5, 2, 3.4]),
  ],
  open: [{ name: '友谊广场', use: 'square', u: [0.35, 0.62], v: [0.84, 0.96] }],
  lanes: [
    lane('机械厂路', 'local', 'row', 0.51),
    lane('水岸路', 'local', 'column', 0.36, -0.05, 0.51),
    lane('老河街', 'lane', 'column', 0.765, -0.05, 0.51),
    lane('机械厂巷', 'lane', 'column', 0.32, 0.51, 1.05),
    lane('建新巷', 'lane', 'column', 0.64, 0.51, 1.05),
  ],
};

const northEast: GridPlan = {
  no: 2,
  field: { west: 'middle', east: 'east', south: 'river', north: 'north' },
  estates: [
    ...estates(
      'residential',
      ['众南花园', 0.62, 0.97, 0.53, 0.96, 4, 2, 14],
      ['友谊佳园', 0.03, 0.31, 0.07, 0.45, 3, 2, 14],
      ['河畔人家', 0.69, 0.97, 0.07, 0.45, 3, 2, 14],
    ),
    ...estates('unit', ['师范院', 0.03, 0.37, 0.53, 0.96, 3, 2, 14], ['邮电院', 0.41, 0.58, 0.72, 0.96, 2, 1, 12]),
    ...estates('scattered', ['王家屋场', 0.41, 0.58, 0.53, 0.68, 2, 4, 3.2]),
  ],
  open: [{ name: '友谊河公园', use: 'park', u: [0.34, 0.65], v: [0.05, 0.45] }],
  lanes: [
    lane('师范路', 'local', 'row', 0.49),
    lane('佳园路', 'lane', 'column', 0.325, -0.05, 0.49),
    lane('公园东路', 'local', 'column', 0.67, -0.05, 0.49),
    lane('师范巷', 'lane', 'column', 0.39, 0.49, 1.05),
    lane('众南巷', 'lane', 'column', 0.6, 0.49, 1.05),
  ],
};

const southWest: GridPlan = {
  no: 3,
  field: { west: 'west', east: 'middle', south: 'south', north: 'river' },
  estates: [
    ...estates(
      'residential',
      ['罗城小院', 0.03, 0.35, 0.55, 0.93, 2, 2, 15],
      ['方家坪小区', 0.41, 0.97, 0.55, 0.93, 3, 3, 15],
      ['金桥苑', 0.66, 0.97, 0.04, 0.45, 3, 2, 14],
    ),
    ...estates(
      'unit',
      ['粮站宿舍', 0.03, 0.2, 0.26, 0.47, 2, 1, 12],
      ['供销社院', 0.03, 0.2, 0.04, 0.21, 2, 1, 12],
      ['食品公司院', 0.46, 0.62, 0.04, 0.45, 4, 1, 11],
    ),
    ...estates('scattered', ['方家坪巷散户', 0.24, 0.41, 0.05, 0.46, 5, 2, 3.2]),
  ],
  open: [{ name: '方家坪菜市场', use: 'market', u: [0.41, 0.52], v: [0.95, 0.995] }],
  lanes: [
    lane('方家坪路', 'local', 'row', 0.51),
    lane('罗城巷', 'local', 'column', 0.38, 0.51, 1.05),
    lane('方家坪巷', 'lane', 'column', 0.435, -0.05, 0.51),
    lane('粮站巷', 'lane', 'column', 0.22, -0.05, 0.51),
    lane('金桥巷', 'lane', 'column', 0.64, -0.05, 0.51),
    lane('供销巷', 'lane', 'row', 0.235, 0, 0.22),
  ],
};

const southEast: GridPlan = {
  no: 4,
  field: { west: 'middle', east: 'east', south: 'south', north: 'river' },
  estates: [
    ...estates('residential', ['汽运小区', 0.03, 0.33, 0.56, 0.93, 3, 2, 14], ['御景湾', 0.63, 0.97, 0.56, 0.93, 3, 2, 17]),
    ...estates(
      'unit',
      ['水利局宿舍', 0.38, 0.58, 0.56, 0.92, 3, 1, 12],
      ['农机局院', 0.03, 0.24, 0.24, 0.47, 2, 1, 12],
      ['信用社院', 0.03, 0.24, 0.04, 0.19, 2, 1, 12],
    ),
    ...estates('scattered', ['罗城路散户', 0.29, 0.52, 0.05, 0.47, 4, 2, 3.4]),
  ],
  open: [{ name: '罗城学校', use: 'school', u: [0.58, 0.96], v: [0.06, 0.46] }],
  lanes: [
    lane('汽运路', 'local', 'row', 0.515),
    lane('水利巷', 'lane', 'column', 0.355, 0.515, 1.05),
    lane('御景路', 'local', 'column', 0.605, 0.515, 1.05),
    lane('农机巷', 'lane', 'column', 0.265, -0.05, 0.515),
    lane('学校路', 'local', 'column', 0.55, -0.05, 0.515),
    lane('信用巷', 'lane', 'row', 0.215, 0, 0.265),
  ],
};

function neighbourGrids(west: Field['west'], east: Field['east'], names: readonly [readonly string[], readonly string[]]): GridPlan[] {
  return names.map((list, index): GridPlan => {
    const [a = '', b = '', c = ''] = list;
    const field: Field = index === 0 ? { west, east, south: 'river', north: 'north' } : { west, east, south: 'south', north: 'river' };
    return {
      ...{ no: index + 1, field, open: [] },
      estates: [
        ...estates('residential', [a, 0.05, 0.42, 0.55, 0.93, 3, 2, 14], [b, 0.52, 0.95, 0.1, 0.46, 2, 2, 14]),
        ...estates('scattered', [c, 0.06, 0.32, 0.1, 0.44, 3, 3, 3]),
      ],
      lanes: [lane(`${a.slice(0, 2)}路`, 'local', 'row', 0.505), lane(`${b.slice(0, 2)}巷`, 'lane', 'column', 0.47, -0.05, 1.05)],
    };
  });
}

/** The three communities of the made-up town; the middle one is modelled on the source community (S4-01, S4-02). */
export const communityPlans: readonly CommunityPlan[] = [
  { name: '友谊河社区', code: '430697119901', households: 1565, grids: [northWest, northEast, southWest, southEast] },
  {
    ...{ name: '高泉社区', code: '430697119902', households: 214 },
    grids: neighbourGrids('farWest', 'west', [
      ['泉水湾', '茶厂宿舍', '高泉老街'],
      ['梅花小区', '竹园小区', '李家塘'],
    ]),
  },
  {
    ...{ name: '众南社区', code: '430697119903', households: 236 },
    grids: neighbourGrids('east', 'farEast', [
      ['站前小区', '铁路小区', '砖厂坪'],
      ['众南新城', '桃林小区', '桃林屋场'],
    ]),
  },
];
