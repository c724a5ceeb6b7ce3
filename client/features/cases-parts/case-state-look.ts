import type { CaseState } from '#shared/cases/cases-schema.ts';
import type { Light } from '#shared/clocks/light.ts';
import type { Label, Labels } from '#shared/kernel/label.ts';
import type { ShapeName } from '../../ui/index.ts';

export type PillTone = 'new' | 'rest' | 'doing' | 'done' | 'soon' | 'late';
export type PillLook = { shape: ShapeName; tone: PillTone };

/** Shape and colour of each state of a case; the disc fills as the case moves on. */
export const caseStateLooks = {
  reported: { shape: 'ring', tone: 'new' },
  verifying: { shape: 'ringDot', tone: 'new' },
  declined: { shape: 'ringMinus', tone: 'rest' },
  diverted: { shape: 'ringArrow', tone: 'rest' },
  registered: { shape: 'slice', tone: 'new' },
  dispatched: { shape: 'quarter', tone: 'doing' },
  objected: { shape: 'diamondAlert', tone: 'soon' },
  inProgress: { shape: 'half', tone: 'doing' },
  onHold: { shape: 'pause', tone: 'rest' },
  feedback: { shape: 'threeQuarter', tone: 'doing' },
  closed: { shape: 'tick', tone: 'done' },
  reviewed: { shape: 'starDisc', tone: 'done' },
  void: { shape: 'slash', tone: 'rest' },
} as const satisfies Record<CaseState, PillLook>;

/** What the pill says; `plain` is the wording of 长辈版. */
export const caseStateWords: Labels<CaseState> = {
  reported: { zh: '待受理', en: 'Reported', plain: '已收到' },
  verifying: { zh: '核实中', en: 'Verifying', plain: '正在核实' },
  declined: { zh: '不予受理', en: 'Declined', plain: '办不了' },
  diverted: { zh: '已告知其他渠道', en: 'Diverted', plain: '请找别处' },
  registered: { zh: '待派遣', en: 'Registered', plain: '马上派人' },
  dispatched: { zh: '待签收', en: 'Dispatched', plain: '已派出' },
  objected: { zh: '派单异议', en: 'Objected', plain: '正在定谁来办' },
  inProgress: { zh: '办理中', en: 'In progress', plain: '正在办' },
  onHold: { zh: '挂账', en: 'On hold', plain: '先等一等' },
  feedback: { zh: '待核查', en: 'To inspect', plain: '办完等看' },
  closed: { zh: '已结案', en: 'Closed', plain: '办好了' },
  reviewed: { zh: '已评价', en: 'Reviewed', plain: '您评过了' },
  void: { zh: '作废', en: 'Void', plain: '作废' },
};

/** Marks that may stand beside the state. */
export const caseFlags = ['overdue', 'soon', 'supervised', 'rework', 'duplicate', 'livelihood'] as const;
export type CaseFlag = (typeof caseFlags)[number];

export const caseFlagLooks = {
  overdue: { shape: 'notchedAlert', tone: 'late' },
  soon: { shape: 'triangleAlert', tone: 'soon' },
  supervised: { shape: 'flag', tone: 'soon' },
  rework: { shape: 'turn', tone: 'soon' },
  duplicate: { shape: 'copies', tone: 'rest' },
  livelihood: { shape: 'house', tone: 'rest' },
} as const satisfies Record<CaseFlag, PillLook>;

/** What stands in place of a calm look from 80 % of a limit on: yellow a triangle, red a notched square; it reads without colour. */
export function litLook(calm: PillLook, light: Light): PillLook {
  if (light === 'red') return caseFlagLooks.overdue;
  return light === 'yellow' ? caseFlagLooks.soon : calm;
}

/** How a case stands on a map: by its state while there is time, by its light after that. */
export function mapLookOf({ state, light }: { state: CaseState; light: Light }): PillLook {
  return litLook(caseStateLooks[state], light);
}

/** What is said of a light that asks for haste; nothing while there is time. */
export function lightWord(light: Light): Label | null {
  if (light === 'red') return caseFlagWords.overdue;
  return light === 'yellow' ? caseFlagWords.soon : null;
}

export const caseFlagWords = {
  overdue: { zh: '超期', en: 'Overdue' },
  soon: { zh: '临期', en: 'Due soon' },
  supervised: { zh: '督办', en: 'Supervised' },
  rework: { zh: '返工', en: 'Rework' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  livelihood: { zh: '民生', en: 'Livelihood' },
} as const satisfies Record<CaseFlag, Label>;
