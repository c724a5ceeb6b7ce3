import type { Labels } from '../kernel/label.ts';
import type { ClockLimit } from './case-clock.ts';
import type { CaseStep, HolderKind } from './case-holder.ts';
import type {
  CaseKind,
  CaseSource,
  CaseState,
  contactOutcomes,
  contactWays,
  declineReasons,
  divertExits,
  Placement,
  reopenGrounds,
  Solved,
  supervisionLevels,
  supervisionStates,
  Urgency,
  voidReasons,
} from './cases-schema.ts';
import type { DueMove } from './recomputed-dues.ts';
import type { CaseLimit } from './running-limits.ts';

/** Words of the status pills. */
export const caseStateLabels = {
  reported: { zh: '待受理', en: 'Awaiting acceptance', plain: '已收到，等人看' },
  verifying: { zh: '核实中', en: 'Being verified', plain: '网格员去现场看' },
  declined: { zh: '不予受理', en: 'Declined', plain: '这件事办不了' },
  diverted: { zh: '已告知其他渠道', en: 'Directed elsewhere', plain: '请找别的部门' },
  registered: { zh: '待派遣', en: 'Awaiting dispatch', plain: '已立案，正在找单位' },
  dispatched: { zh: '待签收', en: 'Awaiting signature', plain: '已派出，等单位接单' },
  objected: { zh: '派单异议', en: 'Dispatch disputed', plain: '正在定由谁来办' },
  inProgress: { zh: '办理中', en: 'In progress', plain: '正在办' },
  onHold: { zh: '挂账', en: 'On hold', plain: '暂时办不了，记着' },
  feedback: { zh: '待核查', en: 'Awaiting inspection', plain: '办好了，等人去看' },
  closed: { zh: '已结案', en: 'Closed', plain: '办完了' },
  reviewed: { zh: '已评价', en: 'Reviewed', plain: '您已评价' },
  void: { zh: '作废', en: 'Void', plain: '已取消' },
} satisfies Labels<CaseState>;

export const caseKindLabels = {
  inquiry: { zh: '咨询', en: 'Inquiry', plain: '问一问' },
  help: { zh: '求助', en: 'Help', plain: '要帮忙' },
  complaint: { zh: '投诉', en: 'Complaint', plain: '有意见' },
  report: { zh: '举报', en: 'Report', plain: '有人违规' },
  suggestion: { zh: '建议', en: 'Suggestion', plain: '出主意' },
  wish: { zh: '心愿', en: 'Wish', plain: '小心愿' },
} satisfies Labels<CaseKind>;

export const caseSourceLabels = {
  resident: { zh: '居民', en: 'Resident' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  buildingHead: { zh: '楼栋长', en: 'Building head' },
  estateGroupLeader: { zh: '小区组长', en: 'Estate group leader' },
  patrol: { zh: '巡逻', en: 'Patrol' },
  council: { zh: '议事会', en: 'Council' },
  visit: { zh: '走访', en: 'Visit' },
  hotline: { zh: '热线', en: 'Hotline' },
  import: { zh: '导入', en: 'Import' },
} satisfies Labels<CaseSource>;

export const urgencyLabels = {
  emergency: { zh: '突发', en: 'Emergency', plain: '很危险' },
  urgent: { zh: '紧急', en: 'Urgent', plain: '急' },
  normal: { zh: '一般', en: 'Normal', plain: '不急' },
  complex: { zh: '复杂', en: 'Complex', plain: '要多花些时间' },
  inquiry: { zh: '咨询', en: 'Inquiry', plain: '问一问' },
} satisfies Labels<Urgency>;

export const placementLabels = {
  inside: { zh: '网格内', en: 'Inside one unit' },
  several: { zh: '多网格交界', en: 'On a border' },
  nearest: { zh: '按最近网格', en: 'Nearest unit taken' },
  outside: { zh: '辖区外', en: 'Outside the district' },
  unplaced: { zh: '未定位', en: 'Not placed' },
} satisfies Labels<Placement>;

export const solvedLabels = {
  yes: { zh: '解决了', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved', plain: '办了一些' },
  no: { zh: '没解决', en: 'Not solved' },
} satisfies Labels<Solved>;

/** Five levels; 3 and above count as satisfied. */
export const ratingLabels = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied', plain: '还可以' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} satisfies Labels<'1' | '2' | '3' | '4' | '5'>;

export const contactWayLabels = {
  phone: { zh: '电话', en: 'Phone' },
  visit: { zh: '上门', en: 'Visit' },
  message: { zh: '短信或微信', en: 'Message' },
  meeting: { zh: '约见', en: 'Meeting' },
} satisfies Labels<(typeof contactWays)[number]>;

export const contactOutcomeLabels = {
  reached: { zh: '已联系上', en: 'Reached' },
  notReached: { zh: '未联系上', en: 'Not reached' },
  appointment: { zh: '已约时间', en: 'Appointment made' },
  noContactWanted: { zh: '不愿联系', en: 'No contact wanted' },
} satisfies Labels<(typeof contactOutcomes)[number]>;

export const declineReasonLabels = {
  notWithinScope: { zh: '不属受理范围', en: 'Not within scope' },
  notFound: { zh: '查无此事', en: 'Nothing found' },
  alreadySettled: { zh: '已办结，无新情况', en: 'Already settled, nothing new' },
  inCourt: { zh: '已进入诉讼或仲裁', en: 'Before a court or arbitrator' },
  abusive: { zh: '侮辱或恶意', en: 'Abusive' },
  incomplete: { zh: '内容不全，无法办理', en: 'Too incomplete to handle' },
} satisfies Labels<(typeof declineReasons)[number]>;

export const divertExitLabels = {
  emergencyLine: { zh: '110、119、120 等紧急电话', en: 'Emergency line' },
  courtOrArbitration: { zh: '诉讼、仲裁', en: 'Court or arbitration' },
  petitionOffice: { zh: '信访', en: 'Petition office' },
  administrativeReview: { zh: '行政复议', en: 'Administrative review' },
  disciplineInspection: { zh: '纪检监察', en: 'Discipline inspection' },
  serviceProvider: { zh: '市场服务单位', en: 'Commercial service provider' },
} satisfies Labels<(typeof divertExits)[number]>;

export const voidReasonLabels = {
  testData: { zh: '测试数据', en: 'Test data' },
  falseReport: { zh: '虚假上报', en: 'False report' },
  withdrawn: { zh: '诉求人撤回', en: 'Withdrawn by the applicant' },
} satisfies Labels<(typeof voidReasons)[number]>;

export const reopenGroundLabels = {
  notSolved: { zh: '回访未解决', en: 'Not solved at callback' },
  complaintVerified: { zh: '不满意，情况属实', en: 'Dissatisfied, complaint verified' },
} satisfies Labels<(typeof reopenGrounds)[number]>;

export const supervisionLevelLabels = {
  normal: { zh: '一般督办', en: 'Supervised' },
  urgent: { zh: '紧急督办', en: 'Urgently supervised' },
  final: { zh: '最后督办', en: 'Final supervision' },
} satisfies Labels<(typeof supervisionLevels)[number]>;

export const supervisionStateLabels = {
  issued: { zh: '待签收', en: 'To be received' },
  received: { zh: '待答复', en: 'To be answered' },
  replied: { zh: '已答复，待审看', en: 'Answered, to be judged' },
  closed: { zh: '已办结', en: 'Settled' },
} satisfies Labels<(typeof supervisionStates)[number]>;

export const clockLimitLabels = {
  accept: { zh: '受理时限', en: 'Acceptance due' },
  sign: { zh: '签收时限', en: 'Signature due' },
  contact: { zh: '首次联系时限', en: 'First contact due' },
  finish: { zh: '办理时限', en: 'Finish due', plain: '最晚办完' },
  inspection: { zh: '核查时限', en: 'Inspection due' },
  callback: { zh: '回访时限', en: 'Callback due' },
} satisfies Labels<ClockLimit>;

/** Every limit that marks of a case tell of. */
export const caseLimitLabels = {
  ...clockLimitLabels,
  supervision: { zh: '督办答复', en: 'Supervision' },
  judging: { zh: '审督办答复', en: 'Judging the reply' },
  extension: { zh: '审延期', en: 'Request for an extension' },
  hold: { zh: '审挂账', en: 'Request for a hold' },
  void: { zh: '审作废', en: 'Request to void' },
  review: { zh: '挂账复查', en: 'Review of the hold' },
} satisfies Labels<CaseLimit>;

/** The due times of a case by name. */
export const caseDueLabels = {
  acceptDue: clockLimitLabels.accept,
  signDue: clockLimitLabels.sign,
  contactDue: clockLimitLabels.contact,
  finishDue: clockLimitLabels.finish,
  inspectionDue: clockLimitLabels.inspection,
  callbackDue: clockLimitLabels.callback,
  objectionDue: { zh: '异议时限', en: 'Objection due' },
  extensionDue: caseLimitLabels.extension,
  holdDue: caseLimitLabels.hold,
  voidDue: caseLimitLabels.void,
  judgingDue: caseLimitLabels.judging,
} satisfies Labels<DueMove['due']>;

export const holderLabels = {
  dispatcher: { zh: '社区值班调度', en: 'Duty dispatcher', plain: '社区值班' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  leadUnit: { zh: '主办单位', en: 'Lead unit', plain: '办事单位' },
  streetOperator: { zh: '街道', en: 'Street office' },
  reviewer: { zh: '挂账，待复查', en: 'On hold, to be reviewed', plain: '先记着，到日子再看' },
  inspector: { zh: '核查员', en: 'Inspector', plain: '去现场看的人' },
  callbackOfficer: { zh: '回访员', en: 'Callback officer', plain: '打电话问您的人' },
  nobody: { zh: '已完成', en: 'Nobody, it is finished' },
} satisfies Labels<HolderKind>;

export const caseStepLabels = {
  accept: { zh: '受理', en: 'Accept', plain: '看是什么事' },
  verify: { zh: '现场核实', en: 'Verify on site', plain: '去现场看' },
  dispatch: { zh: '派遣', en: 'Dispatch', plain: '找单位办' },
  sign: { zh: '签收', en: 'Sign', plain: '单位接单' },
  rule: { zh: '裁定异议', en: 'Rule on the objection', plain: '定由谁来办' },
  contact: { zh: '联系诉求人', en: 'Contact the applicant', plain: '给您打电话' },
  support: { zh: '协办结果', en: 'Support results', plain: '等帮忙的单位' },
  finish: { zh: '办结', en: 'Finish', plain: '去办' },
  review: { zh: '复查', en: 'Review', plain: '到日子再看' },
  inspect: { zh: '核查', en: 'Inspect', plain: '去看办好没有' },
  callback: { zh: '回访', en: 'Call back', plain: '请您评价' },
} satisfies Labels<CaseStep>;

/** Flags that stand beside the state. */
export const caseFlagLabels = {
  supervised: { zh: '督办', en: 'Supervised' },
  rework: { zh: '返工 {count}', en: 'Rework {count}' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  livelihood: { zh: '民生', en: 'Livelihood' },
  provisional: { zh: '暂定时限', en: 'Provisional due time' },
  reopened: { zh: '重办 {count}', en: 'Reopened {count}' },
} satisfies Labels<'supervised' | 'rework' | 'duplicate' | 'livelihood' | 'provisional' | 'reopened'>;
