import type { Instant } from '#shared/kernel/time.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { DEMO_TIME_ZONE } from '../insert-territory.ts';
import type { OfficeMoments } from '../office-moments.ts';
import type { WhistleStep, WhistleStory } from './whistle-story.ts';

/** Stages a story of the demo may have come to, in order. */
export const stages = [
  'drafted',
  'asked',
  'blown',
  'halfAnswered',
  'acknowledged',
  'onSite',
  'heard',
  'proposed',
  'planned',
  'executing',
  'completed',
  'accepted',
  'fedBack',
  'halfRated',
  'cleared',
] as const;
export type Stage = (typeof stages)[number];

type Task = { what: string; department: string; costFen: number; quantity: string };
type Path = Pick<WhistleStory, 'lead' | 'supports' | 'doors'> & {
  moments: OfficeMoments;
  start: Instant;
  until: Stage;
  tasks: readonly Task[];
};

const people: Readonly<Record<string, { handler: string; lead: string; name: string; phone: string }>> = {
  housing: { handler: 'duanxue', lead: 'qianguohua', name: '段雪', phone: '18800002643' },
  enforcement: { handler: 'leiming', lead: 'fangzheng', name: '雷鸣', phone: '18800002645' },
  municipal: { handler: 'liwenbo', lead: 'jiangtao', name: '李文博', phone: '18800002641' },
  water: { handler: 'jianghe', lead: 'tangquan', name: '姜河', phone: '18800002651' },
  power: { handler: 'dengliang', lead: 'yuandian', name: '邓亮', phone: '18800002653' },
  gardens: { handler: 'linqing', lead: 'caihong', name: '林青', phone: '18800002649' },
};

/** Whoever acts for a department of the demo. */
export function peopleOfDepartment(code: string) {
  const found = people[code];
  if (!found) throw new Error(`nobody speaks for ${code}`);
  return found;
}

const says = [
  ['agree', '雨天水就漫过门槛，早该修了'],
  ['conditional', '枣树要留着，绕着铺行不行'],
  ['agree', '同意修，白天干，晚上让人睡觉'],
  ['conditional', '留一块晾衣服的地方'],
  ['agree', '孩子轮椅出不去，盼着呢'],
  ['agree', '排水口多做两个'],
] as const;

/** The ordinary way of a whistle of the demo up to a stage, as office hours go by; both sides do what they should, in time. */
export function ordinaryPath({ moments, start, until, lead, supports, doors, tasks }: Path): WhistleStep[] {
  const units = [lead, ...supports];
  const at = (minutes: number) => moments.after(start, minutes);
  const day = (minutes: number, more = 0) => addDays(localDateAt(DEMO_TIME_ZONE, at(minutes)), more);
  const heads = (code: string) => peopleOfDepartment(code);
  const plan = tasks.map(({ what, department, costFen, quantity }, no) => ({
    ...{ task: no, what, department, dutyCode: null, from: day(1500, no), to: day(1500, no + 2) },
    ...{ costFen, source: costFen === 0 ? 'none' : 'department', proof: 'photo', quantity },
  }));
  const parts: Readonly<Record<Stage, readonly WhistleStep[]>> = {
    drafted: [],
    asked: [{ by: 'hejing', at: at(6), action: 'blow', input: {} }],
    blown: [{ by: 'sunlan', at: at(40), action: 'approveBlow', input: {} }],
    halfAnswered: [acknowledgement(lead, at(90), at(500))],
    acknowledged: supports.map((code, no) => acknowledgement(code, at(130 + no), at(500))),
    onSite: units.map((code, no) => ({ by: heads(code).handler, at: at(500 + no * 4), action: 'reportIn', input: { unit: code } })),
    heard: [
      { by: 'hejing', at: at(520), action: 'listHouseholds', input: { doors } },
      {
        ...{ by: 'hejing', at: at(545), action: 'recordVisit', shots: ['before', 'before'] },
        input: {
          from: at(500),
          to: at(540),
          attendance: units,
          minutes: '三方到场。院内地面起皮，最深处 6 厘米，雨天积水进屋。枣树保留。',
        },
      },
      ...doors.slice(0, says.length).map((_, no): WhistleStep => {
        const [stance, text] = says[no] ?? says[0];
        const way = no % 3 === 0 ? 'visit' : no % 3 === 1 ? 'meeting' : 'phone';
        return {
          by: 'hejing',
          at: at(600 + no * 20),
          action: 'addOpinion',
          input: { door: no, way, stance, text, heardAt: at(590 + no * 20) },
        };
      }),
      { by: 'hejing', at: at(900), action: 'closeOpinions', input: {} },
    ],
    proposed: [
      {
        by: heads(lead).handler,
        at: at(1100),
        action: 'proposePlan',
        input: { tasks: plan, note: '先排水后铺面，院门留人通行', deliberation: '' },
      },
    ],
    planned: [
      ...supports.map(
        (code, no): WhistleStep => ({ by: heads(code).handler, at: at(1180 + no), action: 'agreePlan', input: { unit: code, draft: 1 } }),
      ),
      { by: 'hejing', at: at(1240), action: 'approvePlan', input: { draft: 1, overReason: '' } },
    ],
    executing: [{ by: heads(lead).handler, at: at(1400), action: 'start', input: {} }],
    completed: [
      ...tasks.map(
        ({ department, costFen, quantity }, no): WhistleStep => ({
          ...{ by: heads(department).handler, at: at(1700 + no * 300), action: 'completeTask', shots: ['after'] },
          input: { task: no, done: true, text: '按方案完成', quantity, costFen },
        }),
      ),
      { by: heads(lead).handler, at: at(1760 + tasks.length * 300), action: 'complete', input: { pair: true } },
    ],
    accepted: [
      { by: 'hejing', at: at(1860 + tasks.length * 300), action: 'acceptWork', shots: ['after'], input: { note: '平整，不积水' } },
    ],
    fedBack: [
      { by: 'hejing', at: at(1900 + tasks.length * 300), action: 'tellResult', input: { way: 'message', doors: doors.length } },
      {
        ...{ by: 'hejing', at: at(1920 + tasks.length * 300), action: 'feedBack' },
        input: { result: '院子修好了：地面重铺，加了排水口，枣树留着。哪里还不行，请按纸条上的码告诉我们。' },
      },
    ],
    halfRated: [
      ...units.map(
        (code, no): WhistleStep => ({
          ...{ by: 'hejing', at: at(2000 + tasks.length * 300 + no), action: 'rateUnit' },
          input: { unit: code, arrival: 5 - (no % 2), work: 5 - (no % 2), result: 4 + (no % 2), note: '' },
        }),
      ),
      {
        by: heads(lead).handler,
        at: at(2020 + tasks.length * 300),
        action: 'rateWhistle',
        input: { unit: lead, justification: 5, information: 4, note: '' },
      },
    ],
    cleared: [
      ...supports.map(
        (code): WhistleStep => ({
          ...{ by: heads(code).handler, at: at(2100 + tasks.length * 300), action: 'rateWhistle' },
          input: { unit: code, justification: 5, information: 5, note: '' },
        }),
      ),
      { by: 'gaoming', at: at(2200 + tasks.length * 300), action: 'clear', input: {} },
    ],
  };
  return stages.slice(0, stages.indexOf(until) + 1).flatMap((stage) => parts[stage]);
}

/** One unit's answer: who comes and when. */
export function acknowledgement(code: string, at: Instant, eta: Instant): WhistleStep {
  const { handler, name, phone } = peopleOfDepartment(code);
  return { by: handler, at, action: 'acknowledge', input: { unit: code, person: name, phone, eta } };
}
