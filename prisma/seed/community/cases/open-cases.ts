import type { OfficeMoments } from '../office-moments.ts';
import type { Draft } from './draft.ts';
import { finished } from './draft.ts';
import {
  asksExtension,
  asksHold,
  type Begun,
  closed,
  dispatched,
  emergency,
  fedBack,
  held,
  inProgress,
  noted,
  objected,
  registered,
  reported,
  sentBack,
  sentOff,
  supervised,
  takenUpSince,
  verifying,
} from './open-plots.ts';
import type { Places } from './places.ts';
import type { Story } from './story.ts';

type Row = readonly [
  key: string,
  tell: (m: OfficeMoments, begun: Begun) => Draft,
  code: string,
  estate: string,
  building: number,
  source: Begun['source'],
  more?: Partial<Begun> & { aside?: number },
];

const early = [0.12, 0.3] as const;
const middle = [0.35, 0.62] as const;
const soon = [0.82, 0.98] as const;

/** What is on people's hands now: 41 open cases over the four grids (three overdue), and those that wait for their callback. */
const rows: readonly Row[] = [
  // 待受理
  [
    'chicken',
    reported(6),
    '15001',
    '机械厂宿舍',
    2,
    'resident',
    { resident: 9, title: '小区门口有人卖活鸡，地上都是水', text: '小区门口有人卖活鸡，地上都是水，走路打滑。' },
  ],
  [
    'lamps between',
    reported(8),
    '01007',
    '方家坪小区',
    3,
    'resident',
    { resident: 3, aside: 9, title: '3 栋和 6 栋中间的灯全黑了', text: '3 栋和 6 栋中间的灯全黑了，摸黑走路。' },
  ],
  [
    'railing',
    reported(20),
    '02003',
    '水利局宿舍',
    3,
    'resident',
    { resident: 11, title: '河边护栏晃', text: '河边护栏晃，小孩趴在上面玩，怕出事。' },
  ],
  ['lamp by day', reported(32), '01007', '师范院', 2, 'gridWorker', { title: '二楼的灯白天也关不掉', text: '楼道灯常亮，白天也关不掉。' }],
  // 核实中
  ['verify road', verifying(95), '11006', '罗城小院', 2, 'resident', { resident: 5, title: '路面坑洼，罗城小院 2 栋前' }],
  ['verify wire', verifying(60), 'fire.flyingWire', '友谊佳园', 4, 'hotline', { resident: 8 }],
  // 待派遣
  ['wait tree', registered(14), '04001', '供销社院', 1, 'resident', { resident: 6 }],
  ['wait paving', registered(25), '02004', '水岸一期', 5, 'patrol', { words: 1 }],
  ['wait stall', registered(9), '15001', '众南花园', 2, 'hotline', { resident: 7 }],
  // 待签收
  ['lamp 6', dispatched([0.1, 0.3]), '01007', '方家坪小区', 6, 'hotline', { resident: 4, title: '路灯不亮，方家坪小区 6 栋' }],
  ['lamp lane', dispatched([0.1, 0.35]), '01007', '方家坪小区', 5, 'gridWorker', { title: '路灯不亮，方家坪小区 5 栋', turn: 1 }],
  ['sticker', dispatched([0.2, 0.5]), '12001', '邮电院', 1, 'gridWorker', {}],
  ['door', dispatched([0.3, 0.6]), 'housing.door', '御景湾', 3, 'resident', { resident: 12 }],
  ['parking', dispatched([0.2, 0.5]), '15003', '高泉新村', 4, 'resident', { resident: 13, words: 1 }],
  ['noise', dispatched([0.3, 0.6]), 'neighbour.noise', '汽运小区', 1, 'hotline', { resident: 14 }],
  // 派单异议
  [
    'object tree',
    objected('树木在小区围墙内，属业主共有绿地', '《城市绿化条例》第二十条：单位附属绿地由该单位管护'),
    '04001',
    '河畔人家',
    3,
    'hotline',
    { resident: 15, words: 1 },
  ],
  [
    'object drain',
    objected('堵塞点在化粪池内侧，属房屋专有部分', '《城镇排水与污水处理条例》第四条：按设施权属养护'),
    '11007',
    '水岸二期',
    6,
    'resident',
    { resident: 16, words: 1 },
  ],
  // 办理中，三件超期中的两件
  [
    'shed',
    inProgress([1.2, 1.9]),
    '15001',
    '师范院',
    4,
    'hotline',
    { resident: 17, title: '搭棚占道，师范院东门', text: '东门口搭了棚子卖早点，把人行道全占了。' },
  ],
  [
    'sewage 4',
    sentBack([1.12, 1.6], '井室仍有积水，水位没有下去', supervised('urgent', 300, '一楼住户进不去，请后天前办结')),
    '11007',
    '方家坪小区',
    4,
    'hotline',
    { resident: 1, title: '污水冒溢，方家坪小区 4 栋', text: '下雨就往外冒，一楼进不去。', livelihood: true },
  ],
  ['collapse', emergency(240), '14001', '粮站宿舍', 1, 'hotline', { resident: 10, title: '路面塌陷，粮站宿舍门口' }],
  [
    'lamp 3',
    takenUpSince(150),
    '01007',
    '方家坪小区',
    3,
    'resident',
    { resident: 1, title: '路灯不亮，方家坪小区 3 栋', text: '三栋楼下的路灯不亮三天了，晚上老人下楼看不见。' },
  ],
  [
    'lamp 2',
    inProgress(early),
    '01007',
    '方家坪小区',
    2,
    'resident',
    { resident: 18, aside: 6, title: '路灯闪烁，方家坪小区 2 栋', words: 1 },
  ],
  ['wire 7', inProgress(early), 'fire.flyingWire', '方家坪小区', 7, 'gridWorker', { title: '飞线充电，方家坪小区 7 栋' }],
  ['wire 8', inProgress(middle), 'fire.flyingWire', '方家坪小区', 8, 'resident', { resident: 19, title: '飞线充电，方家坪小区 8 栋' }],
  ['drain', inProgress(soon), '11006', '机械厂宿舍', 1, 'resident', { resident: 20, title: '路面积水，机械厂宿舍门口', words: 1 }],
  ['cover hum', inProgress(soon), '04001', '御景湾', 1, 'hotline', { resident: 21, title: '树枝压线，御景湾 1 栋' }],
  ['facade', inProgress(soon), '02004', '汽运小区', 2, 'visit', { resident: 22, words: 0 }],
  ['paving', inProgress(soon, noted(150, '已备料，明天上午开挖。')), '02004', '信用社院', 1, 'resident', { resident: 2 }],
  [
    'leak',
    inProgress(middle, asksExtension('雨天无法做防水，需等晴两天', false)),
    'housing.leak',
    '高泉新村',
    7,
    'hotline',
    { resident: 23 },
  ],
  [
    'sheds',
    inProgress(middle, asksExtension('当事人外出，约定返乡后一起拆除', true)),
    '11001',
    '建筑公司宿舍',
    2,
    'hotline',
    { resident: 24 },
  ],
  ['rail again', sentBack([0.3, 0.6], '焊口没有除锈，漆面起泡'), '02003', '老河街散户', 3, 'council', { resident: 2, words: 1 }],
  ['kerb plan', inProgress(middle, asksHold('需列入下年度道路计划')), '11006', '王家屋场', 4, 'resident', { resident: 5, words: 0 }],
  ['clutter', inProgress(early), 'fire.corridorClutter', '友谊佳园', 2, 'gridWorker', {}],
  // 挂账
  [
    'hold road',
    held('与燃气管改造同一路段，等改造后一并恢复'),
    '11006',
    '水岸一期',
    2,
    'resident',
    { resident: 6, title: '路面沉降，水岸一期 2 栋前' },
  ],
  ['hold leak', held('整栋屋面修缮要动用维修资金，等业主表决'), 'housing.leak', '众南花园', 5, 'hotline', { resident: 3, words: 1 }],
  // 待核查，一件核查超期
  ['cover late', fedBack([1.15, 1.9]), '01002', '方家坪巷散户', 1, 'gridWorker', { title: '井盖松动，方家坪巷口' }],
  ['wire 9', fedBack([0.2, 0.6]), 'fire.flyingWire', '方家坪小区', 9, 'visit', { resident: 4, title: '飞线充电，方家坪小区 9 栋' }],
  ['wire 1', fedBack([0.1, 0.5]), 'fire.flyingWire', '方家坪小区', 1, 'gridWorker', { title: '飞线充电，方家坪小区 1 栋' }],
  ['tree done', fedBack([0.3, 0.7]), '04001', '水岸二期', 3, 'hotline', { resident: 7 }],
  ['stall done', fedBack([0.2, 0.6]), '15001', '河畔人家', 5, 'resident', { resident: 8, words: 1 }],
  ['bikes done', fedBack([0.2, 0.6]), '11006', '罗城路散户', 2, 'patrol', {}],
  // 已结案，等回访
  ['closed lamp', closed(60), '01007', '食品公司院', 2, 'hotline', { resident: 9, title: '路灯不亮，食品公司院 2 栋' }],
  ['closed cover', closed(130), '11006', '金桥苑', 1, 'resident', { resident: 10 }],
  ['closed door', closed(250), 'housing.door', '汽运小区', 4, 'resident', { resident: 11, words: 1 }],
  ['closed noise', closed(410), 'neighbour.noise', '水岸二期', 8, 'hotline', { resident: 12, words: 1 }],
  ['closed stall', closed(520), '15001', '友谊佳园', 1, 'hotline', { resident: 13 }],
];

/** The same lamp told twice: registered as a duplicate of the first, so that both tellers hear the same. */
const DUPLICATE = { key: 'lamp 3 again', of: 'lamp 3' } as const;

/** Tells every open case of the demo, relative to now. */
export function openCases(m: OfficeMoments, places: Places): Story[] {
  const stories = rows.map(([key, tell, code, estate, building, source, more = {}], index) => {
    const { aside, ...begun } = more;
    return finished(tell(m, { key, code, source, place: places.at(estate, building, aside), turn: index, ...begun }));
  });
  const twin = finished(
    sentOff(12)(m, {
      ...{ key: DUPLICATE.key, code: '01007', source: 'hotline', resident: 2, turn: 3, duplicateOf: DUPLICATE.of },
      ...{ place: places.at('方家坪小区', 3, -6), title: '3 栋楼下路灯不亮' },
    }),
  );
  return [...stories, twin];
}
