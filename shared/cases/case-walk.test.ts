import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../identity/identity-schema.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { availableActions } from './available-actions.ts';
import { applicant, LEAD, PHOTO, SUPPORT, sampleActor, sampleCommand, samplePost, T0, TEAM } from './case-samples.ts';
import { defaultCaseSettings } from './case-settings.ts';
import { take, type Walk, walkThrough } from './case-walk.ts';
import type { CaseCommand } from './cases-actions.ts';
import { caseActions, caseCommand } from './cases-actions.ts';
import { type CaseEvent, casePayloads } from './cases-events.ts';
import { type CaseSnapshot, caseSnapshot } from './cases-schema.ts';
import { caseTransitions } from './cases-table.ts';
import { evolveCase, replayCase } from './evolve-case.ts';

const offices = ['gridWorker', 'secretary', 'dispatcher', 'streetOperator', 'inspector', 'callbackOfficer'] as const;
const people: readonly { role: Role; actor: Actor }[] = [
  ...roles.flatMap((role) => [0, 1].map((n) => ({ role, actor: sampleActor(role, n) }))),
  // people of an office and a unit, who would judge themselves
  ...offices.map((role, index) => {
    const actor = sampleActor(role, 2);
    const departmentId = [LEAD, SUPPORT, TEAM][index % 3] ?? LEAD;
    return { role, actor: { ...actor, posts: [...actor.posts, samplePost('departmentHandler', { departmentId })] } };
  }),
];
/** What only somebody outside the units of the case does: written apart from the steps that the code bars. */
const outsiders: readonly CaseEvent['type'][] = [
  ...(['ObjectionUpheld', 'ObjectionOverruled', 'ExtensionGranted', 'ExtensionRefused', 'CaseHeld', 'HoldRefused'] as const),
  ...(['CaseClosed', 'InspectionFailed', 'CallbackTried', 'CallbackUnreachable', 'CaseReopened', 'CaseVoided', 'VoidRefused'] as const),
  ...(['SupervisionIssued', 'SupervisionReturned', 'SupervisionClosed'] as const),
];
const step = fc.record({
  pick: fc.nat(),
  person: fc.nat(),
  blind: fc.integer({ min: 0, max: 9 }),
  wait: fc.nat({ max: 3 * DAY }),
  vary: fc.nat({ max: 5 }),
});
type Drawn = { pick: number; person: number; blind: number; wait: number; vary: number };

/** Variants of the good command: bad answers, missing photos, other ratings. */
function varied(command: CaseCommand, vary: number): CaseCommand {
  if (command.action === 'answerVerification') command.input.isTrue = vary !== 0;
  if (command.action === 'recordCallback') {
    command.input.solved = vary < 3 ? 'no' : 'yes';
    command.input.rating = vary % 2 === 0 ? 1 : 4;
  }
  if (command.action === 'reopen') command.input.ground = vary % 2 === 0 ? 'notSolved' : 'complaintVerified';
  if (command.action === 'supervise' && vary === 0) command.input.until = Date.parse('2500-12-31');
  if (command.action === 'inspectPass') command.input.photoIds = vary === 0 ? [] : [PHOTO];
  return command;
}

/** Mostly an action somebody may take (so that walks get far), sometimes anything by anybody. */
function nextMove({ pick, person, blind }: Drawn, snapshot: CaseSnapshot, now: number) {
  const anybody = people[person % people.length] ?? { role: 'resident' as const, actor: applicant };
  const anything = { ...anybody, action: caseActions[pick % caseActions.length] ?? 'addNote' };
  if (blind === 0) return anything;
  const offers = people.flatMap(({ role, actor }) =>
    availableActions({ snapshot, actor, now, settings: defaultCaseSettings }).map((action) => ({ role, actor, action })),
  );
  const ending = ['decline', 'divert', 'requestVoid', 'approveVoid', 'addNote', 'supervise', 'upholdObjection'];
  const actions = [...new Set(offers.map((offer) => offer.action))].filter((action) => blind === 1 || !ending.includes(action));
  const chosen = actions[pick % Math.max(1, actions.length)];
  const able = offers.filter((offer) => offer.action === chosen);
  return able[person % Math.max(1, able.length)] ?? anything;
}

type Happened = { before: CaseSnapshot; event: CaseEvent; after: CaseSnapshot; history: readonly CaseEvent[]; actor: Actor };
/** Who sent the case, the latest order last. */
const sendersIn = (history: readonly CaseEvent[]) => history.flatMap(({ type, meta }) => (type === 'CaseDispatched' ? [meta.actorId] : []));

function checkEvent({ before, event, after, history, actor }: Happened): void {
  const units = [before.leadUnitId, ...before.supportUnits.map(({ departmentId }) => departmentId)];
  const own = actor.posts.flatMap(({ departmentId }) => departmentId ?? []);
  const asOffice = outsiders.includes(event.type) || (event.type === 'CallbackRecorded' && event.payload.by === 'officer');
  if (asOffice) expect(own.filter((id) => units.includes(id))).toEqual([]);
  if (event.type === 'ObjectionUpheld' || event.type === 'ObjectionOverruled')
    expect(sendersIn(history).at(-1)).not.toBe(event.meta.actorId);
  if (event.type === 'SupervisionIssued') expect(event.payload.until).toBeLessThanOrEqual(event.meta.at + 3 * 366 * DAY);
  if (['declined', 'diverted', 'closed', 'reviewed', 'void'].includes(after.state))
    expect(after.supervision?.state ?? 'closed').toBe('closed');
  expect(casePayloads[event.type].safeParse(event.payload)).toMatchObject({ success: true });
  expect(after.version).toBe(before.version + 1);
  if (event.type === 'CaseClosed') {
    expect(before.state).toBe('feedback');
    expect(before.handlerIds).not.toContain(event.meta.actorId);
  }
  if (after.state === 'closed' && before.state !== 'closed') expect(event.type).toBe('CaseClosed');
  if (after.state === 'void' && event.type === 'CaseVoided') expect(before.voidAsked?.byId).not.toBe(event.meta.actorId);
  if (event.type === 'CaseResumed') expect(after.finishDue?.at).toBeGreaterThanOrEqual(before.finishDue?.at ?? 0);
  if (event.type === 'InspectionFailed') expect(after.finishDue?.at).toBeGreaterThanOrEqual(before.finishDue?.at ?? 0);
  if (before.contactedAt !== null) expect(after.contactedAt).toBe(before.contactedAt);
  if (before.caseNo !== null) expect(after.caseNo).toBe(before.caseNo);
  if (after.state === 'onHold') expect(after.heldAt).not.toBeNull();
  if (after.state === 'inProgress') expect(after.leadUnitId).not.toBeNull();
}

describe('random walks', () => {
  it('keeps every law of the lifecycle on every path', () => {
    const reached = new Set<string>();
    const left = new Set<string>();
    const walks = fc.property(
      fc.constantFrom('resident' as const, 'gridWorker' as const),
      fc.array(step, { minLength: 5, maxLength: 60 }),
      (from, steps) => {
        let walk: Walk = walkThrough([['submit', from]]);
        let now = T0;
        for (const drawn of steps) {
          const before = walk.snapshot;
          if (before === null) throw new Error('a walk has a case');
          now += drawn.wait % (drawn.vary === 0 ? 3 * DAY : HOUR);
          const { action, role, actor } = nextMove(drawn, before, now);
          const command = varied(sampleCommand(action, { role, snapshot: before, now }), drawn.vary);
          const { walk: next, decision } = take(walk, { action, role, actor, now, command });
          if (decision.ok && next.snapshot !== null) {
            expect(decision.events.map((event) => event.type)).toEqual(caseTransitions[action].events);
            const { to } = caseTransitions[action];
            expect(to === 'same' ? [before.state] : to).toContain(next.snapshot.state);
            expect(availableActions({ snapshot: before, actor, now, settings: defaultCaseSettings })).toContain(action);
            const event = next.events.at(-1);
            if (event) checkEvent({ before, event, after: next.snapshot, history: walk.events, actor });
            if (event) left.add(event.type);
          } else expect(next).toBe(walk);
          walk = next;
          if (walk.snapshot) reached.add(walk.snapshot.state);
        }
        expect(replayCase(walk.events)).toEqual(walk.snapshot);
        expect(walk.snapshot?.version).toBe(walk.events.length);
        expect(caseSnapshot.safeParse(walk.snapshot)).toMatchObject({ success: true });
        expect(replayCase(JSON.parse(JSON.stringify(walk.events)))).toEqual(walk.snapshot);
      },
    );
    fc.assert(walks, { numRuns: 300, seed: 2611 });
    expect(reached.size).toBe(13);
    expect([...Object.keys(casePayloads)].filter((type) => !left.has(type))).toEqual(['CaseReported', 'DueRecomputed']);
  });

  it('refuses a history with a gap or a wrong beginning', () => {
    const { events } = walkThrough([
      ['submit', 'resident'],
      ['register', 'dispatcher'],
    ]);
    const [first, second] = events;
    if (first === undefined || second === undefined) throw new Error('two events expected');
    expect(() => replayCase([second])).toThrow('has number 2 instead of 1');
    expect(() => replayCase([first, first])).toThrow('has number 1 instead of 2');
    expect(() => evolveCase(null, { ...second, meta: { ...second.meta, seq: 1 } })).toThrow('begins with CaseReported');
    expect(replayCase([])).toBeNull();
  });
});

describe('inputs', () => {
  it.each(caseActions)('%s parses as a command', (action) => {
    const command = sampleCommand(action, {
      role: 'streetOperator',
      snapshot: action === 'submit' ? null : walkThrough([['submit', 'resident']]).snapshot,
    });
    expect(caseCommand.parse(command)).toEqual(command);
  });

  it('answers with error keys', () => {
    const issues = (action: 'addNote' | 'submitFeedback', change: object) => {
      const command = sampleCommand(action, { role: 'resident', snapshot: walkThrough([['submit', 'resident']]).snapshot });
      return caseCommand.safeParse({ action, input: { ...command.input, ...change } }).error?.issues.map((issue) => issue.message);
    };
    expect(issues('addNote', { note: '  ' })).toEqual(['required']);
    expect(issues('addNote', { note: '长'.repeat(1001) })).toEqual(['tooLong']);
    expect(issues('submitFeedback', { costFen: -1 })).toEqual(['outOfRange']);
  });
});
