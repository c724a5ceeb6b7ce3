import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../identity/identity-schema.ts';
import { DAY } from '../kernel/time.ts';
import { personId, SUPPORT, sampleActor, sampleCommand, sampleContext, T0 } from './case-samples.ts';
import { caseIn } from './case-walk.ts';
import { type CaseAction, caseActions } from './cases-actions.ts';
import { caseTransitions, decideCase } from './cases-lifecycle.ts';
import type { CaseSnapshot, CaseState, Supervision } from './cases-schema.ts';
import { caseStates } from './cases-schema.ts';
import { evolveCase } from './evolve-case.ts';

/**
 * Written by hand from lifecycles D1, apart from the table in the code: `action: states -> roles [=> states it leads to]`.
 * `-` = the case does not exist yet; OPEN = the eight open states.
 */
const expectation = `
submit: - -> resident buildingHead estateGroupLeader gridWorker secretary dispatcher streetOperator departmentHandler inspector callbackOfficer administrator system => reported
requestVerification: reported -> dispatcher => verifying
answerVerification: verifying -> gridWorker dispatcher secretary => reported
register: reported -> dispatcher => registered
decline: reported -> dispatcher => declined
divert: reported -> dispatcher => diverted
selfHandle: reported -> gridWorker => feedback
dispatch: registered -> dispatcher streetOperator => dispatched
sign: dispatched -> departmentHandler => inProgress
object: dispatched -> departmentLead => objected
upholdObjection: objected -> streetOperator => registered
overruleObjection: objected -> streetOperator => dispatched
contact: inProgress -> departmentHandler => inProgress
requestExtension: inProgress -> departmentHandler => inProgress
grantExtension: inProgress -> streetOperator => inProgress
refuseExtension: inProgress -> streetOperator => inProgress
requestHold: inProgress -> departmentLead => inProgress
approveHold: inProgress -> secretary streetOperator => onHold
refuseHold: inProgress -> secretary streetOperator => inProgress
resume: onHold -> departmentLead secretary streetOperator => inProgress
recordSupportResult: inProgress -> departmentHandler => inProgress
submitFeedback: inProgress -> departmentHandler => feedback
inspectPass: feedback -> inspector gridWorker => closed
inspectFail: feedback -> inspector gridWorker => inProgress
tryCallback: closed -> callbackOfficer => closed
recordCallback: closed -> callbackOfficer resident => reviewed
markUnreachable: closed -> callbackOfficer => closed
reopen: closed reviewed -> callbackOfficer system => inProgress
requestVoid: OPEN -> dispatcher
approveVoid: OPEN -> dispatcher secretary streetOperator => void
refuseVoid: OPEN -> dispatcher secretary streetOperator
supervise: OPEN -> secretary streetOperator
acknowledgeSupervision: reported verifying registered -> secretary dispatcher gridWorker
acknowledgeSupervision: dispatched objected inProgress onHold feedback -> departmentHandler departmentLead
replySupervision: reported verifying registered -> secretary dispatcher gridWorker
replySupervision: dispatched objected inProgress onHold feedback -> departmentHandler departmentLead
closeSupervision: OPEN -> secretary streetOperator
returnSupervision: OPEN -> secretary streetOperator
addNote: OPEN closed reviewed -> resident buildingHead estateGroupLeader gridWorker secretary dispatcher streetOperator departmentHandler departmentLead inspector callbackOfficer
`;
const OPEN = 'reported verifying registered dispatched objected inProgress onHold feedback';

function allowedTriples(): Map<string, string | null> {
  const triples = new Map<string, string | null>();
  for (const row of expectation.trim().split('\n')) {
    const [, action, from, allowed, to] = /^(\w+): (.+?) -> (.+?)(?: => (\w+))?$/.exec(row) ?? [];
    for (const state of (from ?? '').replace('OPEN', OPEN).split(' ')) {
      for (const role of (allowed ?? '').split(' ')) triples.set(`${action} ${state} ${role}`, to ?? (state === '-' ? null : state));
    }
  }
  return triples;
}

const someoneElse = personId(900);
const asked = { byId: someoneElse, at: T0 };

/** the person who acts as secretary below */
const issuer = sampleActor('secretary', 1).userId;
const reply = { text: '已安排', byId: someoneElse, at: T0, late: false };
const supervisionOf = (over: Partial<Supervision>): Supervision => ({
  ...{ level: 'normal', until: T0 + DAY, recipient: '', at: T0, byId: someoneElse, departmentId: null, state: 'issued' },
  ...{ receivedAt: null, receivedById: null, reply: null, returnCount: 0 },
  ...over,
});

/** The case as it must be for the action's own preconditions; state, people and scope stay. */
const ready: Partial<Record<CaseAction, Partial<CaseSnapshot>>> = {
  grantExtension: { extensionAsked: { ...asked, reason: '等配件', limit: { amount: 3, unit: 'workingDays' } } },
  refuseExtension: { extensionAsked: { ...asked, reason: '等配件', limit: { amount: 3, unit: 'workingDays' } } },
  approveHold: { holdAsked: { ...asked, obstacle: '雨季', nextReviewAt: T0 + DAY } },
  refuseHold: { holdAsked: { ...asked, obstacle: '雨季', nextReviewAt: T0 + DAY } },
  submitFeedback: { supportUnits: [{ departmentId: SUPPORT, result: { done: true, text: '已配合', at: T0 } }] },
  markUnreachable: { callbackTries: 3 },
  reopen: { callback: { solved: 'no', rating: 1, at: T0 } },
  approveVoid: { voidAsked: { ...asked, reason: 'testData', note: '' } },
  refuseVoid: { voidAsked: { ...asked, reason: 'testData', note: '' } },
  acknowledgeSupervision: { supervision: supervisionOf({ state: 'issued' }) },
  replySupervision: { supervision: supervisionOf({ state: 'received' }) },
  closeSupervision: { supervision: supervisionOf({ state: 'replied', reply, byId: issuer }) },
  returnSupervision: { supervision: supervisionOf({ state: 'replied', reply, byId: issuer }) },
  upholdObjection: { barredReviewerIds: [someoneElse] },
  overruleObjection: { barredReviewerIds: [someoneElse] },
};

const states = new Map<CaseState, CaseSnapshot>(caseStates.map((state) => [state, caseIn(state)]));

/** A unit must be named for its people to have the case at all: before the dispatch nobody in a department can see it. */
function withUnits(snapshot: CaseSnapshot, action: CaseAction): CaseSnapshot {
  if (action !== 'addNote' || snapshot.leadUnitId !== null) return snapshot;
  return { ...snapshot, leadUnitId: SUPPORT };
}

function outcome(action: CaseAction, state: CaseState | null, role: Role): string {
  const reached = state === null ? null : (states.get(state) ?? null);
  const snapshot = reached === null ? null : { ...withUnits(reached, action), handlerIds: [someoneElse], ...ready[action] };
  const command = sampleCommand(action, { role, snapshot });
  const actor = sampleActor(role, role === 'resident' ? 0 : 1);
  const decision = decideCase({ snapshot, command, actor, context: sampleContext() });
  if (!decision.ok) return `refused ${decision.refusal.code}`;
  let next = snapshot;
  for (const event of decision.events) {
    next = evolveCase(next, { ...event, meta: { seq: (next?.version ?? 0) + 1, at: T0, actorId: actor.userId, v: 1 } });
  }
  return next?.state ?? 'nothing';
}

describe('the lifecycle table', () => {
  const expected = allowedTriples();

  it('allows exactly the triples of state, action and role written down by hand', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const action of caseActions) {
      for (const state of [null, ...caseStates]) {
        for (const role of roles) {
          seen += 1;
          const key = `${action} ${state ?? '-'} ${role}`;
          const result = outcome(action, state, role);
          const wanted = expected.get(key);
          const right = wanted === undefined ? result.startsWith('refused') : result === wanted;
          if (!right) wrong.push(`${key}: ${result}, expected ${wanted ?? 'a refusal'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBe(37 * 14 * 14);
  });

  it('says why: the role before the state, the state before the evidence', () => {
    expect(outcome('register', 'closed', 'resident')).toBe('refused notYourRole');
    expect(outcome('register', 'closed', 'dispatcher')).toBe('refused notAllowedInState');
    expect(outcome('register', null, 'dispatcher')).toBe('refused caseUnknown');
    expect(outcome('submit', 'reported', 'resident')).toBe('refused alreadyReported');
  });

  it('has a line for every action and names only events that the action leaves', () => {
    expect(Object.keys(caseTransitions).sort()).toEqual([...caseActions].sort());
    const rows = new Set(Object.values(caseTransitions).map((line) => line.row));
    expect([...rows].filter((row) => row !== null).sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  });
});
