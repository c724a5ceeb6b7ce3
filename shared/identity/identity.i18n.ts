import type { Labels } from '../kernel/label.ts';
import type { Role, UnitLevel } from './identity-schema.ts';

/** Titles of the posts; a district may show its own titles (片长, 组长, 邻长) from its settings. */
export const roleLabels = {
  resident: { zh: '居民', en: 'Resident' },
  buildingHead: { zh: '楼栋长', en: 'Building head' },
  estateGroupLeader: { zh: '小区组长', en: 'Estate group leader' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  secretary: { zh: '书记', en: 'Secretary' },
  dispatcher: { zh: '值班调度', en: 'Duty dispatcher' },
  streetOperator: { zh: '街道专员', en: 'Street operator' },
  departmentHandler: { zh: '部门经办', en: 'Department handler' },
  departmentLead: { zh: '部门负责人', en: 'Department lead' },
  inspector: { zh: '核查员', en: 'Inspector' },
  callbackOfficer: { zh: '回访员', en: 'Callback officer' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
  system: { zh: '系统', en: 'System' },
} satisfies Labels<Role>;

export const unitLevelLabels = {
  district: { zh: '区', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  estate: { zh: '小区', en: 'Estate' },
  building: { zh: '楼栋', en: 'Building' },
  household: { zh: '住户', en: 'Household' },
} satisfies Labels<UnitLevel>;

/** Errors of the identity inputs. */
export const identityErrorLabels = {
  required: { zh: '请填写', en: 'Fill this in' },
  tooLong: { zh: '太长了', en: 'Too long' },
  phoneInvalid: { zh: '电话号码不对', en: 'Not a phone number' },
  codeInvalid: { zh: '验证码是 6 位数字', en: 'The code has six digits' },
  usernameInvalid: { zh: '用户名用字母、数字和 . _ -', en: 'Use letters, digits and . _ -' },
  passwordTooShort: { zh: '密码至少 10 个字', en: 'At least 10 characters' },
  unitMissing: { zh: '这个职务要选辖区', en: 'This post needs a unit' },
  departmentMissing: { zh: '这个职务要选部门', en: 'This post needs a department' },
  periodInvalid: { zh: '止期应在起期之后', en: 'The end must be after the beginning' },
} satisfies Labels<IdentityError>;

export type IdentityError =
  | 'required'
  | 'tooLong'
  | 'phoneInvalid'
  | 'codeInvalid'
  | 'usernameInvalid'
  | 'passwordTooShort'
  | 'unitMissing'
  | 'departmentMissing'
  | 'periodInvalid';
