import type { Label } from '#shared/kernel/label.ts';
import type { FigureKind, FigurePart } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasureId } from '#shared/scoring/whistle-measures-schema.ts';
import { defineTexts } from '../../platform/index.ts';

type Words = Readonly<Record<'reached' | 'missed', Label>> & { at: Label; done: Label | null };

const shared = defineTexts({
  due: { zh: '时限', en: 'Due' },
  accepted: { zh: '验收', en: 'Accepted' },
  rated: { zh: '打分', en: 'Rated' },
  arrived: { zh: '到场', en: 'On site' },
  answered: { zh: '应哨', en: 'Answered' },
  finished: { zh: '做完', en: 'Done' },
  fedBack: { zh: '反馈', en: 'Fed back' },
  called: { zh: '被吹', en: 'Called' },
  blown: { zh: '吹哨', en: 'Blown' },
  inTime: { zh: '按时', en: 'In time' },
  late: { zh: '没按时', en: 'Not in time' },
  first: { zh: '一次办成', en: 'First pass' },
  redone: { zh: '返工', en: 'Redone' },
  good: { zh: '平均 3 分及以上', en: 'Mean of 3 and more' },
  poor: { zh: '平均不到 3 分', en: 'Mean below 3' },
  solved: { zh: '解决', en: 'Solved' },
  unsolved: { zh: '没解决', en: 'Not solved' },
  proved: { zh: '现场证明', en: 'Proved' },
  told: { zh: '社区代为确认', en: 'By word' },
  assessed: { zh: '计入', en: 'Assessed' },
  left: { zh: '不计入', en: 'Not assessed' },
  all: { zh: '全部', en: 'All' },
});

const inTime = { reached: shared.inTime, missed: shared.late, at: shared.due };
const passes = { reached: shared.first, missed: shared.redone, at: shared.accepted, done: null };
const marks = { reached: shared.good, missed: shared.poor, at: shared.rated, done: null };

/** What the two lists of each figure are called, and its two times. */
const words: Readonly<Record<WhistleMeasureId, Words>> = {
  response: { ...inTime, done: shared.answered },
  reportIn: { ...inTime, done: shared.arrived },
  onSiteDelay: { ...inTime, done: shared.arrived },
  disposal: { ...inTime, done: shared.finished },
  firstPass: passes,
  rounds: passes,
  unitRating: marks,
  whistleRating: marks,
  resolution: { reached: shared.solved, missed: shared.unsolved, at: shared.fedBack, done: null },
  onSpot: { reached: shared.proved, missed: shared.told, at: shared.arrived, done: null },
  called: { reached: shared.assessed, missed: shared.left, at: shared.called, done: null },
  blown: { reached: shared.assessed, missed: shared.left, at: shared.blown, done: null },
};

export const timesOf = (id: WhistleMeasureId) => ({ at: words[id].at, done: words[id].done });
export const partWord = (id: WhistleMeasureId, part: FigurePart): Label => (part === 'counted' ? shared.all : words[id][part]);

const values = defineTexts({
  rate: { zh: '{n}', en: '{n}' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  times: { zh: '{n} 轮', en: '{n}' },
});
/** The unit a value is said in. */
export const valueWord = (kind: FigureKind): Label => values[kind];
