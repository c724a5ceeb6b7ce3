import { LEAD, personId, placedInGrid, plainDue, SUPPORT, samplePost, T0, TEAM } from '../cases/case-samples.ts';
import { type Actor, type Role, roles } from '../identity/identity-schema.ts';
import { type DepartmentId, departmentId, fileId, requestId, whistleId } from '../kernel/ids.ts';
import { DAY, HOUR, type Instant } from '../kernel/time.ts';
import type { WhistleAction, WhistleCommand } from './whistle-actions.ts';
import { defaultWhistleSettings, noWhistleFacts, type WhistleContext } from './whistle-context.ts';
import { activeUnits, openTasks } from './whistle-requirements.ts';
import type { PlanTask, SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';

/** Sample people, units and commands for tests: 28号院, led by 房管所, supported by 城市管理办公室. */
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const WHISTLE = whistleId.parse(uuid(1001));
export const BEFORE = fileId.parse(uuid(1011));
export const AFTER = fileId.parse(uuid(1012));
const SIGNATURE = fileId.parse(uuid(1013));
const REQUEST = requestId.parse(uuid(1014));
/** 房管所 */
export const HOUSING = LEAD;
/** 城市管理办公室 */
export const URBAN = SUPPORT;
/** A third unit, called later or in place of another. */
export const WATER = departmentId.parse(uuid(1021));
export const doors = [1, 2, 3].map((n) => ({ id: uuid(1030 + n), label: `28号院 ${n} 号` }));
const [door] = doors;
export const taskIds = { housing: uuid(1041), urban: uuid(1042), community: uuid(1043) } as const;
export const dutyCode = '3-07';

/** Roles, with the people of the two units apart. */
export const whistleHats = [
  ...roles.filter((role) => role !== 'departmentHandler' && role !== 'departmentLead'),
  ...(['leadHandler', 'leadHead', 'supportHandler', 'supportHead'] as const),
] as const;
export type WhistleHat = (typeof whistleHats)[number];

const unitPeople: Partial<Record<WhistleHat, { role: Role; unit: DepartmentId }>> = {
  leadHandler: { role: 'departmentHandler', unit: HOUSING },
  leadHead: { role: 'departmentLead', unit: HOUSING },
  supportHandler: { role: 'departmentHandler', unit: URBAN },
  supportHead: { role: 'departmentLead', unit: URBAN },
};

/** The unit of a hat; null for everybody outside the two units. */
export function unitOfHat(hat: WhistleHat): DepartmentId | null {
  return unitPeople[hat]?.unit ?? null;
}

/** One person with this hat; further ones with another `n`. */
export function whistleActor(hat: WhistleHat, n = 0): Actor {
  const userId = personId(1000 + whistleHats.indexOf(hat) + n * whistleHats.length);
  const post = unitPeople[hat] ?? { role: roles.find((role) => role === hat) ?? 'resident', unit: null };
  return { userId, name: hat, posts: [samplePost(post.role, { departmentId: post.unit })] };
}

/** Somebody of another unit than the two. */
export function unitActor(unit: DepartmentId, role: 'departmentHandler' | 'departmentLead', n = 0): Actor {
  return { userId: personId(2000 + n), name: role, posts: [samplePost(role, { departmentId: unit })] };
}

/** The day in Shanghai. */
export const dayOf = (at: Instant) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);

/** A calendar without nights and weekends; every day closes at 18:00 in Shanghai. */
export function sampleWhistleContext(over: Partial<WhistleContext> = {}): WhistleContext {
  const now = over.now ?? T0;
  return {
    ...noWhistleFacts,
    now,
    due: (limit, from, moved) => plainDue(limit, from, moved),
    closeOf: (date) => Date.parse(date) + 10 * HOUR,
    marked: (due) => due,
    shift: (due, hold) => ({ ...due, at: due.at + hold.to - hold.from }),
    today: dayOf(now),
    calendarVersion: 1,
    settings: defaultWhistleSettings,
    placed: placedInGrid,
    whistleNo: 'W2611-01',
    distanceM: 20,
    ownPhotos: [
      { id: BEFORE, takenAt: null, from: null, purpose: 'visit', filedAt: now },
      { id: AFTER, takenAt: null, from: null, purpose: 'work', filedAt: now },
    ],
    dutyCodes: [dutyCode],
    targets: [
      { departmentId: TEAM, kind: 'communityTeam', unitPath: '/1/4/17/' },
      ...[HOUSING, URBAN, WATER].map((id) => ({ departmentId: id, kind: 'department' as const, unitPath: '/1/' })),
    ],
    ...over,
  };
}

/** The plan of the sample: each unit a task, and one of the community's duty list. */
export function samplePlan(now: Instant = T0): PlanTask[] {
  const common = { dutyCode: null, from: dayOf(now), to: dayOf(now + 5 * DAY), quantity: '' };
  return [
    {
      ...common,
      id: taskIds.housing,
      what: '重铺院内地面',
      departmentId: HOUSING,
      costFen: 4_800_000,
      source: 'department',
      proof: 'photo',
    },
    { ...common, id: taskIds.urban, what: '清走杂物', departmentId: URBAN, costFen: 0, source: 'none', proof: 'document' },
    { ...common, id: taskIds.community, what: '通知住户挪车', departmentId: null, dutyCode, costFen: 0, source: 'none', proof: 'none' },
  ];
}

const matter = {
  ...{ whistleType: 'appeal', title: '28号院地面破损', reason: '地面归房管所，杂物归城管办，社区动不了' },
  ...{ point: { lng: 116.37, lat: 39.93, accuracyM: 8, source: 'gnss' }, address: '四环胡同28号院', placeId: null },
  ...{ caseIds: [], leadUnitId: HOUSING, supportUnitIds: [URBAN], areaM2: 1500, persons: 70 },
} satisfies Partial<Extract<WhistleCommand, { action: 'draft' }>['input']>;

type SampleInput = { hat: WhistleHat; snapshot: WhistleSnapshot | null; now?: Instant; unit?: DepartmentId };

/** A command with good evidence for every action; a step of a unit is taken for the hat's own, or for the first that needs it. */
export function sampleWhistleCommand(action: WhistleAction, { hat, snapshot, now = T0, unit }: SampleInput): WhistleCommand {
  const base = { whistleId: WHISTLE, requestId: REQUEST, expectedVersion: snapshot?.version ?? 1 };
  const wanting = (needs: (unit: SummonedUnit) => boolean) => snapshot?.units.find(needs)?.departmentId;
  const own = { ...base, unitId: unit ?? unitOfHat(hat) ?? HOUSING };
  const found = (needs: (unit: SummonedUnit) => boolean) => ({ ...base, unitId: unit ?? wanting(needs) ?? HOUSING });
  const draft = snapshot?.plan?.draft ?? 1;
  const photoIds = [AFTER];
  switch (action) {
    case 'draft':
      return { action, input: { whistleId: WHISTLE, requestId: REQUEST, ...matter } };
    case 'revise':
      return { action, input: { ...base, ...matter } };
    case 'blow':
    case 'approveBlow':
    case 'closeOpinions':
    case 'start':
    case 'grantExtension':
    case 'approveHold':
    case 'resume':
    case 'approveVoid':
      return { action, input: base };
    case 'returnBlow':
    case 'withdraw':
    case 'refuseExtension':
    case 'refuseHold':
    case 'refuseVoid':
      return { action, input: { ...base, reason: '理由不足' } };
    case 'acknowledge':
      return { action, input: { ...own, person: '赵工', phone: '010-66004101', eta: now + HOUR } };
    case 'object':
      return { action, input: { ...own, reason: '不属本单位', legalBasis: '职责清单第 3 条' } };
    case 'upholdObjection': {
      const of = found(({ status }) => status === 'objected');
      return { action, input: { ...of, ruling: '按职责清单', replacementUnitId: of.unitId === snapshot?.leadUnitId ? WATER : null } };
    }
    case 'overruleObjection':
      return { action, input: { ...found(({ status }) => status === 'objected'), ruling: '按职责清单' } };
    case 'excuseUnit':
      return { action, input: { ...base, unitId: unit ?? URBAN, reason: '只需房管所' } };
    case 'summonSupport':
      return { action, input: { ...base, unitId: unit ?? WATER, reason: '下面有水管' } };
    case 'reportIn':
      return { action, input: { ...own, position: { lng: 116.37, lat: 39.93, accuracyM: 8, source: 'gnss' }, code: null } };
    case 'confirmReportIn':
      return { action, input: { ...found((one) => one.status === 'acknowledged' && one.arrival === null), reason: '院内没有信号' } };
    case 'recordVisit': {
      const attendance = (snapshot ? activeUnits(snapshot) : []).map((one) => ({ departmentId: one.departmentId, name: '赵工' }));
      const signed = { minutes: '三方看过，先清后铺', photoIds: [BEFORE], signatureIds: [SIGNATURE] };
      return {
        action,
        input: { ...base, from: now, to: now, attendance: [{ departmentId: null, name: '王书记' }, ...attendance], ...signed },
      };
    }
    case 'listHouseholds':
      return { action, input: { ...base, households: doors } };
    case 'addOpinion': {
      const householdId = snapshot?.households.find(({ opinions }) => opinions === 0)?.id ?? snapshot?.households[0]?.id ?? null;
      const said = { text: '铺平就好', topics: ['地面'], heardAt: now };
      return { action, input: { ...base, opinionId: uuid(1051), householdId, way: 'visit', stance: 'agree', ...said } };
    }
    case 'proposePlan':
      return { action, input: { ...base, tasks: samplePlan(now), note: '', deliberation: '' } };
    case 'agreePlan':
      return { action, input: { ...own, draft } };
    case 'objectPlan':
      return { action, input: { ...own, draft, reason: '清不完' } };
    case 'approvePlan':
      return { action, input: { ...base, draft, overReason: '' } };
    case 'clear':
      return { action, input: { ...base, overReason: '' } };
    case 'completeTask': {
      const open = snapshot ? openTasks(snapshot) : [];
      const taskId = (open.find((task) => task.departmentId === (unit ?? unitOfHat(hat))) ?? open[0])?.id ?? taskIds.housing;
      return {
        action,
        input: { ...base, taskId, done: true, text: '做完了', quantity: '', costFen: null, photoIds, documentIds: [BEFORE] },
      };
    }
    case 'leave':
      return { action, input: own };
    case 'complete':
      return { action, input: { ...base, pairs: [{ beforeId: BEFORE, afterId: AFTER, spot: '大门口' }] } };
    case 'acceptWork':
      return { action, input: { ...base, note: '', photoIds } };
    case 'rejectWork':
      return { action, input: { ...base, reason: '东墙根没铺', taskIds: [taskIds.housing], photoIds } };
    case 'tellResult':
      return { action, input: { ...base, way: 'notice', householdIds: (snapshot?.households ?? []).map(({ id }) => id) } };
    case 'feedBack':
      return { action, input: { ...base, result: '铺了 1500 平方米' } };
    case 'giveVerdict':
      return {
        action,
        input: { ...base, householdId: snapshot?.households[0]?.id ?? door?.id ?? uuid(1031), solved: 'yes', note: '', thanks: false },
      };
    case 'rateUnit':
      return { action, input: { ...found(({ marks }) => marks === null), arrival: 5, work: 4, result: 5, note: '' } };
    case 'rateWhistle':
      return { action, input: { ...own, justification: 5, information: 4, note: '' } };
    case 'requestExtension':
      return { action, input: { ...base, reason: '等材料', limit: { amount: 3, unit: 'workingDays' } } };
    case 'requestHold':
      return { action, input: { ...base, obstacle: '雨季不能铺', nextReviewAt: now + 10 * DAY } };
    case 'supervise':
      return { action, input: { ...found(() => true), level: 'normal', until: now + DAY, note: '尽快' } };
    case 'receiveSupervision':
      return { action, input: own };
    case 'replySupervision':
      return { action, input: { ...own, text: '明天到' } };
    case 'closeSupervision':
      return { action, input: { ...found(({ supervision }) => Boolean(supervision?.reply)), note: '' } };
    case 'returnSupervision':
      return { action, input: { ...found(({ supervision }) => Boolean(supervision?.reply)), reason: '没说清几点' } };
    case 'requestVoid':
      return { action, input: { ...base, reason: 'testData', note: '演练' } };
    case 'escalate':
      return { action, input: { ...base, limit: 'acknowledge', unitId: HOUSING, to: 'street' } };
    case 'addNote':
      return { action, input: { ...base, note: '门口停了车', photoIds: [] } };
  }
}
