import { describe, expect, it } from 'vitest';
import { personId, T0 } from '../cases/case-samples.ts';
import { DAY } from '../kernel/time.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import { innerActions, type WhistleAction, whistleActions, whistleCommand } from './whistle-actions.ts';
import { decideWhistle } from './whistle-lifecycle.ts';
import {
  HOUSING,
  sampleWhistleCommand,
  sampleWhistleContext,
  URBAN,
  type WhistleHat,
  whistleActor,
  whistleHats,
} from './whistle-samples.ts';
import { type SummonedUnit, type WhistleSnapshot, type WhistleState, whistleStates } from './whistle-schema.ts';
import { whistleAllowedIn } from './whistle-table.ts';
import { whistleIn } from './whistle-walk.ts';

/**
 * Written by hand from lifecycles D2, apart from the table in the code: `action: states -> people [=> state it leads to]`.
 * `-` = the whistle does not exist yet; CALLING = while units may be called and come; OPEN = every state in which somebody owes a step;
 * CALLED = the open ones in which units have been called; UNITS = handler and head of lead and support.
 */
const expectation = `
draft: - -> secretary streetOperator => drafted
revise: drafted -> secretary streetOperator
blow: drafted -> streetOperator => blown
blow: drafted -> secretary => drafted
approveBlow: drafted -> streetOperator => blown
returnBlow: drafted -> streetOperator
acknowledge: CALLING -> UNITS
object: CALLING -> leadHead supportHead
upholdObjection: CALLING -> streetOperator
overruleObjection: CALLING -> streetOperator
excuseUnit: CALLING -> streetOperator
summonSupport: CALLING -> streetOperator
reportIn: CALLING -> UNITS
confirmReportIn: CALLING -> secretary
recordVisit: onSite opinionsCollected -> secretary
listHouseholds: drafted CALLING -> secretary gridWorker
addOpinion: CALLING -> secretary gridWorker system
closeOpinions: onSite -> secretary gridWorker => opinionsCollected
proposePlan: onSite opinionsCollected -> leadHandler
agreePlan: onSite opinionsCollected -> supportHandler supportHead
objectPlan: onSite opinionsCollected -> supportHandler supportHead
approvePlan: opinionsCollected -> secretary streetOperator => planned
start: planned -> leadHandler => executing
completeTask: executing -> leadHandler supportHandler secretary gridWorker
leave: executing completed fedBack -> supportHandler supportHead
complete: executing -> leadHandler => completed
acceptWork: completed -> secretary gridWorker inspector
rejectWork: completed -> secretary gridWorker inspector => executing
tellResult: completed -> secretary gridWorker
feedBack: completed -> secretary => fedBack
giveVerdict: completed fedBack cleared -> system
rateUnit: fedBack -> secretary streetOperator
rateWhistle: fedBack -> UNITS
clear: fedBack -> streetOperator => cleared
withdraw: drafted CALLING planned -> secretary streetOperator => withdrawn
requestExtension: executing -> leadHandler
grantExtension: executing -> streetOperator
refuseExtension: executing -> streetOperator
requestHold: executing -> leadHead
approveHold: executing -> streetOperator => onHold
refuseHold: executing -> streetOperator
resume: onHold -> leadHead streetOperator => executing
supervise: CALLED -> secretary streetOperator
receiveSupervision: CALLED -> UNITS
replySupervision: CALLED -> UNITS
closeSupervision: CALLED -> secretary streetOperator
returnSupervision: CALLED -> secretary streetOperator
requestVoid: OPEN -> secretary streetOperator
approveVoid: OPEN -> secretary streetOperator => void
refuseVoid: OPEN -> secretary streetOperator
escalate: OPEN -> system
addNote: drafted -> secretary streetOperator gridWorker
addNote: CALLED -> secretary streetOperator gridWorker UNITS
`;
const CALLING = 'blown acknowledged onSite opinionsCollected';
const CALLED = `${CALLING} planned executing onHold completed fedBack`;
const OPEN = `drafted ${CALLED}`;
const UNITS = 'leadHandler leadHead supportHandler supportHead';

/** `same`: the whistle stays where it is. */
function allowedTriples(): Map<string, string> {
  const triples = new Map<string, string>();
  for (const row of expectation.trim().split('\n')) {
    const [, action, from = '', people = '', to = 'same'] = /^(\w+): (.+?) -> (.+?)(?: => (\w+))?$/.exec(row) ?? [];
    const states = from.replace('CALLING', CALLING).replace('CALLED', CALLED).replace('OPEN', OPEN).split(' ');
    for (const state of states) {
      for (const hat of people.replace('UNITS', UNITS).split(' ')) triples.set(`${action} ${state} ${hat}`, to === 'same' ? state : to);
    }
  }
  return triples;
}

const someoneElse = personId(9001);
const asked = { byId: someoneElse, at: T0 };
const objection = { reason: '不属本单位', legalBasis: '第 3 条', ...asked, rulingDue: null };
const order = {
  level: 'normal',
  until: T0 + DAY,
  note: '',
  ...asked,
  receivedAt: T0,
  reply: null,
  returnCount: 0,
  closedAt: null,
} as const;
const reply = { text: '明天到', byId: someoneElse, at: T0, late: false };

type Needs = Partial<WhistleSnapshot> | { everyUnit: Partial<SummonedUnit> };
/** The whistle as it must be for the action's own preconditions; state, people and scope stay. */
const ready: Partial<Record<WhistleAction, Needs>> = {
  approveBlow: { blowAsked: { ...asked, due: null } },
  returnBlow: { blowAsked: { ...asked, due: null } },
  acknowledge: { everyUnit: { status: 'summoned', acknowledgedAt: null, arrival: null } },
  object: { everyUnit: { status: 'summoned', acknowledgedAt: null, arrival: null } },
  upholdObjection: { everyUnit: { status: 'objected', objection, objected: true, arrival: null } },
  overruleObjection: { everyUnit: { status: 'objected', objection, objected: true, arrival: null } },
  excuseUnit: { everyUnit: { status: 'summoned', arrival: null } },
  reportIn: { everyUnit: { status: 'acknowledged', arrival: null } },
  confirmReportIn: { everyUnit: { status: 'acknowledged', arrival: null } },
  grantExtension: { extensionAsked: { ...asked, reason: '等材料', limit: { amount: 3, unit: 'workingDays' } } },
  refuseExtension: { extensionAsked: { ...asked, reason: '等材料', limit: { amount: 3, unit: 'workingDays' } } },
  approveHold: { holdAsked: { ...asked, obstacle: '雨季', nextReviewAt: T0 + DAY } },
  refuseHold: { holdAsked: { ...asked, obstacle: '雨季', nextReviewAt: T0 + DAY } },
  tellResult: { acceptedAt: T0 },
  giveVerdict: { acceptedAt: T0 },
  receiveSupervision: { everyUnit: { supervision: { ...order, receivedAt: null } } },
  replySupervision: { everyUnit: { supervision: order } },
  closeSupervision: { everyUnit: { supervision: { ...order, byId: someoneElse, reply } } },
  returnSupervision: { everyUnit: { supervision: { ...order, byId: someoneElse, reply } } },
  approveVoid: { voidAsked: { ...asked, reason: 'testData', note: '' } },
  refuseVoid: { voidAsked: { ...asked, reason: 'testData', note: '' } },
};

const reached = new Map<WhistleState, WhistleSnapshot>(whistleStates.map((state) => [state, whistleIn(state).snapshot]));
const later = whistleIn('fedBack').snapshot;
const rated = whistleIn('cleared').snapshot;

/** Evidence that the steps of one stage want and the way to it leaves to be gathered. */
function gathered(snapshot: WhistleSnapshot, action: WhistleAction, hat: WhistleHat): WhistleSnapshot {
  const plan = later.plan && { ...later.plan, at: T0 };
  const byStage: Partial<Record<WhistleAction, Partial<WhistleSnapshot>>> = {
    closeOpinions: { visit: later.visit, households: later.households.map((door) => ({ ...door, opinions: 1 })) },
    approvePlan: { plan, units: snapshot.units.map((unit) => ({ ...unit, planAnswer: { draft: 1, agreed: true, reason: '', at: T0 } })) },
    agreePlan: { plan },
    objectPlan: { plan },
    leave: { results: later.results },
    complete: { results: later.results },
    feedBack: { acceptedAt: T0, households: later.households },
    clear: { units: rated.units },
  };
  const needs = ready[action] ?? byStage[action] ?? {};
  // whoever issued a supervision judges its answer; the street judges any
  const judging = action === 'closeSupervision' || action === 'returnSupervision';
  const mine = judging ? { supervision: { ...order, byId: whistleActor(hat).userId, reply } } : {};
  const next = 'everyUnit' in needs ? { units: snapshot.units.map((unit) => ({ ...unit, ...needs.everyUnit, ...mine })) } : needs;
  // the people who walked the whistle here are not those who act on it now
  const whistle: WhistleSnapshot = { ...snapshot, blownById: someoneElse, approvedById: null, workerIds: [someoneElse], ...next };
  return { ...whistle, units: whistle.units.map((unit) => ({ ...unit, summonedById: someoneElse })) };
}

function outcome(action: WhistleAction, state: WhistleState | null, hat: WhistleHat): string {
  const found = state === null ? null : (reached.get(state) ?? null);
  const snapshot = found && gathered(found, action, hat);
  const command = sampleWhistleCommand(action, { hat, snapshot });
  const decision = decideWhistle({ snapshot, command, actor: whistleActor(hat), context: sampleWhistleContext() });
  if (!decision.ok) return `refused ${decision.refusal.code}`;
  let next = snapshot;
  for (const event of decision.events) {
    next = evolveWhistle(next, { ...event, meta: { seq: (next?.version ?? 0) + 1, at: T0, actorId: someoneElse, v: 1 } });
  }
  return next?.state ?? 'nothing';
}

/** Stages the last answer or arrival completes: not a matter of who may do what. */
const completing = new Set<WhistleAction>(['acknowledge', 'reportIn', 'confirmReportIn', 'upholdObjection', 'excuseUnit']);

describe('the whistle table', () => {
  const expected = allowedTriples();

  it('allows exactly the triples of state, action and person written down by hand', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const action of whistleActions) {
      for (const state of [null, ...whistleStates]) {
        for (const hat of whistleHats) {
          seen += 1;
          const key = `${action} ${state ?? '-'} ${hat}`;
          const result = outcome(action, state, hat);
          const wanted = expected.get(key);
          const stays = result === wanted || (completing.has(action) && CALLING.split(' ').includes(result));
          const right = wanted === undefined ? result.startsWith('refused') : stays;
          if (!right) wrong.push(`${key}: ${result}, expected ${wanted ?? 'a refusal'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBe(51 * 14 * 16);
  });

  it('says why: the role before the scope, the scope before the state, the state before the evidence', () => {
    expect(outcome('clear', 'cleared', 'resident')).toBe('refused notYourRole');
    expect(outcome('clear', 'cleared', 'streetOperator')).toBe('refused notAllowedInState');
    expect(outcome('start', 'executing', 'supportHandler')).toBe('refused outsideScope');
    expect(outcome('acknowledge', 'drafted', 'leadHandler')).toBe('refused outsideScope');
    expect(outcome('blow', null, 'secretary')).toBe('refused whistleUnknown');
    expect(outcome('draft', 'drafted', 'secretary')).toBe('refused alreadyDrafted');
    expect(outcome('leave', 'executing', 'leadHandler')).toBe('refused leadStays');
  });

  it('names for every action where it is allowed, and only people the action is for', () => {
    for (const action of whistleActions) {
      const states = [null, ...whistleStates].filter((state) => whistleAllowedIn(action, state)).map((state) => state ?? '-');
      const hand = new Set([...expected.keys()].filter((key) => key.startsWith(`${action} `)).map((key) => key.split(' ')[1]));
      expect(new Set(states), action).toEqual(hand);
    }
  });

  it('parses every sent command as it is written, and none of the inner ones', () => {
    const { snapshot } = whistleIn('fedBack');
    const inner: readonly WhistleAction[] = innerActions;
    for (const action of whistleActions) {
      const command = sampleWhistleCommand(action, { hat: 'secretary', snapshot: action === 'draft' ? null : snapshot });
      if (inner.includes(action)) expect(whistleCommand.safeParse(command).success, action).toBe(false);
      else expect(whistleCommand.parse(command), action).toEqual(command);
    }
  });

  it('starts with both units called and knows which one leads', () => {
    const units = reached.get('blown')?.units.map(({ departmentId, side }) => [departmentId, side]);
    expect(units).toEqual([
      [HOUSING, 'lead'],
      [URBAN, 'support'],
    ]);
  });
});
