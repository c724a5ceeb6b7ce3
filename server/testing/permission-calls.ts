import { newId } from '#server/platform/ids.ts';
import { defaultCaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseAction, CaseCommand } from '#shared/cases/cases-actions.ts';
import type { CaseCategory, CaseSource } from '#shared/cases/cases-schema.ts';
import { defaultWhistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import { DAY } from '#shared/kernel/time.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';
import { threeHeadsLadder } from '#shared/territory/ladder.ts';
import type { callAs } from './caller.ts';
import { lampPoint, streetLamp } from './case-fixture.ts';
import type { Who } from './permission-matrix.ts';
import type { PermissionWorld } from './permission-world.ts';

export type Asked = { api: ReturnType<typeof callAs>; world: PermissionWorld; who: Who };
/**
 * How a procedure is called about the world's case, unit or account. What changes something is called so that nobody who may do it
 * changes the world for the next one: with a version nobody saw, a text left out, a person who does not exist.
 */
export type Call = {
  ask: (asked: Asked) => Promise<unknown>;
  /** of an answer that leaves out instead of refusing: whether the object is in it */
  shows?: (answer: unknown, world: PermissionWorld) => boolean;
};

/** A version nobody has seen: whoever may act gets `staleVersion`. */
export const UNSEEN = 9_999;
const strangersPhone = '18800990099';
const month = '2026-11';
const ofMonth = { from: '2026-11-01', to: '2026-11-30' } as const;
const box: [number, number, number, number] = [112.89, 27.8, 112.93, 27.84];
const category = { categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code };
const square: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [112.9002, 27.8202],
        [112.9012, 27.8202],
        [112.9012, 27.8212],
        [112.9002, 27.8212],
        [112.9002, 27.8202],
      ],
    ],
  ],
};

const mentions = (text: (world: PermissionWorld) => string) => (answer: unknown, world: PermissionWorld) =>
  JSON.stringify(answer).includes(text(world));
const hasCase = mentions(({ caseId }) => caseId);
const hasWhistle = mentions(({ whistleId }) => whistleId);
const hasSpare = mentions(({ spare }) => spare.userId);

/** The source each role reports under; a role without one tries as a resident. */
const sources: Partial<Record<Who, CaseSource>> = {
  gridWorker: 'gridWorker',
  buildingHead: 'buildingHead',
  estateGroupLeader: 'estateGroupLeader',
  secretary: 'council',
  dispatcher: 'hotline',
  streetOperator: 'hotline',
  callbackOfficer: 'hotline',
  inspector: 'patrol',
  departmentHandler: 'patrol',
  administrator: 'import',
};

const lampOf = (lead: DepartmentId): CaseCategory => ({ ...streetLamp, leadDepartmentId: lead });
const featureFile = () => {
  const { type, coordinates } = square;
  const feature = { type: 'Feature', properties: { name: '新苑', code: 'new-1' }, geometry: { type, coordinates } };
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })).toString('base64');
};

export const calls: Readonly<Record<string, Call>> = {
  'audit.list': { ask: ({ api, world }) => api.audit.list({ caseNo: world.caseNo, limit: 20 }), shows: mentions(({ title }) => title) },

  'calendar.current': { ask: ({ api, world }) => api.calendar.current({ districtId: world.district.id }) },
  'calendar.days': { ask: ({ api, world }) => api.calendar.days({ districtId: world.district.id, month }) },
  'calendar.explain': {
    ask: ({ api, world }) =>
      api.calendar.explain({ districtId: world.district.id, limit: { amount: 2, unit: 'workingDays' }, from: world.test.clock.now }),
  },
  'calendar.import': { ask: ({ api, world }) => api.calendar.import({ districtId: world.district.id, text: '{}', mode: 'preview' }) },

  'cases.submit': {
    ask: ({ api, who }) =>
      api.cases.submit({
        ...{ caseId: newId(), requestId: newId(), kind: 'report', ...category, title: '', text: '' },
        ...{ point: lampPoint, unitId: null, source: sources[who] ?? 'resident' },
      }),
  },
  'cases.list': { ask: ({ api }) => api.cases.list({ view: 'all', limit: 50 }), shows: hasCase },
  'cases.counts': {
    ask: ({ api, world }) => api.cases.counts({ unitId: world.building.id, views: ['all'] }),
    shows: (answer) => (answer as { counts: { all: number } }).counts.all > 0,
  },
  'cases.map': { ask: ({ api }) => api.cases.map({ view: 'all', box, zoom: 15 }), shows: hasCase },
  'cases.nearby': { ask: ({ api }) => api.cases.nearby({ point: lampPoint, ...category }), shows: hasCase },
  'cases.byId': { ask: ({ api, world }) => api.cases.byId({ caseId: world.caseId }) },
  'cases.byNo': { ask: ({ api, world }) => api.cases.byNo({ caseNo: world.caseNo }) },
  'cases.suggestUnits': { ask: ({ api, world }) => api.cases.suggestUnits({ caseId: world.caseId }) },
  'cases.explainDue': { ask: ({ api, world }) => api.cases.explainDue({ caseId: world.caseId }) },
  'cases.receipt': { ask: ({ api, world }) => api.cases.receipt({ caseId: world.caseId }) },
  'cases.settings': { ask: ({ api, world }) => api.cases.settings({ districtId: world.district.id }) },
  'cases.setSettings': {
    ask: ({ api, world }) =>
      api.cases.setSettings({
        ...{ districtId: world.district.id, requestId: newId(), expectedVersion: UNSEEN },
        ...{ effectiveFrom: null, why: '试行', settings: defaultCaseSettings },
      }),
  },
  'cases.ownList': { ask: ({ api }) => api.cases.ownList(), shows: hasCase },
  'cases.ownById': { ask: ({ api, world }) => api.cases.ownById({ caseId: world.caseId }) },
  'cases.revealContact': { ask: ({ api, world }) => api.cases.revealContact({ caseId: world.caseId, why: '核对地址' }) },

  'categories.list': { ask: ({ api }) => api.categories.list({}) },
  'categories.history': {
    ask: ({ api, world }) => api.categories.history({ districtId: world.district.id, scheme: streetLamp.scheme, code: streetLamp.code }),
  },
  'categories.revise': {
    ask: ({ api, world }) =>
      api.categories.revise({
        ...{ requestId: newId(), districtId: world.district.id, expectedVersion: UNSEEN, parentCode: null },
        ...{ category: lampOf(world.departments.lead), validFrom: world.test.clock.now + DAY },
      }),
  },
  'categories.retire': {
    ask: ({ api, world }) =>
      api.categories.retire({
        ...{ requestId: newId(), districtId: world.district.id, expectedVersion: UNSEEN },
        ...{ scheme: streetLamp.scheme, code: streetLamp.code, validTo: world.test.clock.now + DAY },
      }),
  },

  'dashboards.overview': { ask: ({ api, world }) => api.dashboards.overview({ unitId: world.grid.id }) },
  'dashboards.repeats': { ask: ({ api, world }) => api.dashboards.repeats({ unitId: world.grid.id }) },

  'identity.me': { ask: ({ api }) => api.identity.me() },
  'identity.signIn': { ask: ({ api }) => api.identity.signIn({ username: 'nobody', password: 'not the password' }) },
  'identity.requestCode': { ask: ({ api }) => api.identity.requestCode({ phone: strangersPhone }) },
  'identity.signInWithCode': { ask: ({ api }) => api.identity.signInWithCode({ phone: strangersPhone, code: '000000' }) },
  'identity.signOut': { ask: ({ api }) => api.identity.signOut() },
  'identity.developmentInbox': { ask: ({ api }) => api.identity.developmentInbox({ phone: strangersPhone }) },
  'identity.changePassword': {
    ask: ({ api }) => api.identity.changePassword({ currentPassword: 'not this', password: 'long enough for all' }),
  },
  'identity.setMyName': { ask: ({ api, world, who }) => api.identity.setMyName({ name: nameOf(world, { api, who }) }) },
  'identity.staff': { ask: ({ api, world }) => api.identity.staff({ userId: world.spare.userId, limit: 20 }), shows: hasSpare },
  'identity.createStaff': {
    ask: ({ api }) => {
      const userId = newId<Parameters<typeof api.identity.createStaff>[0]['userId']>();
      const username = `new-${String(userId).slice(-12)}`;
      return api.identity.createStaff({ requestId: newId(), userId, username, name: '新人', phone: null, password: 'long enough for all' });
    },
  },
  'identity.updateStaff': {
    ask: ({ api, world: { spare } }) =>
      api.identity.updateStaff({ requestId: newId(), userId: spare.userId, name: spare.name, active: true }),
  },
  'identity.resetPassword': {
    ask: ({ api, world: { spare } }) =>
      api.identity.resetPassword({ requestId: newId(), userId: spare.userId, password: 'long enough for all' }),
  },

  'notifications.list': { ask: ({ api }) => api.notifications.list({}) },
  'notifications.unreadCount': { ask: ({ api }) => api.notifications.unreadCount() },
  'notifications.preferences': { ask: ({ api }) => api.notifications.preferences() },
  'notifications.savePreferences': { ask: ({ api }) => api.notifications.savePreferences({ preferences: defaultPreferences }) },
  'notifications.sendTest': { ask: ({ api }) => api.notifications.sendTest({ channel: 'wecom' }) },
  'notifications.deadLetters': { ask: ({ api }) => api.notifications.deadLetters({}) },
  'notifications.settleDeadLetters': {
    ask: ({ api }) => api.notifications.settleDeadLetters({ what: 'discard', which: [newId()] }),
  },
  'notifications.markRead': { ask: ({ api }) => api.notifications.markRead({ ids: [newId()] }) },

  'reporting.form': { ask: ({ api }) => api.reporting.form() },
  'reporting.places': { ask: ({ api, world }) => api.reporting.places({ communityId: world.community.id }) },
  'reporting.answerer': { ask: ({ api, world }) => api.reporting.answerer({ point: null, unitId: world.building.id }) },

  'scoring.month': { ask: ({ api, world }) => api.scoring.month({ communityId: world.community.id, month }) },
  'scoring.cases': {
    ask: ({ api, world }) => api.scoring.cases({ communityId: world.community.id, month, indicator: 'onTimeClosureRate', part: 'counted' }),
  },
  'scoring.excluded': { ask: ({ api, world }) => api.scoring.excluded({ communityId: world.community.id, month }) },
  'scoring.file': { ask: ({ api, world }) => api.scoring.file({ communityId: world.community.id, month, format: 'csv' }) },

  'dispatch.list': { ask: ({ api }) => api.dispatch.list({}), shows: hasWhistle },
  'dispatch.counts': {
    ask: ({ api }) => api.dispatch.counts({ views: ['all'] }),
    shows: (answer) => ((answer as { counts: { all?: number } }).counts.all ?? 0) > 0,
  },
  'dispatch.stageCounts': {
    ask: ({ api }) => api.dispatch.stageCounts({ view: 'all' }),
    shows: (answer) => Object.keys((answer as { counts: object }).counts).length > 0,
  },
  'dispatch.map': { ask: ({ api }) => api.dispatch.map({ view: 'all', box }), shows: hasWhistle },
  'dispatch.byId': { ask: ({ api, world }) => api.dispatch.byId({ whistleId: world.whistleId }) },
  'dispatch.ofCase': { ask: ({ api, world }) => api.dispatch.ofCase({ caseId: world.caseId }), shows: hasWhistle },
  'dispatch.suggestUnits': {
    ask: ({ api, world }) => api.dispatch.suggestUnits({ caseIds: [], point: null, placeId: world.building.id }),
  },
  'dispatch.visits': {
    ask: ({ api, world }) => api.dispatch.visits({ from: world.test.clock.now - DAY, to: world.test.clock.now + DAY }),
    shows: hasWhistle,
  },
  'dispatch.answers': { ask: ({ api, world }) => api.dispatch.answers({ whistleIds: [world.whistleId] }), shows: hasWhistle },
  'dispatch.figures': {
    ask: ({ api, world }) => api.dispatch.figures({ ...ofMonth, unitId: world.community.id, by: 'unit' }),
    shows: (answer) => (answer as { rows: unknown[] }).rows.length > 0,
  },
  'dispatch.figureWhistles': {
    ask: ({ api, world }) => api.dispatch.figureWhistles({ ...ofMonth, unitId: world.community.id, measure: 'called', part: 'counted' }),
    shows: hasWhistle,
  },
  'dispatch.figuresFile': {
    ask: ({ api, world }) => api.dispatch.figuresFile({ ...ofMonth, unitId: world.community.id, by: 'unit' }),
    shows: (answer) => (answer as { text: string }).text.includes(',W2611-'),
  },
  'dispatch.attendanceCode': { ask: ({ api, world }) => api.dispatch.attendanceCode({ whistleId: world.whistleId }) },
  'dispatch.duties': { ask: ({ api, world }) => api.dispatch.duties({ districtId: world.district.id }) },
  'dispatch.addDuty': {
    ask: ({ api, world }) =>
      api.dispatch.addDuty({
        districtId: world.district.id,
        requestId: newId(),
        code: world.dutyCode,
        nameZh: '事',
        nameEn: 'x',
        basis: '清单',
      }),
  },
  'dispatch.endDuty': {
    ask: ({ api, world }) => api.dispatch.endDuty({ districtId: world.district.id, requestId: newId(), dutyId: newId(), reason: '改了' }),
  },
  'dispatch.importDuties': {
    ask: ({ api, world }) =>
      api.dispatch.importDuties({ districtId: world.district.id, requestId: newId(), text: '77,事,清单', codes: ['78'] }),
  },
  'dispatch.settings': { ask: ({ api, world }) => api.dispatch.settings({ districtId: world.district.id }) },
  'dispatch.setSettings': {
    ask: ({ api, world }) =>
      api.dispatch.setSettings({
        ...{ districtId: world.district.id, requestId: newId(), expectedVersion: UNSEEN },
        ...{ effectiveFrom: null, why: '试行', settings: defaultWhistleSettings },
      }),
  },
  'dispatch.ofOwnCase': { ask: ({ api, world }) => api.dispatch.ofOwnCase({ caseId: world.caseId }) },
  // the code is the right: whoever holds none of them is answered alike
  'dispatch.door': { ask: ({ api, world }) => api.dispatch.door({ code: world.doorCode }) },
  'dispatch.sayAtDoor': {
    ask: ({ api, world }) => api.dispatch.sayAtDoor({ code: world.doorCode, requestId: newId(), stance: 'agree', text: '同意' }),
  },
  'dispatch.answerAtDoor': {
    ask: ({ api, world }) => api.dispatch.answerAtDoor({ code: world.doorCode, requestId: newId(), solved: 'yes', note: '' }),
  },
  'dispatch.slips': { ask: ({ api, world }) => api.dispatch.slips({ whistleId: world.whistleId }) },

  'territory.tree': { ask: ({ api, world }) => api.territory.tree({ parentId: world.grid.id }) },
  'territory.unit': { ask: ({ api, world }) => api.territory.unit({ unitId: world.building.id }) },
  'territory.boundaryVersion': { ask: ({ api, world }) => api.territory.boundaryVersion({ unitId: world.building.id, version: 1 }) },
  'territory.boundaries': { ask: ({ api }) => api.territory.boundaries({ box, zoom: 15, levels: ['grid', 'building'] }) },
  'territory.baseMap': { ask: ({ api }) => api.territory.baseMap({ box, zoom: 15 }) },
  'territory.find': { ask: ({ api }) => api.territory.find({ text: '苑1栋' }) },
  'territory.place': { ask: ({ api }) => api.territory.place(lampPoint), shows: mentions(({ grid }) => grid.id) },
  'territory.gridCard': { ask: ({ api, world }) => api.territory.gridCard({ unitId: world.grid.id }) },
  'territory.departments': { ask: ({ api, world }) => api.territory.departments({ districtId: world.district.id }) },
  'territory.checks': { ask: ({ api, world }) => api.territory.checks({ unitId: world.building.id }) },
  'territory.tryBoundary': {
    ask: ({ api, world }) => api.territory.tryBoundary({ unitId: newId(), parentId: world.grid.id, level: 'estate', geometry: square }),
  },
  'territory.createUnit': {
    ask: ({ api, world }) =>
      api.territory.createUnit({
        ...{ requestId: newId(), unitId: newId(), level: 'street', kind: null, code: 'x1', name: '错层', parentId: world.grid.id },
        ...{ geometry: null, validFrom: world.test.clock.now, overrideReason: null },
      }),
  },
  'territory.renameUnit': {
    ask: ({ api, world }) =>
      api.territory.renameUnit({ requestId: newId(), expectedVersion: UNSEEN, unitId: world.building.id, name: '改名' }),
  },
  'territory.setLadder': {
    ask: ({ api, world }) =>
      api.territory.setLadder({ requestId: newId(), expectedVersion: UNSEEN, unitId: world.community.id, ladder: threeHeadsLadder }),
  },
  'territory.redrawBoundary': {
    ask: ({ api, world }) =>
      api.territory.redrawBoundary({
        ...{ requestId: newId(), expectedVersion: UNSEEN, unitId: world.building.id },
        ...{ geometry: square, validFrom: world.test.clock.now, overrideReason: null },
      }),
  },
  'territory.closeUnit': {
    ask: ({ api, world }) =>
      api.territory.closeUnit({ requestId: newId(), expectedVersion: UNSEEN, unitId: world.building.id, validTo: world.test.clock.now }),
  },
  'territory.import': {
    ask: ({ api, world }) =>
      api.territory.import({
        ...{ dataBase64: featureFile(), mode: 'preview' },
        mapping: {
          ...{ level: 'estate', kind: null, nameProperty: 'name' },
          ...{ code: { from: 'property', property: 'code' }, parent: { from: 'fixed', unitId: world.grid.id } },
        },
      }),
    shows: (answer) => (answer as { created: number }).created === 1,
  },
  'territory.appoint': {
    ask: ({ api, world }) =>
      api.territory.appoint({
        ...{ requestId: newId(), appointmentId: newId(), userId: newId(), role: 'inspector', unitId: world.community.id },
        ...{ departmentId: null, validFrom: world.test.clock.now },
      }),
  },
  'territory.endAppointment': {
    ask: ({ api, world }) =>
      api.territory.endAppointment({ requestId: newId(), appointmentId: world.spare.appointmentId, validTo: world.test.clock.now }),
  },
  'territory.replaceHolder': {
    ask: ({ api, world }) =>
      api.territory.replaceHolder({
        requestId: newId(),
        appointmentId: newId(),
        unitId: world.grid.id,
        role: 'gridWorker',
        userId: newId(),
      }),
  },
};

/** Everybody keeps the name they have. */
function nameOf({ inside, outside }: PermissionWorld, { who }: Pick<Asked, 'api' | 'who'>): string {
  return who === 'visitor' ? '某人' : (inside[who] ?? outside[who]).name;
}

type ActionOnCase = Exclude<CaseAction, 'submit'>;
type Fields = { [A in ActionOnCase]: Omit<Extract<CaseCommand, { action: A }>['input'], 'caseId' | 'requestId' | 'expectedVersion'> };

function fieldsOf({ departments: { lead, support }, test: { clock } }: PermissionWorld): Fields {
  const later = clock.now + DAY;
  const text = '说明';
  const evidence = { photoIds: [], documentIds: [], position: lampPoint };
  return {
    requestVerification: { note: text },
    answerVerification: { isTrue: true, note: text, photoIds: [] },
    register: {
      ...{ kind: 'report', urgency: 'normal', ...category, point: null, address: null, unitId: null },
      ...{ duplicateOfId: null, notDuplicate: true },
    },
    decline: { reason: 'notWithinScope', note: text },
    divert: { exit: 'petitionOffice', note: text },
    selfHandle: { result: text, beforePhotoIds: [], afterPhotoIds: [] },
    dispatch: { leadUnitId: lead, supportUnitIds: [], note: text },
    sign: {},
    object: { reason: text, legalBasis: text },
    upholdObjection: { ruling: text },
    overruleObjection: { ruling: text },
    contact: { way: 'phone', outcome: 'reached', note: text, contactAt: clock.now },
    requestExtension: { reason: text, limit: { amount: 1, unit: 'workingDays' } },
    grantExtension: {},
    refuseExtension: { reason: text },
    requestHold: { obstacle: text, nextReviewAt: later },
    approveHold: {},
    refuseHold: { reason: text },
    resume: {},
    recordSupportResult: { unitId: support, done: true, text },
    submitFeedback: { result: text, photoIds: [], costFen: null },
    inspectPass: { note: text, ...evidence },
    inspectFail: { reason: text, ...evidence },
    tryCallback: { way: 'phone' },
    recordCallback: { solved: 'yes', rating: 5, note: text },
    markUnreachable: {},
    reopen: { ground: 'notSolved', reason: text },
    requestVoid: { reason: 'testData', note: text },
    approveVoid: {},
    refuseVoid: { note: text },
    supervise: { level: 'normal', until: later, recipient: text, note: text },
    acknowledgeSupervision: {},
    replySupervision: { text, photoIds: [] },
    closeSupervision: { note: text },
    returnSupervision: { reason: text },
    addNote: { note: text, photoIds: [] },
  };
}

/** One action on the world's case, with a version nobody has seen. */
export function actionCall(action: ActionOnCase): Call {
  return {
    ask: ({ api, world }) => {
      const input = { caseId: world.caseId, requestId: newId(), expectedVersion: UNSEEN, ...fieldsOf(world)[action] };
      return api.cases.act({ action, input } as CaseCommand);
    },
  };
}
