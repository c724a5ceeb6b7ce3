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
  whistleToApprove: { zh: '社区请求吹哨 {no}，请审批', en: 'Whistle {no} asks for the street’s word' },
  whistleReturned: { zh: '吹哨 {no} 被退回，请修改后再吹', en: 'Whistle {no} came back; revise and blow again' },
  whistleCalls: { zh: '吹哨 {no} 召集你单位，请在 {due} 前应哨', en: 'Whistle {no} calls your unit; answer by {due}' },
  whistleBlown: { zh: '哨 {no} 已吹响', en: 'Whistle {no} is blown' },
  unitAcknowledged: { zh: '{unit}已应哨 {no}，预计 {due} 到场', en: 'Acknowledged by {unit}: {no}, expected on site {due}' },
  unitObjected: { zh: '{unit}对 {no} 有异议，请裁定', en: 'Objected to by {unit}: {no}; please rule' },
  unitObjectedToo: { zh: '{unit}对 {no} 有异议，等街道裁定', en: 'Objected to by {unit}: {no}; the street rules' },
  unitUpheld: { zh: '{no} 异议成立，你单位不用再去', en: '{no}: your objection is upheld; your unit need not come' },
  unitUpheldToo: { zh: '{no}：{unit}的异议成立，已退出', en: '{no}: the objection of {unit} is upheld; it is released' },
  unitExcused: { zh: '{no} 街道免你单位到场，不用再去', en: '{no}: the street excuses your unit; it need not come' },
  unitExcusedToo: { zh: '{no}：街道免{unit}到场', en: '{no}: the street excuses {unit}' },
  unitOverruled: { zh: '{no} 异议不成立，请在 {due} 前应哨', en: '{no}: the objection is overruled; answer by {due}' },
  unitOverruledToo: { zh: '{no}：{unit}的异议不成立', en: '{no}: the objection of {unit} is overruled' },
  unitCalledToo: { zh: '{no} 增加召集{unit}', en: '{no} now calls {unit} too' },
  unitOnSite: { zh: '{unit}已到场（{no}）', en: 'On site for {no}: {unit}' },
  whistleOnSite: { zh: '{no} 单位到齐，请收意见', en: '{no}: all units are on site; collect opinions' },
  toPlan: { zh: '{no} 意见收齐，请在 {due} 前拟方案', en: '{no}: opinions are in; draft the plan by {due}' },
  toAgree: { zh: '{no} 有方案，请答复', en: '{no}: a plan is drafted; please answer' },
  planProposed: { zh: '{no} 方案已拟', en: '{no}: a plan is drafted' },
  planAnswered: { zh: '{no}：{unit}已答复方案', en: '{no}: the plan is answered by {unit}' },
  toStart: { zh: '{no} 方案已定，请开工，{due} 前完成', en: '{no}: the plan stands; start, to be done by {due}' },
  planApproved: { zh: '{no} 方案已定，{due} 前完成', en: '{no}: the plan stands, to be done by {due}' },
  planForApplicant: { zh: '您反映的事（{no}）定了方案，{due} 前完成', en: 'Your matter ({no}) has a plan, to be done by {due}' },
  unitLeft: { zh: '{unit}完成任务，已离场（{no}）', en: 'Done and gone from {no}: {unit}' },
  toAccept: { zh: '{no} 完工，请验收', en: '{no} is finished; please accept' },
  workAccepted: { zh: '{no} 验收通过', en: '{no} is accepted' },
  workRejected: { zh: '{no} 验收未过，请在 {due} 前返工', en: '{no} was not accepted; rework by {due}' },
  toRate: { zh: '{no} 已反馈居民，请评价这次吹哨', en: '{no} is told to residents; please rate the whistle' },
  toClear: { zh: '{no} 已反馈居民，请销账', en: '{no} is told to residents; please clear it' },
  resultForApplicant: { zh: '您反映的事（{no}）办好了，结果写在里面', en: 'Your matter ({no}) is settled; see the result' },
  householdThanks: { zh: '{no} 有住户说谢谢', en: '{no}: a household says thank you' },
  householdUnsolved: { zh: '{no} 有住户说没完全修好，请去看看', en: '{no}: a household says it is not fully solved; please look into it' },
  whistleCleared: { zh: '{no} 已销账', en: '{no} is cleared' },
  whistleWithdrawn: { zh: '{no} 已撤回，不用再去', en: '{no} is withdrawn; nothing is left to do' },
  halfUsed: { zh: '{no} 用时过半，{due} 到期', en: '{no}: half the time is used; due {due}' },
  nearlyDue: { zh: '{no} 快到期，请在 {due} 前办', en: '{no} is nearly due; act by {due}' },
  overdue: { zh: '{no} 到期未办，请马上办', en: '{no} is overdue; act now' },
  raised: { zh: '{no} 超期未办，已上报', en: '{no} is overdue and was raised' },
} satisfies Labels<string>;

export type NoticeTopic = keyof typeof noticeLabels;

/** What a sentence is filled with: number, a unit's name in both languages, a moment as written on the wall. */
export type NoticeParams = { no?: string; unit?: { zh: string; en: string }; due?: string };

/** The sentence in both languages. A matter without a number yet is called by what it is. */
export function noticeText(topic: NoticeTopic, { no, unit, due }: NoticeParams): Pick<Label, 'zh' | 'en'> {
  const { zh, en } = noticeLabels[topic];
  return {
    zh: fill(zh, { no: no ?? '新上报', unit: unit?.zh ?? '承办单位', due: due ?? '时限' }),
    en: fill(en, { no: no ?? 'A report', unit: unit?.en ?? 'the unit', due: due ?? 'the limit' }),
  };
}
