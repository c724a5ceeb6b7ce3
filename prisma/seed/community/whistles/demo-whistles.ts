import { MINUTE } from '#shared/kernel/time.ts';
import type { Places } from '../cases/places.ts';
import type { OfficeMoments } from '../office-moments.ts';
import { ordinaryPath, peopleOfDepartment, type Stage } from './whistle-path.ts';
import type { WhistleStory } from './whistle-story.ts';

const paving = [
  { what: '清旧面层、运渣土', department: 'enforcement', costFen: 1_800_000, quantity: '1500 m²' },
  { what: '找坡，装排水箅子', department: 'housing', costFen: 2_640_000, quantity: '4 处' },
  { what: '铺透水砖', department: 'housing', costFen: 17_250_000, quantity: '1500 m²' },
];
const doorsOf = (lane: string, count: number) => Array.from({ length: count }, (_, no) => `${lane} ${no + 1} 号`);

type Plot = Omit<WhistleStory, 'steps' | 'key'> & {
  until: Stage;
  startedAgo: number;
  tasks: typeof paving;
  more?: (start: number) => WhistleStory['steps'];
};

/** Whistles at every stage of the way, told as they would be today: what is over began weeks ago, what is silent is late by now. */
export function demoWhistles({ places, moments }: { places: Places; moments: OfficeMoments }): WhistleStory[] {
  const plots: Readonly<Record<string, Plot>> = {
    courtyard: {
      ...{ whistleType: 'appeal', title: '老院地面起皮坑洼，雨天积水进屋', reason: '地面归房管，渣土归执法，社区没有经费和资质' },
      ...{ place: places.at('方家坪小区', 3), lead: 'housing', supports: ['enforcement'], areaM2: 1500, persons: 70 },
      ...{ doors: doorsOf('老院', 26), until: 'cleared', startedAgo: 6400, tasks: paving },
    },
    drains: {
      ...{ whistleType: 'appeal', title: '化粪池外溢，三栋楼下异味', reason: '主管道归市政，社区疏通两次又堵' },
      ...{ place: places.at('方家坪小区', 1), lead: 'municipal', supports: ['water'], areaM2: 300, persons: 54 },
      ...{ doors: doorsOf('一栋', 18), until: 'halfRated', startedAgo: 3500 },
      tasks: [{ what: '更换主管道', department: 'municipal', costFen: 6_800_000, quantity: '85 m' }],
    },
    parking: {
      ...{ whistleType: 'jointEnforcement', title: '消防通道长期停车，救护车进不来', reason: '社区劝阻多次无执法权' },
      ...{ place: places.at('方家坪小区', 2), lead: 'enforcement', supports: ['municipal'], areaM2: 420, persons: 210 },
      ...{ doors: doorsOf('二栋', 30), until: 'executing', startedAgo: 1900 },
      tasks: [
        { what: '划线、装隔离桩', department: 'municipal', costFen: 1_260_000, quantity: '18 根' },
        { what: '清理占道车辆', department: 'enforcement', costFen: 0, quantity: '11 辆' },
      ],
    },
    meters: {
      ...{ whistleType: 'keyTask', title: '老楼电表箱裸露，线路老化', reason: '电表箱归供电，墙面归房管' },
      ...{ place: places.at('方家坪小区', 3, 60), lead: 'power', supports: ['housing'], areaM2: 80, persons: 96 },
      ...{ doors: doorsOf('三栋', 32), until: 'proposed', startedAgo: 1300 },
      tasks: [{ what: '换表箱，穿管走线', department: 'power', costFen: 3_900_000, quantity: '6 组' }],
    },
    trees: {
      ...{ whistleType: 'appeal', title: '大树压屋，枯枝掉落', reason: '树木归园林，社区无权修剪' },
      ...{ place: places.at('方家坪小区', 1, 40), lead: 'gardens', supports: ['housing'], areaM2: 200, persons: 24 },
      ...{ doors: doorsOf('平房', 8), until: 'onSite', startedAgo: 620, tasks: paving },
    },
    silent: {
      ...{ whistleType: 'appeal', title: '围墙开裂倾斜，墙下是上学路', reason: '围墙产权归房管，鉴定要市政' },
      ...{ place: places.at('方家坪小区', 2, 50), lead: 'housing', supports: ['municipal'], areaM2: 60, persons: 120 },
      ...{ doors: doorsOf('墙边', 12), until: 'halfAnswered', startedAgo: 420, tasks: paving },
    },
    disputed: {
      ...{ whistleType: 'appeal', title: '雨水井反水，车库进水', reason: '井归谁管两家说法不一' },
      ...{ place: places.at('方家坪小区', 1, -40), lead: 'water', supports: ['municipal'], areaM2: 150, persons: 88 },
      ...{ doors: doorsOf('车库', 10), until: 'blown', startedAgo: 200, tasks: paving },
      more: (start) => [
        {
          ...{ by: peopleOfDepartment('water').lead, at: moments.after(start, 110), action: 'object' },
          input: { unit: 'water', reason: '雨水井属市政排水设施，不属供水管网', legalBasis: '《城镇排水与污水处理条例》第七条' },
        },
      ],
    },
    asked: {
      ...{ whistleType: 'appeal', title: '公厕下水堵塞，夜间无灯', reason: '公厕归市政，社区没有维修权' },
      ...{ place: places.at('方家坪小区', 3, -60), lead: 'municipal', supports: ['power'], areaM2: 40, persons: 300 },
      ...{ doors: doorsOf('巷口', 15), until: 'asked', startedAgo: 50, tasks: paving },
    },
  };
  return Object.entries(plots).map(([key, { until, startedAgo, tasks, more, ...plot }]) => {
    const start = moments.before(startedAgo);
    const steps = [...ordinaryPath({ ...plot, moments, start, until, tasks }), ...(more?.(start) ?? [])];
    const late = steps.find(({ at }) => at > moments.now + MINUTE);
    if (late) throw new Error(`the whistle "${key}" does ${late.action} in the future`);
    return { key, ...plot, steps: [{ by: 'hejing', at: start, action: 'draft', input: {} }, ...steps] };
  });
}
