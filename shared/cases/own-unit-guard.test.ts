import { describe, expect, it } from 'vitest';
import type { Role } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { availableActions } from './available-actions.ts';
import { applicant, LEAD, SUPPORT, sampleActor, sampleCommand, samplePost, T0, TEAM } from './case-samples.ts';
import { defaultCaseSettings } from './case-settings.ts';
import { take, walkThrough, wayTo } from './case-walk.ts';
import type { CaseAction } from './cases-actions.ts';
import { caseTransitions } from './cases-table.ts';
import { change } from './guard-line.ts';
import { judgingSteps } from './own-unit-guard.ts';

type Way = Parameters<typeof walkThrough>[0];
type Judging = { action: CaseAction; way: Way; roles: readonly Role[]; input?: Record<string, unknown> };
const extension: Way = [...wayTo.inProgress, ['requestExtension', 'departmentHandler']];
const hold: Way = [...wayTo.inProgress, ['requestHold', 'departmentLead']];
const voiding: Way = [...wayTo.inProgress, ['requestVoid', 'dispatcher']];
const replied: Way = [
  ...wayTo.inProgress,
  ['supervise', 'streetOperator'],
  ['acknowledgeSupervision', 'departmentHandler'],
  ['replySupervision', 'departmentHandler'],
];
const tried: Way = [...wayTo.closed, ...Array.from({ length: 3 }, () => ['tryCallback', 'callbackOfficer'] as const)];

/** Written by hand: who judges what a unit did or asks for, and when. */
const judging: readonly Judging[] = [
  { action: 'upholdObjection', way: wayTo.objected, roles: ['streetOperator'] },
  { action: 'overruleObjection', way: wayTo.objected, roles: ['streetOperator'] },
  { action: 'grantExtension', way: extension, roles: ['streetOperator'] },
  { action: 'refuseExtension', way: extension, roles: ['streetOperator'] },
  { action: 'approveHold', way: hold, roles: ['secretary', 'streetOperator'] },
  { action: 'refuseHold', way: hold, roles: ['secretary', 'streetOperator'] },
  { action: 'inspectPass', way: wayTo.feedback, roles: ['inspector', 'gridWorker'] },
  { action: 'inspectFail', way: wayTo.feedback, roles: ['inspector', 'gridWorker'] },
  { action: 'tryCallback', way: wayTo.closed, roles: ['callbackOfficer'] },
  { action: 'recordCallback', way: wayTo.closed, roles: ['callbackOfficer'] },
  { action: 'markUnreachable', way: tried, roles: ['callbackOfficer'] },
  { action: 'reopen', way: wayTo.closed, roles: ['callbackOfficer'], input: { ground: 'complaintVerified' } },
  { action: 'approveVoid', way: voiding, roles: ['dispatcher', 'secretary', 'streetOperator'] },
  { action: 'refuseVoid', way: voiding, roles: ['dispatcher', 'secretary', 'streetOperator'] },
  { action: 'supervise', way: wayTo.inProgress, roles: ['secretary', 'streetOperator'] },
  { action: 'closeSupervision', way: replied, roles: ['streetOperator'] },
  { action: 'returnSupervision', way: replied, roles: ['streetOperator'] },
];
const lines = judging.flatMap((line) => line.roles.map((role) => ({ ...line, role })));

/** Somebody with an office and a post in a department. */
function withPost(office: Role, post: 'departmentHandler' | 'departmentLead', departmentId: DepartmentId) {
  const actor = sampleActor(office, 2);
  return { ...actor, posts: [...actor.posts, samplePost(post, { departmentId })] };
}

describe('nobody judges their own unit', () => {
  it('has a line for every step that judges', () => {
    expect(judging.map(({ action }) => action).sort()).toEqual([...judgingSteps].sort());
    // the applicant rates, and the system reopens: neither is an office
    const office = (role: Role) => role !== 'resident' && role !== 'system';
    const allowed = judging.map(({ action, roles }) => [action, [...roles].sort()]);
    const byTable = judging.map(({ action }) => [action, caseTransitions[action].roles.filter(office).sort()]);
    const street = ['closeSupervision', 'returnSupervision'];
    expect(allowed.filter(([action]) => !street.includes(String(action)))).toEqual(
      byTable.filter(([action]) => !street.includes(String(action))),
    );
  });

  it.each(lines)(
    '$action by the $role: not with a post in the lead or a support, but with one elsewhere',
    ({ action, way, role, input }) => {
      const walk = walkThrough(way);
      const tell = (actor: ReturnType<typeof withPost>) => {
        const command = change(sampleCommand(action, { role, snapshot: walk.snapshot }), input);
        const { decision } = take(walk, { action, role, actor, command });
        const offered = availableActions({ snapshot: walk.snapshot, actor, now: T0, settings: defaultCaseSettings }).includes(action);
        return [decision.ok ? 'ok' : decision.refusal.code, offered];
      };
      expect(tell(withPost(role, 'departmentHandler', LEAD))).toEqual(['ownInterest', false]);
      expect(tell(withPost(role, 'departmentLead', LEAD))).toEqual(['ownInterest', false]);
      expect(tell(withPost(role, 'departmentHandler', SUPPORT))).toEqual(['ownInterest', false]);
      expect(tell(withPost(role, 'departmentHandler', TEAM))).toEqual(['ok', true]);
    },
  );

  it('names the nearer reason first: an own request, an own reply, an own order', () => {
    const both = withPost('secretary', 'departmentLead', LEAD);
    const asked = walkThrough([...wayTo.inProgress, { action: 'requestHold', role: 'departmentLead', actor: both }]);
    expect(take(asked, { action: 'approveHold', role: 'secretary', actor: both }).decision).toMatchObject({
      refusal: { code: 'ownRequest' },
    });
  });

  it('leaves the applicant the own rating, whatever their post', () => {
    const actor = { ...applicant, posts: [...applicant.posts, ...withPost('callbackOfficer', 'departmentHandler', LEAD).posts] };
    const closed = walkThrough(wayTo.closed);
    expect(take(closed, { action: 'recordCallback', role: 'resident', actor }).decision.ok).toBe(true);
    expect(take(closed, { action: 'tryCallback', role: 'callbackOfficer', actor }).decision).toMatchObject({
      refusal: { code: 'ownInterest' },
    });
  });

  it('goes a level up: the operator of the district rules where the one of the street belongs to the unit', () => {
    const district = { ...sampleActor('streetOperator', 3), posts: [samplePost('streetOperator', { unitPath: '/1/' })] };
    const walk = walkThrough(wayTo.objected);
    const own = withPost('streetOperator', 'departmentHandler', LEAD);
    expect(take(walk, { action: 'overruleObjection', role: 'streetOperator', actor: own }).decision.ok).toBe(false);
    expect(take(walk, { action: 'overruleObjection', role: 'streetOperator', actor: district }).decision.ok).toBe(true);
  });

  it('says nothing of a case without a unit', () => {
    const walk = walkThrough([...wayTo.reported, ['requestVoid', 'dispatcher']]);
    const actor = withPost('secretary', 'departmentHandler', LEAD);
    expect(take(walk, { action: 'approveVoid', role: 'secretary', actor }).decision.ok).toBe(true);
  });
});
