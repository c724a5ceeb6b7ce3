import type { Labels } from '../kernel/label.ts';
import type { WhistleClockLimit, WhistleHolder } from './limit-over.ts';
import type { SentAction } from './whistle-actions.ts';

import type { WhistleEventType } from './whistle-events.ts';
import type {
  arrivalProofs,
  moneySources,
  opinionWays,
  PositionVerdict,
  Side,
  stances,
  taskProofs,
  toldWays,
  UnitStatus,
  voidReasonsOfWhistle,
  WhistleState,
  WhistleType,
} from './whistle-schema.ts';

/** Words of the status pills; `plain` is what a resident reads. */
export const whistleStateLabels = {
  drafted: { zh: '起草', en: 'Drafted', plain: '社区正准备叫部门来' },
  blown: { zh: '已吹哨·待应哨', en: 'Blown, awaiting answers', plain: '已叫部门，等他们答复' },
  acknowledged: { zh: '已应哨·待报到', en: 'Answered, awaiting arrival', plain: '部门已答应来' },
  onSite: { zh: '已到场·征求意见', en: 'On site, hearing residents', plain: '部门来看过，正听大家的意见' },
  opinionsCollected: { zh: '定方案', en: 'Agreeing a plan', plain: '正在定怎么办' },
  planned: { zh: '方案已定', en: 'Planned', plain: '办法定了，就要开工' },
  executing: { zh: '实施中', en: 'In work', plain: '正在干' },
  onHold: { zh: '挂账', en: 'On hold', plain: '暂时干不了，记着' },
  completed: { zh: '已完成·待验收', en: 'Done, awaiting acceptance', plain: '干完了，等人验收' },
  fedBack: { zh: '已反馈·待销账', en: 'Fed back, awaiting clearing', plain: '验收了，告诉大家了' },
  cleared: { zh: '已销账', en: 'Cleared', plain: '办好了' },
  withdrawn: { zh: '已撤哨', en: 'Withdrawn', plain: '不用部门来了' },
  void: { zh: '作废', en: 'Void', plain: '已取消' },
} satisfies Labels<WhistleState>;

export const whistleTypeLabels = {
  appeal: { zh: '诉求哨', en: 'Appeal' },
  keyTask: { zh: '重点工作哨', en: 'Key task' },
  jointEnforcement: { zh: '综合执法哨', en: 'Joint enforcement' },
  emergency: { zh: '应急哨', en: 'Emergency' },
} satisfies Labels<WhistleType>;

export const sideLabels = { lead: { zh: '主办', en: 'Lead' }, support: { zh: '协办', en: 'Support' } } satisfies Labels<Side>;

export const unitStatusLabels = {
  summoned: { zh: '待应哨', en: 'Not answered' },
  acknowledged: { zh: '已应哨', en: 'Answered' },
  objected: { zh: '异议待裁', en: 'Objected' },
  released: { zh: '异议成立，已退出', en: 'Released' },
  excused: { zh: '经街道免到', en: 'Excused' },
  left: { zh: '已撤', en: 'Left' },
} satisfies Labels<UnitStatus>;

export const arrivalProofLabels = {
  position: { zh: '定位签到', en: 'By position' },
  code: { zh: '到场码', en: 'By code' },
  secretary: { zh: '书记确认', en: 'Confirmed by the secretary' },
} satisfies Labels<(typeof arrivalProofs)[number]>;

export const positionVerdictLabels = {
  inside: { zh: '在场', en: 'On site' },
  likely: { zh: '大概在场', en: 'Probably on site' },
  outside: { zh: '不在场', en: 'Not on site' },
  tooVague: { zh: '定位太粗', en: 'Too vague' },
} satisfies Labels<PositionVerdict>;

export const opinionWayLabels = {
  visit: { zh: '入户', en: 'Visit' },
  meeting: { zh: '院内会', en: 'Meeting' },
  phone: { zh: '电话', en: 'Phone' },
  link: { zh: '链接', en: 'Link' },
  paper: { zh: '纸条上的码', en: 'Code on paper' },
} satisfies Labels<(typeof opinionWays)[number]>;

export const stanceLabels = {
  agree: { zh: '同意', en: 'Agrees' },
  conditional: { zh: '有条件同意', en: 'Agrees if' },
  against: { zh: '不同意', en: 'Against' },
} satisfies Labels<(typeof stances)[number]>;

export const toldWayLabels = {
  visit: { zh: '上门', en: 'Visit' },
  phone: { zh: '电话', en: 'Phone' },
  message: { zh: '短信', en: 'Message' },
  notice: { zh: '公示', en: 'Notice' },
  link: { zh: '链接', en: 'Link' },
} satisfies Labels<(typeof toldWays)[number]>;

export const moneySourceLabels = {
  none: { zh: '不花钱', en: 'No cost' },
  department: { zh: '部门经费', en: 'Department' },
  street: { zh: '街道经费', en: 'Street' },
  community: { zh: '社区经费', en: 'Community' },
  maintenanceFund: { zh: '维修资金', en: 'Maintenance fund' },
  residents: { zh: '居民出资', en: 'Residents' },
  other: { zh: '其他', en: 'Other' },
} satisfies Labels<(typeof moneySources)[number]>;

export const taskProofLabels = {
  photo: { zh: '要照片', en: 'Photo' },
  document: { zh: '要材料', en: 'Document' },
  none: { zh: '说明即可', en: 'Words' },
} satisfies Labels<(typeof taskProofs)[number]>;

export const whistleVoidReasonLabels = {
  testData: { zh: '测试数据', en: 'Test data' },
  blownTwice: { zh: '重复吹哨', en: 'Blown twice' },
  mistaken: { zh: '吹错了', en: 'By mistake' },
} satisfies Labels<(typeof voidReasonsOfWhistle)[number]>;

export const whistleLimitLabels = {
  approval: { zh: '批哨', en: 'Approval' },
  acknowledge: { zh: '应哨', en: 'Answer' },
  ruling: { zh: '裁定异议', en: 'Ruling' },
  reportIn: { zh: '到场', en: 'Arrival' },
  opinions: { zh: '征求意见', en: 'Opinions' },
  plan: { zh: '定方案', en: 'Plan' },
  agree: { zh: '答复方案', en: 'Answer to the plan' },
  confirm: { zh: '确认方案', en: 'Confirming the plan' },
  finish: { zh: '完工', en: 'Completion' },
  task: { zh: '任务', en: 'Task' },
  verify: { zh: '验收', en: 'Acceptance' },
  clear: { zh: '销账', en: 'Clearing' },
  rateUnits: { zh: '评单位', en: 'Rating the units' },
  rate: { zh: '评哨', en: 'Rating the whistle' },
  supervision: { zh: '督办答复', en: 'Supervision' },
  judging: { zh: '审督办答复', en: 'Judging the reply' },
  extension: { zh: '审延期', en: 'Request for more time' },
  hold: { zh: '审挂账', en: 'Request for a hold' },
  void: { zh: '审作废', en: 'Request to void' },
  review: { zh: '挂账复查', en: 'Review of the hold' },
} satisfies Labels<WhistleClockLimit>;

export const whistleHolderLabels = {
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  unit: { zh: '单位', en: 'Unit' },
  lead: { zh: '主办', en: 'Lead' },
  issuer: { zh: '督办人', en: 'Who ordered it' },
} satisfies Labels<WhistleHolder>;

/** Verbs on buttons. */
export const whistleActionLabels = {
  draft: { zh: '起草', en: 'Draft' },
  revise: { zh: '修改', en: 'Change' },
  blow: { zh: '吹哨', en: 'Blow' },
  approveBlow: { zh: '批准吹哨', en: 'Approve' },
  returnBlow: { zh: '退回修改', en: 'Return' },
  acknowledge: { zh: '应哨', en: 'Answer' },
  object: { zh: '提异议', en: 'Object' },
  upholdObjection: { zh: '异议成立', en: 'Uphold' },
  overruleObjection: { zh: '驳回异议', en: 'Overrule' },
  excuseUnit: { zh: '免其到场', en: 'Excuse' },
  summonSupport: { zh: '加叫协办', en: 'Call another support' },
  reportIn: { zh: '报到', en: 'Report in' },
  confirmReportIn: { zh: '确认到场', en: 'Confirm arrival' },
  recordVisit: { zh: '记录联合查看', en: 'Record the visit' },
  listHouseholds: { zh: '列受影响住户', en: 'List households' },
  addOpinion: { zh: '记意见', en: 'Record opinion' },
  closeOpinions: { zh: '意见收齐', en: 'Opinions complete' },
  proposePlan: { zh: '拟方案', en: 'Draft the plan' },
  agreePlan: { zh: '同意方案', en: 'Agree' },
  objectPlan: { zh: '不同意方案', en: 'Disagree' },
  approvePlan: { zh: '确认方案', en: 'Confirm the plan' },
  start: { zh: '开工', en: 'Start work' },
  completeTask: { zh: '报任务完成', en: 'Report a task' },
  leave: { zh: '撤离', en: 'Leave' },
  complete: { zh: '报完工', en: 'Report completion' },
  acceptWork: { zh: '验收合格', en: 'Accept' },
  rejectWork: { zh: '验收不合格', en: 'Reject' },
  tellResult: { zh: '告知住户', en: 'Tell households' },
  feedBack: { zh: '完成反馈', en: 'Close the feedback' },
  rateUnit: { zh: '评单位', en: 'Rate a unit' },
  rateWhistle: { zh: '评这一哨', en: 'Rate the whistle' },
  clear: { zh: '销账', en: 'Clear' },
  withdraw: { zh: '撤哨', en: 'Withdraw' },
  requestExtension: { zh: '申请延期', en: 'Ask for more time' },
  grantExtension: { zh: '同意延期', en: 'Grant' },
  refuseExtension: { zh: '不同意延期', en: 'Refuse' },
  requestHold: { zh: '申请挂账', en: 'Ask for a hold' },
  approveHold: { zh: '同意挂账', en: 'Approve the hold' },
  refuseHold: { zh: '不同意挂账', en: 'Refuse the hold' },
  resume: { zh: '恢复办理', en: 'Resume' },
  supervise: { zh: '督办', en: 'Supervise' },
  receiveSupervision: { zh: '签收督办', en: 'Sign for supervision' },
  replySupervision: { zh: '答复督办', en: 'Answer supervision' },
  closeSupervision: { zh: '督办办结', en: 'Settle supervision' },
  returnSupervision: { zh: '退回答复', en: 'Give reply back' },
  requestVoid: { zh: '申请作废', en: 'Ask to void' },
  approveVoid: { zh: '同意作废', en: 'Void' },
  refuseVoid: { zh: '不同意作废', en: 'Keep' },
  addNote: { zh: '补充说明', en: 'Add a note' },
} satisfies Labels<SentAction>;

/** Lines of the history. */
export const whistleEventLabels = {
  WhistleDrafted: { zh: '起草', en: 'Drafted' },
  WhistleRevised: { zh: '修改草稿', en: 'Draft changed' },
  BlowRequested: { zh: '报街道批准', en: 'Street asked' },
  WhistleReturned: { zh: '街道退回', en: 'Returned by the street' },
  WhistleBlown: { zh: '吹哨', en: 'Blown' },
  UnitAcknowledged: { zh: '应哨', en: 'Answered' },
  WhistleAcknowledged: { zh: '各家都已应哨', en: 'All units answered' },
  UnitObjected: { zh: '提出异议', en: 'Objection' },
  UnitObjectionUpheld: { zh: '异议成立', en: 'Objection upheld' },
  UnitObjectionOverruled: { zh: '异议驳回', en: 'Objection overruled' },
  UnitExcused: { zh: '免其到场', en: 'Excused' },
  UnitSummoned: { zh: '加叫单位', en: 'Unit called' },
  UnitReportedIn: { zh: '到场报到', en: 'Reported in' },
  WhistleOnSite: { zh: '各家都已到场', en: 'All units on site' },
  SiteVisitRecorded: { zh: '联合现场查看', en: 'Joint visit' },
  HouseholdsListed: { zh: '列出受影响住户', en: 'Households listed' },
  OpinionRecorded: { zh: '听取意见', en: 'Opinion heard' },
  OpinionsCollected: { zh: '意见收齐', en: 'Opinions complete' },
  PlanProposed: { zh: '提出方案', en: 'Plan drafted' },
  PlanAnswered: { zh: '答复方案', en: 'Plan answered' },
  PlanApproved: { zh: '方案确认', en: 'Plan confirmed' },
  WorkStarted: { zh: '开工', en: 'Work started' },
  TaskCompleted: { zh: '任务完成', en: 'Task reported' },
  UnitLeft: { zh: '单位撤离', en: 'Unit left' },
  WorkCompleted: { zh: '报完工', en: 'Work completed' },
  WorkAccepted: { zh: '验收合格', en: 'Accepted' },
  AcceptanceFailed: { zh: '验收不合格，返工', en: 'Not accepted' },
  ResultTold: { zh: '告知住户', en: 'Households told' },
  ResultFedBack: { zh: '反馈完成', en: 'Fed back' },
  HouseholdAnswered: { zh: '住户答复', en: 'Household answered' },
  UnitRated: { zh: '社区评单位', en: 'Unit rated' },
  WhistleRated: { zh: '单位评哨', en: 'Whistle rated' },
  WhistleCleared: { zh: '销账', en: 'Cleared' },
  WhistleWithdrawn: { zh: '撤哨', en: 'Withdrawn' },
  WhistleExtensionRequested: { zh: '申请延期', en: 'More time asked' },
  WhistleExtensionGranted: { zh: '同意延期', en: 'More time granted' },
  WhistleExtensionRefused: { zh: '不同意延期', en: 'More time refused' },
  WhistleHoldRequested: { zh: '申请挂账', en: 'Hold asked' },
  WhistleHoldRefused: { zh: '不同意挂账', en: 'Hold refused' },
  WhistleHeld: { zh: '挂账', en: 'On hold' },
  WhistleResumed: { zh: '恢复办理', en: 'Resumed' },
  WhistleSupervised: { zh: '督办', en: 'Supervised' },
  SupervisionReceived: { zh: '督办签收', en: 'Supervision received' },
  SupervisionReplied: { zh: '督办答复', en: 'Supervision answered' },
  SupervisionClosed: { zh: '督办办结', en: 'Supervision settled' },
  SupervisionReturned: { zh: '督办答复退回', en: 'Reply given back' },
  WhistleVoidRequested: { zh: '申请作废', en: 'Voiding asked' },
  WhistleVoidRefused: { zh: '不同意作废', en: 'Voiding refused' },
  WhistleVoided: { zh: '作废', en: 'Voided' },
  WhistleEscalated: { zh: '超时上报', en: 'Escalated' },
  WhistleNoteAdded: { zh: '补充说明', en: 'Note' },
  WhistleDuesRecomputed: { zh: '日历更新，时限重算', en: 'Due times recomputed' },
} satisfies Labels<WhistleEventType>;
