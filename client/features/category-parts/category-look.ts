import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { IconName } from '../../ui/index.ts';

/** A kind of matter as the server tells it. */
export type ReportCategory = inferRouterOutputs<AppRouter>['reporting']['form']['categories'][number];

/** How a known class is shown: its picture, examples in everyday words, and its place among the first tiles. */
export type CategoryLook = { icon: IconName; examples?: Label; first?: { resident?: number; field?: number }; words?: readonly string[] };

const looks: Readonly<Record<string, CategoryLook>> = {
  'fire.flyingWire': {
    icon: 'flyingWire',
    examples: { zh: '窗口、楼道拉线', en: 'wires from windows' },
    first: { resident: 4, field: 2 },
    words: ['飞线', '充电', '拉线'],
  },
  'fire.corridorClutter': {
    icon: 'rubbish',
    examples: { zh: '杂物堵楼梯', en: 'things on the stairs' },
    first: { resident: 6 },
    words: ['堆物', '杂物', '楼道'],
  },
  'fire.blockedLane': {
    icon: 'blockedWay',
    examples: { zh: '消防通道、出入口', en: 'fire lanes, exits' },
    first: { resident: 7, field: 1 },
    words: ['通道', '堵'],
  },
  'housing.leak': {
    icon: 'pipe',
    examples: { zh: '屋顶、水管、墙面', en: 'roof, pipe, wall' },
    first: { resident: 3 },
    words: ['漏水', '渗水'],
  },
  'housing.facade': { icon: 'building', examples: { zh: '墙皮、瓷砖掉落', en: 'plaster, tiles' }, words: ['墙皮', '外墙', '瓷砖'] },
  'housing.door': { icon: 'door', examples: { zh: '关不上、打不开', en: 'does not close or open' }, words: ['单元门', '门禁'] },
  'housing.lift': { icon: 'elevator', examples: { zh: '停运、困人、异响', en: 'stopped, stuck, noisy' }, words: ['电梯'] },
  'neighbour.noise': {
    icon: 'noise',
    examples: { zh: '装修、音响、夜里吵', en: 'building work, music, nights' },
    first: { resident: 5 },
    words: ['吵', '噪音', '噪声', '音响'],
  },
  'neighbour.dispute': { icon: 'people', examples: { zh: '要人来劝一劝', en: 'somebody to mediate' }, words: ['邻居', '纠纷', '吵架'] },
  'neighbour.dogs': { icon: 'pet', examples: { zh: '不牵绳、不清粪', en: 'off the lead, not cleaned up' }, words: ['狗', '犬'] },
  'service.inquiry': {
    icon: 'info',
    examples: { zh: '想问一件事', en: 'a question' },
    first: { resident: 8 },
    words: ['怎么办', '咨询', '请问'],
  },
  'service.outage': { icon: 'lamp', examples: { zh: '家里没水没电', en: 'no water or power at home' }, words: ['停水', '停电'] },
  'service.suggestion': { icon: 'other', examples: { zh: '出个主意', en: 'an idea' }, words: ['建议', '希望'] },
  '01001': { icon: 'manhole' },
  '01002': { icon: 'manhole', examples: { zh: '松动、缺失、响', en: 'loose, missing, noisy' }, first: { field: 5 }, words: ['井盖'] },
  '01003': { icon: 'flooding', words: ['下水', '积水', '雨水'] },
  '01004': { icon: 'flyingWire', words: ['电线', '电箱'] },
  '01005': { icon: 'flyingWire' },
  '01006': { icon: 'fire', words: ['消火栓'] },
  '01007': {
    icon: 'lamp',
    examples: { zh: '不亮、闪、灯杆歪', en: 'out, flickering, leaning' },
    first: { resident: 1, field: 4 },
    words: ['路灯', '灯不亮', '黑'],
  },
  '01008': { icon: 'people', words: ['健身'] },
  '02001': { icon: 'car' },
  '02002': { icon: 'info' },
  '02003': { icon: 'blockedWay', words: ['护栏', '栏杆'] },
  '02004': { icon: 'road', words: ['人行道', '地砖'] },
  '02005': { icon: 'road' },
  '03001': { icon: 'door', words: ['厕所', '公厕'] },
  '03002': { icon: 'rubbish', words: ['垃圾桶', '垃圾箱'] },
  '04001': { icon: 'greening', words: ['树'] },
  '04002': { icon: 'greening' },
  '05001': { icon: 'document', words: ['宣传栏'] },
  '11001': { icon: 'building', words: ['违建', '搭建'] },
  '11002': {
    icon: 'rubbish',
    examples: { zh: '没清运、乱堆', en: 'not collected, dumped' },
    first: { resident: 2, field: 3 },
    words: ['垃圾', '臭', '脏'],
  },
  '11003': { icon: 'rubbish', words: ['渣土', '建筑垃圾'] },
  '11004': { icon: 'road' },
  '11005': { icon: 'greening', words: ['草', '绿化'] },
  '11006': { icon: 'road', examples: { zh: '坑、裂、不平', en: 'holes, cracks' }, first: { field: 6 }, words: ['坑', '路面', '路坏'] },
  '11007': { icon: 'flooding', examples: { zh: '下水道往外冒', en: 'drains overflow' }, words: ['污水', '冒水', '下水道'] },
  '11008': { icon: 'flooding', words: ['河'] },
  '12001': { icon: 'document', words: ['小广告'] },
  '12002': { icon: 'document', words: ['广告牌'] },
  '13001': { icon: 'noise', words: ['施工'] },
  '13002': { icon: 'blockedWay' },
  '14001': { icon: 'warning', words: ['塌'] },
  '14002': { icon: 'pipe', words: ['爆管', '水管爆'] },
  '14003': { icon: 'flyingWire', words: ['线掉', '断线'] },
  '15001': { icon: 'stall', examples: { zh: '摊点占路', en: 'stalls on the road' }, first: { field: 8 }, words: ['摆摊', '摊'] },
  '15002': { icon: 'stall' },
  '15003': {
    icon: 'car',
    examples: { zh: '挡道、占人行道', en: 'in the way, on the pavement' },
    first: { field: 7 },
    words: ['停车', '乱停'],
  },
  '15004': { icon: 'moped', words: ['单车'] },
};

/** A district's own class without a drawing gets the general one. */
export function categoryLook(code: string): CategoryLook {
  return looks[code] ?? { icon: 'other' };
}

export function categoryKey({ scheme, code }: { scheme: string; code: string }): string {
  return `${scheme} ${code}`;
}
