import type { Position } from '#shared/kernel/place.ts';
import type { BaseFeature, BaseMap, MapPoint, MapZone } from '../../map/index.ts';

const west = 112.9;
const south = 27.8;
/** A drawn quarter: metres east and north of its south-west corner. */
function at(x: number, y: number): Position {
  return [west + x / 98_500, south + y / 111_000];
}
function box(x: number, y: number, w: number, h: number): Position[] {
  return [at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h), at(x, y)];
}
function area(layer: BaseFeature['properties']['layer'], ring: Position[], name: string | null = null): BaseFeature {
  return { type: 'Feature', properties: { layer, name }, geometry: { type: 'Polygon', coordinates: [ring] } };
}
function road(points: Position[], widthM: number, name: string | null = null): BaseFeature {
  return { type: 'Feature', properties: { layer: 'road', name, widthM }, geometry: { type: 'LineString', coordinates: points } };
}

const estates: readonly (readonly [string, number, number])[] = [
  ['罗城小院', 60, 80],
  ['方家坪小区', 240, 80],
  ['汽运小区', 480, 90],
  ['御景湾', 660, 110],
  ['水岸二期', 140, 400],
  ['师范院', 500, 420],
];
export const sampleBase: BaseMap = {
  type: 'FeatureCollection',
  features: [
    ...estates.flatMap(([name, x, y]) => [
      area('estate', box(x, y, 160, 120), name),
      ...[0, 1, 2].flatMap((row) => [0, 1].map((column) => area('building', box(x + 14 + column * 72, y + 14 + row * 36, 58, 16)))),
    ]),
    area('green', box(420, 300, 40, 60), '河边绿地'),
    area(
      'water',
      [
        at(-100, 280),
        at(150, 330),
        at(300, 330),
        at(520, 270),
        at(700, 330),
        at(1000, 320),
        at(1000, 350),
        at(700, 362),
        at(520, 300),
        at(300, 362),
        at(150, 362),
        at(-100, 310),
        at(-100, 280),
      ],
      '友谊河',
    ),
    road([at(40, -50), at(50, 620)], 18, '高泉南路'),
    road([at(430, -50), at(440, 620)], 14),
    road([at(860, -50), at(850, 620)], 18, '大众南路'),
    road([at(-100, 560), at(1000, 550)], 12, '建设路'),
    road([at(40, 230), at(430, 232)], 7, '方家坪巷'),
  ],
};

function zone(id: string, ring: Position[], rest: Partial<MapZone>): MapZone {
  return { id, name: `友谊河 ${id}`, geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, ...rest };
}
export const sampleZones: readonly MapZone[] = [
  zone('03', [at(52, -40), at(428, -40), at(436, 290), at(300, 330), at(150, 330), at(50, 300), at(52, -40)], { own: true }),
  zone('04', [at(436, -40), at(850, -40), at(848, 340), at(700, 330), at(520, 270), at(440, 290), at(436, -40)], {}),
  zone('01', [at(50, 340), at(150, 362), at(300, 362), at(436, 320), at(438, 540), at(50, 545), at(50, 340)], {}),
  zone('02', [at(442, 320), at(520, 300), at(700, 362), at(848, 355), at(846, 540), at(442, 540), at(442, 320)], {}),
];
export const measuredZones: readonly MapZone[] = sampleZones.map((each, index) => ({
  ...each,
  own: false,
  step: ([4, 1, 2, 3] as const)[index] ?? null,
  tag: { badge: each.id, figure: ['3.52', '1.90', '2.18', '2.85'][index] ?? '', note: `${[14, 7, 9, 11][index] ?? 0} 件` },
}));

const looks = [
  ['half', 'doing'],
  ['quarter', 'doing'],
  ['slice', 'new'],
  ['ringDot', 'new'],
  ['diamondAlert', 'soon'],
  ['pause', 'rest'],
  ['tick', 'done'],
] as const;
/** Scattered by a fixed rule, so that every picture of the gallery is the same. */
export const samplePoints: readonly MapPoint[] = Array.from({ length: 60 }, (_, index) => {
  const [shape, tone] = looks[index % looks.length] ?? looks[0];
  return {
    id: `2611-${String(index).padStart(4, '0')}`,
    position: at(70 + ((index * 211 + index * index * 13) % 760), ((index * index * 29 + index * 71) % 520) - 10),
    shape,
    tone,
    overdue: index % 9 === 0,
    ageDays: index % 31,
    label: `2611-${String(index).padStart(4, '0')} 路灯不亮`,
  };
});
export const sampleStart = [...at(20, -30), ...at(880, 540)] as const;
export const sampleCentre = at(300, 150);
export const sampleCorners: readonly Position[] = [at(60, 60), at(300, 40), at(420, 250), at(120, 300)];
