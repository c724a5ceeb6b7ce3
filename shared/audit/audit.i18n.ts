import type { Label, Labels } from '../kernel/label.ts';
import type { AuditOutcome } from './audit-schema.ts';

export const auditOutcomeLabels: Labels<AuditOutcome> = {
  revealed: { zh: '看了个人信息', en: 'Saw personal data' },
  refused: { zh: '被拒绝', en: 'Was refused' },
  done: { zh: '已办', en: 'Carried out' },
  failed: { zh: '没办成', en: 'Failed' },
};

/** What was done, by the action's name in the trail. */
const actionLabels: Readonly<Record<string, Label>> = {
  'cases.revealContact': { zh: '查看诉求人的姓名电话', en: 'Look at the applicant’s name and phone' },
  'cases.searchPhone': { zh: '按电话号码查找案件', en: 'Search cases by phone number' },
  'categories.reviseCategory': { zh: '发布类别新版本', en: 'Publish a version of a category' },
  'categories.retireCategory': { zh: '停用类别', en: 'Retire a category' },
  'files.original': { zh: '查看照片原件', en: 'Look at the original of a photo' },
  'audit.searchPhone': { zh: '按电话号码查审计记录', en: 'Search the audit trail by phone number' },
  'identity.signIn': { zh: '登录', en: 'Sign in' },
  'identity.signInWithCode': { zh: '用验证码登录', en: 'Sign in with a code' },
  'identity.changePassword': { zh: '改自己的密码', en: 'Change one’s password' },
  'identity.createStaff': { zh: '新建账号', en: 'Create an account' },
  'identity.updateStaff': { zh: '修改账号', en: 'Change an account' },
  'identity.resetPassword': { zh: '重设初始密码', en: 'Set a new first password' },
  'territory.createUnit': { zh: '新建辖区', en: 'Create a unit' },
  'territory.renameUnit': { zh: '辖区改名', en: 'Rename a unit' },
  'territory.redrawBoundary': { zh: '改画边界', en: 'Redraw a boundary' },
  'territory.closeUnit': { zh: '撤销辖区', en: 'Close a unit' },
  'territory.appoint': { zh: '任职', en: 'Appoint' },
  'territory.endAppointment': { zh: '离任', en: 'End a post' },
  'territory.replaceHolder': { zh: '换人', en: 'Replace a holder' },
  'notifications.retry': { zh: '重发没送到的消息', en: 'Send undelivered messages again' },
  'notifications.discard': { zh: '丢弃没送到的消息', en: 'Discard undelivered messages' },
  'dispatch.addDuty': { zh: '社区职责清单加一条', en: 'Add to the community duty list' },
  'dispatch.endDuty': { zh: '停用社区职责清单一条', en: 'End an item of the community duty list' },
  'dispatch.importDuties': { zh: '导入社区职责清单', en: 'Import into the community duty list' },
  'settings.whistle': { zh: '改吹哨规则', en: 'Change the rules of whistles' },
  'settings.case': { zh: '改案件规则', en: 'Change the rules of cases' },
  'calendar.import': { zh: '更新工作日历', en: 'Update the calendar' },
  'interchange.importCases': { zh: '导入案件', en: 'Import cases' },
};

/** The words of an action; its own name when it has none, so that no line stays unseen. */
export function auditActionLabel(action: string): Label {
  return actionLabels[action] ?? { zh: action, en: action };
}
