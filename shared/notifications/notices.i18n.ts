import type { Label, Labels } from '../kernel/label.ts';
import { fill } from '../kernel/label.ts';

/**
 * The sentence of every notice. It stands in the inbox and in messages that leave the house, so it names the number of the matter
 * ({no}), a unit and a time, never a person, an address or what was reported.
 */
export const noticeLabels = {
  toRegister: { zh: '有新上报，请受理', en: 'A new report waits for you' },
  toVerify: { zh: '请到现场核实一件上报', en: 'Please verify a report on site' },
  verified: { zh: '上报已核实，请受理', en: 'A report is verified; please decide on it' },
  toDispatch: { zh: '{no} 已立案，请派遣', en: '{no} is registered; please dispatch it' },
  toDispatchAgain: { zh: '{no} 要重新派遣', en: '{no} needs to be dispatched again' },
  toSign: { zh: '{no} 派给你单位，请在 {due} 前签收', en: '{no} is yours; please sign by {due}' },
  willSupport: { zh: '{no} 派出，你单位协办', en: '{no} is dispatched; your unit supports it' },
  toSupport: { zh: '{no} 请你单位协办', en: '{no} needs your unit’s support' },
  toRule: { zh: '{no} 有派单异议，请裁定', en: '{no}: the dispatch is disputed; please rule' },
  upheld: { zh: '{no} 异议成立，不再由你单位办', en: '{no}: your objection is upheld' },
  overruled: { zh: '{no} 异议不成立，请在 {due} 前签收', en: '{no}: your objection is overruled; please sign by {due}' },
  toExtend: { zh: '{no} 申请延期，请决定', en: '{no}: an extension is asked for; please decide' },
  extensionGranted: { zh: '{no} 同意延期到 {due}', en: '{no}: extended to {due}' },
  extensionRefused: { zh: '{no} 不同意延期，请按原时限办', en: '{no}: no extension; the limit stays' },
  toHold: { zh: '{no} 申请挂账，请决定', en: '{no}: a hold is asked for; please decide' },
  holdRefused: { zh: '{no} 不同意挂账，请接着办', en: '{no}: no hold; please go on' },
  heldForUnit: { zh: '{no} 已挂账，{due} 复核', en: '{no} is on hold, review on {due}' },
  resumed: { zh: '{no} 恢复办理，请在 {due} 前办结', en: '{no} goes on; please finish by {due}' },
  supported: { zh: '{no} 协办结果已填', en: '{no}: a support result is in' },
  toInspect: { zh: '{no} 已反馈，请核查', en: '{no}: the result is in; please inspect' },
  toCallBack: { zh: '{no} 已结案，请回访', en: '{no} is closed; please call back' },
  closedForUnit: { zh: '{no} 核查通过，已结案', en: '{no} passed and is closed' },
  rework: { zh: '{no} 核查未过，请在 {due} 前返工', en: '{no} failed the inspection; rework by {due}' },
  rated: { zh: '{no} 诉求人已评价', en: '{no}: the applicant has rated it' },
  reopened: { zh: '{no} 重新办理，请在 {due} 前办结', en: '{no} is taken up again; finish by {due}' },
  toVoid: { zh: '{no} 申请作废，请决定', en: '{no}: voiding is asked for; please decide' },
  voidRefused: { zh: '{no} 不同意作废', en: '{no}: voiding is refused' },
  voidedForUnit: { zh: '{no} 已作废，不用再办', en: '{no} is void; nothing is left to do' },
  supervised: {
    zh: '{no} 被督办，请在 {due} 前办结，先签收督办',
    en: '{no} is under supervision, to be finished by {due}; please acknowledge',
  },
  supervisionReceived: { zh: '{no} 督办已签收', en: '{no}: the supervision is acknowledged' },
  supervisionReplied: { zh: '{no} 督办有回复，请审核', en: '{no}: the supervision is answered; please judge' },
  supervisionReturned: { zh: '{no} 督办回复被退回，请重新回复', en: '{no}: the answer to the supervision came back; answer again' },
  supervisionClosed: { zh: '{no} 督办已办结', en: '{no}: the supervision is closed' },
  noted: { zh: '{no} 有新的补充说明', en: '{no}: a note was added' },
  declinedReport: { zh: '你上报的一件事没有立案，看看原因', en: 'A report of yours was not registered; see why' },
  registered: { zh: '您反映的事已立案，编号 {no}，{due} 前答复', en: 'Your matter is registered as {no}; an answer comes by {due}' },
  declined: { zh: '您反映的事没有受理，原因写在里面', en: 'Your matter was not taken up; the reason is inside' },
  diverted: { zh: '您反映的事要找别的渠道，写在里面', en: 'Your matter belongs elsewhere; see where' },
  handled: { zh: '您反映的事（{no}）当场办了', en: 'Your matter ({no}) was settled on the spot' },
  dispatched: { zh: '您反映的事（{no}）已派给{unit}', en: 'Your matter ({no}) went to {unit}' },
  signed: { zh: '{unit}已签收 {no}，{due} 前办结', en: 'Accepted by {unit}: {no}, to be finished by {due}' },
  extended: { zh: '您反映的事（{no}）延期到 {due}', en: 'Your matter ({no}) is extended to {due}' },
  held: { zh: '您反映的事（{no}）暂时办不了，{due} 再看', en: 'Your matter ({no}) has to wait; it is looked at again on {due}' },
  resumedForApplicant: { zh: '您反映的事（{no}）接着办了', en: 'Your matter ({no}) goes on' },
  fedBack: { zh: '{unit}说您反映的事（{no}）办好了，结果写在里面', en: 'Done, says {unit}, about your matter ({no}); see the result' },
  closed: { zh: '您反映的事（{no}）核查过，已结案，请评一评', en: 'Your matter ({no}) was inspected and closed; please rate it' },
  reworkForApplicant: { zh: '您反映的事（{no}）没办好，再去办', en: 'Your matter ({no}) was not done well and is done again' },
  calledYou: { zh: '给您打过回访电话，没接通', en: 'We called you back and did not reach you' },
  reopenedForApplicant: { zh: '您反映的事（{no}）重新办', en: 'Your matter ({no}) is taken up again' },
  voided: { zh: '您反映的事已取消', en: 'Your matter was cancelled' },
} satisfies Labels<string>;

export type NoticeTopic = keyof typeof noticeLabels;

/** What a sentence is filled with: number, a unit's name in both languages, a moment as written on the wall. */
export type NoticeParams = { no?: string; unit?: { zh: string; en: string }; due?: string };

/** The sentence in both languages. A matter without a number yet is called by what it is. */
export function noticeText(topic: NoticeTopic, { no, unit, due }: NoticeParams): Pick<Label, 'zh' | 'en'> {
  const { zh, en } = noticeLabels[topic];
  return {
    zh: fill(zh, { no: no ?? '一件上报', unit: unit?.zh ?? '承办单位', due: due ?? '时限' }),
    en: fill(en, { no: no ?? 'A report', unit: unit?.en ?? 'the unit', due: due ?? 'the limit' }),
  };
}
