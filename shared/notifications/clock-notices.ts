import type { CaseAction } from '../cases/cases-actions.ts';
import type { CaseSnapshot } from '../cases/cases-schema.ts';
import type { CaseLimit } from '../cases/running-limits.ts';
import type { LimitMark } from '../clocks/clocks-schema.ts';
import { type WhistleClockLimit, whistleClockLimits } from '../dispatch/limit-over.ts';
import type { WhistleAction } from '../dispatch/whistle-actions.ts';
import type { NoticeTopic } from './notices.i18n.ts';
import type { Loudness, NoticeKind } from './notifications-schema.ts';

/** Who hears of a mark: whoever owes the step, the leads of the unit, the street above, the administrators of the district. */
export type MarkAudience = 'holder' | 'unitLeads' | 'street' | 'district';
type MarkRule = { to: readonly MarkAudience[]; kind: NoticeKind; topic: NoticeTopic; loud: Loudness; loudInEmergency: Loudness };

/** Mark of a running limit → who is told, how loud. Each mark fires once, and each person hears of it once. */
export const markNotices: Readonly<Record<LimitMark, MarkRule>> = {
  remind50: { to: ['holder'], kind: 'reminder', topic: 'halfUsed', loud: 'quiet', loudInEmergency: 'emergency' },
  remind80: { to: ['holder'], kind: 'reminder', topic: 'nearlyDue', loud: 'normal', loudInEmergency: 'emergency' },
  due100: { to: ['holder', 'unitLeads'], kind: 'reminder', topic: 'overdue', loud: 'urgent', loudInEmergency: 'emergency' },
  escalateStreet: { to: ['street', 'unitLeads'], kind: 'escalation', topic: 'raised', loud: 'urgent', loudInEmergency: 'emergency' },
  escalateDistrict: { to: ['district', 'unitLeads'], kind: 'escalation', topic: 'raised', loud: 'urgent', loudInEmergency: 'emergency' },
};

/** The act that ends a limit of a case, by the limit's key. */
const caseActs: Readonly<Record<CaseLimit, CaseAction>> = {
  accept: 'register',
  sign: 'sign',
  contact: 'contact',
  finish: 'submitFeedback',
  inspection: 'inspectPass',
  callback: 'recordCallback',
  supervision: 'replySupervision',
  judging: 'closeSupervision',
  extension: 'grantExtension',
  hold: 'approveHold',
  void: 'approveVoid',
  review: 'resume',
};

/** The act that a reminder of a case's limit opens; null for a key of no limit. */
export function caseActOfLimit(key: string, { supervision }: Pick<CaseSnapshot, 'supervision'>): CaseAction | null {
  if (key === 'supervision' && supervision?.state === 'issued') return 'acknowledgeSupervision';
  return Object.entries(caseActs).find(([limit]) => limit === key)?.[1] ?? null;
}

/** The same for a whistle, the furthest step first; a unit's own limits carry its id behind a colon. */
const whistleActs: Readonly<Record<WhistleClockLimit, WhistleAction | readonly WhistleAction[]>> = {
  approval: 'approveBlow',
  acknowledge: 'acknowledge',
  ruling: 'overruleObjection',
  reportIn: 'reportIn',
  opinions: ['closeOpinions', 'recordVisit', 'addOpinion', 'listHouseholds'],
  plan: 'proposePlan',
  agree: 'agreePlan',
  confirm: ['approvePlan', 'recordVisit', 'addOpinion', 'listHouseholds'],
  finish: ['start', 'complete', 'completeTask'],
  task: 'completeTask',
  verify: ['feedBack', 'acceptWork', 'tellResult'],
  clear: 'clear',
  rateUnits: 'rateUnit',
  rate: 'rateWhistle',
  supervision: ['receiveSupervision', 'replySupervision'],
  judging: 'closeSupervision',
  extension: 'grantExtension',
  hold: ['approveHold', 'refuseHold'],
  void: 'approveVoid',
  review: 'resume',
};

/** The acts that a reminder of this limit may open: the first that its reader may take now. None for a key of no limit. */
export function whistleActsOfLimit(key: string): readonly WhistleAction[] {
  const limit = whistleClockLimits.find((each) => each === limitName(key));
  return limit === undefined ? [] : [whistleActs[limit]].flat();
}

/** `acknowledge:<departmentId>` → `acknowledge` */
export function limitName(key: string): string {
  return key.split(':')[0] ?? key;
}
