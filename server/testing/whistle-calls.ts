import { newId } from '#server/platform/ids.ts';
import type { SentAction } from '#shared/dispatch/whistle-actions.ts';
import type { DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { lampPoint } from './case-fixture.ts';
import { type Call, UNSEEN } from './permission-calls.ts';
import type { PermissionWorld } from './permission-world.ts';

type WhistleFields = { [A in SentAction]: object };

function whistleFields({ departments: { lead, support }, building, test: { clock } }: PermissionWorld): WhistleFields {
  const text = '说明';
  const later = clock.now + DAY;
  const matter = {
    ...{ whistleType: 'appeal', title: text, reason: text, point: null, address: text, placeId: building.id, caseIds: [] },
    ...{ leadUnitId: newId<DepartmentId>(), supportUnitIds: [], areaM2: null, persons: null },
  };
  const evidence = { photoIds: [], documentIds: [] };
  const task = {
    ...{ id: newId<string>(), what: text, departmentId: lead, dutyCode: null, from: '2026-12-01', to: '2026-12-02' },
    ...{ costFen: 0, source: 'none', proof: 'none', quantity: '' },
  };
  return {
    draft: matter,
    revise: matter,
    blow: {},
    approveBlow: {},
    returnBlow: { reason: text },
    acknowledge: { unitId: lead, person: text, phone: '18800004101', eta: later },
    object: { unitId: lead, reason: text, legalBasis: text },
    upholdObjection: { unitId: lead, ruling: text, replacementUnitId: null },
    overruleObjection: { unitId: lead, ruling: text },
    excuseUnit: { unitId: support, reason: text },
    summonSupport: { unitId: support, reason: text },
    reportIn: { unitId: lead, position: lampPoint, code: null },
    confirmReportIn: { unitId: lead, reason: text },
    recordVisit: {
      from: clock.now,
      to: clock.now,
      attendance: [{ departmentId: lead, name: text }],
      minutes: text,
      photoIds: [],
      signatureIds: [],
    },
    listHouseholds: { households: [{ id: newId<string>(), label: text }] },
    addOpinion: {
      ...{ opinionId: newId<string>(), householdId: null, way: 'visit', stance: 'agree', text, topics: [] },
      heardAt: clock.now,
    },
    closeOpinions: {},
    proposePlan: { tasks: [task], note: '', deliberation: '' },
    agreePlan: { unitId: support, draft: 1 },
    objectPlan: { unitId: support, draft: 1, reason: text },
    approvePlan: { draft: 1, overReason: '' },
    start: {},
    completeTask: { taskId: newId<string>(), done: true, text, quantity: '', costFen: null, ...evidence },
    leave: { unitId: support },
    complete: { pairs: [] },
    acceptWork: { note: '', photoIds: [] },
    rejectWork: { reason: text, taskIds: [newId<string>()], photoIds: [] },
    tellResult: { way: 'visit', householdIds: [newId<string>()] },
    feedBack: { result: text },
    rateUnit: { unitId: lead, arrival: 5, work: 5, result: 5, note: '' },
    rateWhistle: { unitId: lead, justification: 5, information: 5, note: '' },
    clear: { overReason: '' },
    withdraw: { reason: text },
    requestExtension: { reason: text, limit: { amount: 1, unit: 'workingDays' } },
    grantExtension: {},
    refuseExtension: { reason: text },
    requestHold: { obstacle: text, nextReviewAt: later },
    approveHold: {},
    refuseHold: { reason: text },
    resume: {},
    supervise: { unitId: lead, level: 'normal', until: later, note: text },
    receiveSupervision: { unitId: lead },
    replySupervision: { unitId: lead, text },
    closeSupervision: { unitId: lead, note: '' },
    returnSupervision: { unitId: lead, reason: text },
    requestVoid: { reason: 'testData', note: text },
    approveVoid: {},
    refuseVoid: { reason: text },
    addNote: { note: text, photoIds: [] },
  };
}

/** One action on the world's whistle, with a version nobody has seen; a draft names a unit that does not exist. */
export function whistleCall(action: SentAction): Call {
  return {
    ask: ({ api, world }) => {
      const whistleId = action === 'draft' ? newId<WhistleId>() : world.whistleId;
      const input = { whistleId, requestId: newId(), expectedVersion: UNSEEN, ...whistleFields(world)[action] };
      return api.dispatch.act({ action, input } as Parameters<typeof api.dispatch.act>[0]);
    },
  };
}
