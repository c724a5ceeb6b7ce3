import type { Limit } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { Actor, Post, Role } from '../identity/identity-schema.ts';
import { roles } from '../identity/identity-schema.ts';
import { caseId, departmentId, fileId, requestId, unitId, userId } from '../kernel/ids.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.ts';
import { type CaseContext, noCaseFacts } from './case-context.ts';
import { defaultCaseSettings } from './case-settings.ts';
import type { CaseAction, CaseCommand } from './cases-actions.ts';
import type { Placed } from './cases-events.ts';
import type { CaseCategory, CaseSnapshot, CaseSource } from './cases-schema.ts';

/** Sample people, places and commands for tests: one community `/1/4/17/`, one case in its grid 3. */
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const CASE = caseId.parse(uuid(1));
export const OTHER_CASE = caseId.parse(uuid(2));
export const PHOTO = fileId.parse(uuid(11));
export const REQUEST = requestId.parse(uuid(12));
export const TEAM = departmentId.parse(uuid(21));
export const LEAD = departmentId.parse(uuid(22));
export const SUPPORT = departmentId.parse(uuid(23));
export const GRID = unitId.parse(uuid(31));
export const COMMUNITY = unitId.parse(uuid(32));
export const personId = (n: number) => userId.parse(uuid(100 + n));

/** 2026-11-17 09:00 in Shanghai. */
export const T0: Instant = 1_794_877_200_000;

export const placedInGrid: Placed = {
  placement: 'inside',
  unitId: GRID,
  unitPath: '/1/4/17/3/',
  scopePath: '/1/4/17/3/',
  gridId: GRID,
  communityId: COMMUNITY,
};

export const streetLamp: CaseCategory = {
  scheme: 'cj213',
  code: '01-017',
  name: { zh: '路灯', en: 'Street lamp' },
  nature: 'component',
  defaultKind: 'help',
  defaultUrgency: 'normal',
  limits: {},
  leadDepartmentId: LEAD,
  photoRequired: { report: true, feedback: true, inspection: true },
  selfHandling: true,
  communityDuty: true,
  dutyCode: '04',
  physical: true,
};

const unitMs: Record<Limit['unit'], number> = { minutes: MINUTE, hours: HOUR, workingHours: HOUR, workingDays: DAY, naturalDays: DAY };

/** A calendar without nights and weekends: what is tested here is which limit is asked for, not how it is counted. */
export const plainDue: DueOf = (limit, from, { holds = [], extension = null } = {}) => {
  const held = holds.reduce((sum, hold) => sum + Math.max(0, hold.to - Math.max(from, hold.from)), 0);
  const ms = [limit, extension].reduce((sum, part) => sum + (part === null ? 0 : part.amount * unitMs[part.unit]), 0);
  return { at: from + ms + held, provisional: false, calendarVersion: 1 };
};

export function sampleContext(over: Partial<CaseContext> = {}): CaseContext {
  return {
    ...noCaseFacts,
    now: T0,
    category: streetLamp,
    due: plainDue,
    settings: defaultCaseSettings,
    placed: placedInGrid,
    caseNo: '2611-0001',
    distanceM: 20,
    targets: [
      { departmentId: TEAM, kind: 'communityTeam', unitPath: '/1/4/17/' },
      { departmentId: LEAD, kind: 'department', unitPath: '/1/' },
      { departmentId: SUPPORT, kind: 'department', unitPath: '/1/' },
    ],
    dutyCodes: ['04'],
    ...over,
  };
}

const paths: Record<Role, string | null> = {
  resident: null,
  buildingHead: '/1/4/17/3/',
  estateGroupLeader: '/1/4/17/3/',
  gridWorker: '/1/4/17/3/',
  secretary: '/1/4/17/',
  dispatcher: '/1/4/17/',
  streetOperator: '/1/4/',
  departmentHandler: null,
  departmentLead: null,
  inspector: '/1/4/17/',
  callbackOfficer: '/1/4/17/',
  auditor: '/1/',
  administrator: '/1/',
  system: null,
};

export function samplePost(role: Role, over: Partial<Post> = {}): Post {
  return { appointmentId: null, role, unitId: null, unitPath: paths[role], unitLevel: null, departmentId: null, deputy: false, ...over };
}

/** One person with this role, placed so that the sample case lies in scope; department people serve every sample unit. */
export function sampleActor(role: Role, n = 0): Actor {
  const departments = role === 'departmentHandler' || role === 'departmentLead' ? [TEAM, LEAD, SUPPORT] : [null];
  const id = personId(roles.indexOf(role) + n * roles.length);
  return { userId: id, name: role, posts: departments.map((department) => samplePost(role, { departmentId: department })) };
}

/** The applicant of the sample case. */
export const applicant = sampleActor('resident');

const sourceOf: Partial<Record<Role, CaseSource>> = {
  resident: 'resident',
  gridWorker: 'gridWorker',
  buildingHead: 'buildingHead',
  estateGroupLeader: 'estateGroupLeader',
  inspector: 'patrol',
  departmentHandler: 'patrol',
  secretary: 'council',
  administrator: 'import',
};

type SampleInput = { role: Role; snapshot: CaseSnapshot | null; now?: Instant };

/** A command with good evidence for every action. */
export function sampleCommand(action: CaseAction, { role, snapshot, now = T0 }: SampleInput): CaseCommand {
  const base = { caseId: CASE, requestId: REQUEST, expectedVersion: snapshot?.version ?? 0 };
  const photoIds = [PHOTO];
  switch (action) {
    case 'submit':
      return {
        action,
        input: {
          caseId: CASE,
          requestId: REQUEST,
          kind: 'help',
          categoryScheme: 'cj213',
          categoryCode: '01-017',
          title: '',
          text: '3 栋和 6 栋中间的灯全黑了。老人晚上不敢走',
          point: { lng: 111.6, lat: 26.2, accuracyM: 8, source: 'gnss' },
          address: '',
          unitId: null,
          photoIds,
          capturedAt: null,
          source: sourceOf[role] ?? 'hotline',
          onBehalfOf: null,
          livelihood: false,
        },
      };
    case 'requestVerification':
    case 'refuseVoid':
      return { action, input: { ...base, note: '' } };
    case 'answerVerification':
      return { action, input: { ...base, isTrue: true, note: '灯确实不亮', photoIds } };
    case 'register':
      return {
        action,
        input: {
          ...base,
          kind: 'help',
          urgency: 'normal',
          categoryScheme: 'cj213',
          categoryCode: '01-017',
          point: null,
          address: null,
          unitId: null,
          duplicateOfId: null,
          notDuplicate: false,
        },
      };
    case 'decline':
      return { action, input: { ...base, reason: 'notFound', note: '' } };
    case 'divert':
      return { action, input: { ...base, exit: 'petitionOffice', note: '' } };
    case 'selfHandle':
      return { action, input: { ...base, result: '换了灯泡', beforePhotoIds: photoIds, afterPhotoIds: photoIds } };
    case 'dispatch':
      return role === 'dispatcher'
        ? { action, input: { ...base, leadUnitId: TEAM, supportUnitIds: [], note: '' } }
        : { action, input: { ...base, leadUnitId: LEAD, supportUnitIds: [SUPPORT], note: '' } };
    case 'sign':
    case 'grantExtension':
    case 'approveHold':
    case 'resume':
    case 'markUnreachable':
    case 'approveVoid':
    case 'acknowledgeSupervision':
      return { action, input: base };
    case 'object':
      return { action, input: { ...base, reason: '不属本单位', legalBasis: '职责清单第 3 条' } };
    case 'upholdObjection':
    case 'overruleObjection':
      return { action, input: { ...base, ruling: '按职责清单' } };
    case 'contact':
      return { action, input: { ...base, way: 'phone', outcome: 'reached', note: '', contactAt: now } };
    case 'requestExtension':
      return { action, input: { ...base, reason: '等配件', limit: { amount: 3, unit: 'workingDays' } } };
    case 'refuseExtension':
    case 'refuseHold':
    case 'returnSupervision':
      return { action, input: { ...base, reason: '理由不足' } };
    case 'requestHold':
      return { action, input: { ...base, obstacle: '雨季不能开挖', nextReviewAt: now + 10 * DAY } };
    case 'recordSupportResult':
      return { action, input: { ...base, unitId: SUPPORT, done: true, text: '已断电配合' } };
    case 'submitFeedback':
      return { action, input: { ...base, result: '已更换 4 盏', photoIds, costFen: 48_000 } };
    case 'inspectPass':
      return { action, input: { ...base, note: '', photoIds, documentIds: [], position: null } };
    case 'inspectFail':
      return { action, input: { ...base, reason: '还有一盏不亮', photoIds, documentIds: [], position: null } };
    case 'tryCallback':
      return { action, input: { ...base, way: 'phone' } };
    case 'recordCallback':
      return { action, input: { ...base, solved: 'yes', rating: 5, note: '' } };
    case 'reopen':
      return { action, input: { ...base, ground: 'notSolved', reason: '仍不亮' } };
    case 'requestVoid':
      return { action, input: { ...base, reason: 'testData', note: '演练' } };
    case 'supervise':
      return { action, input: { ...base, level: 'urgent', until: now + DAY, recipient: '市政维护中心', note: '' } };
    case 'replySupervision':
      return { action, input: { ...base, text: '今天下午换完', photoIds } };
    case 'closeSupervision':
      return { action, input: { ...base, note: '' } };
    case 'addNote':
      return { action, input: { ...base, note: '昨晚又黑了', photoIds: [] } };
  }
}
