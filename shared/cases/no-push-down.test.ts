import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { whistleCommand } from '../dispatch/whistle-actions.ts';
import { whistleTransitions } from '../dispatch/whistle-table.ts';
import type { Post } from '../identity/identity-schema.ts';
import type { CaseContext } from './case-context.ts';
import { LEAD, SUPPORT, sampleActor, sampleCommand, samplePost, streetLamp, T0, TEAM } from './case-samples.ts';
import { take, walkThrough, wayTo } from './case-walk.ts';
import { caseCommand } from './cases-actions.ts';
import { caseTransitions } from './cases-table.ts';
import { change } from './guard-line.ts';

const registered = walkThrough(wayTo.registered);
type Sent = { posts: readonly Post[]; input: Record<string, unknown>; context?: Partial<CaseContext> };

function sent({ posts, input, context }: Sent): string {
  const actor = { ...sampleActor('dispatcher'), posts: [...posts] };
  const command = change(sampleCommand('dispatch', { role: 'dispatcher', snapshot: registered.snapshot }), {
    supportUnitIds: [],
    ...input,
  });
  const { decision } = take(registered, {
    action: 'dispatch',
    role: 'dispatcher',
    command,
    now: T0,
    actor,
    ...(context ? { context } : {}),
  });
  return decision.ok ? 'ok' : decision.refusal.code;
}

const community = samplePost('dispatcher');
const desk = samplePost('dispatcher', { unitPath: '/1/4/' });
const street = samplePost('streetOperator');
const toTeam = { leadUnitId: TEAM };
const withTeam = { leadUnitId: LEAD, supportUnitIds: [TEAM] };
const unlisted: Partial<CaseContext> = { category: { ...streetLamp, dutyCode: null } };
const ended: Partial<CaseContext> = { dutyCodes: ['01'] };
const notOwn: Partial<CaseContext> = { category: { ...streetLamp, communityDuty: false } };

describe('what reaches a team of the community', () => {
  it.each<[string, Sent, string]>([
    ['its own dispatcher gives it what the community calls its own', { posts: [community], input: toTeam }, 'ok'],
    ['also what no item of the list covers', { posts: [community], input: toTeam, context: unlisted }, 'ok'],
    ['but nothing else', { posts: [community], input: toTeam, context: notOwn }, 'notCommunityDuty'],
    ['a duty desk of the street sends down what is on the list', { posts: [desk], input: toTeam }, 'ok'],
    ['not what is not on it', { posts: [desk], input: toTeam, context: unlisted }, 'notOnDutyList'],
    ['nor what was taken off it', { posts: [desk], input: toTeam, context: ended }, 'notOnDutyList'],
    ['the street adds it as a support for what is on the list', { posts: [street], input: withTeam }, 'ok'],
    ['not for what is not on it', { posts: [street], input: withTeam, context: unlisted }, 'notOnDutyList'],
    ['nor for what was taken off it', { posts: [street], input: withTeam, context: ended }, 'notOnDutyList'],
    ['and never makes it the lead', { posts: [street], input: toTeam }, 'targetNotDepartment'],
    ['departments need no list', { posts: [street], input: { leadUnitId: LEAD, supportUnitIds: [SUPPORT] }, context: unlisted }, 'ok'],
  ])('%s', (_, told, refusal) => {
    expect(sent(told)).toBe(refusal);
  });
});

/** Fields of an action by which it names a unit of the directory. */
const naming = /^(leadUnitId|supportUnitIds|replacementUnitId|departmentId|unitId|tasks)$/;
type Schema = { anyOf?: Schema[]; oneOf?: Schema[]; properties?: Record<string, Schema & { const?: string }> };
function fieldsOf(schema: Schema): [string, string[]][] {
  return (schema.oneOf ?? schema.anyOf ?? []).map(({ properties }) => [
    properties?.['action']?.const ?? '',
    Object.keys(properties?.['input']?.properties ?? {}).filter((field) => naming.test(field)),
  ]);
}
const asJson = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

describe('no step of a department names a community', () => {
  it('of a case none names a unit at all: a department neither passes on nor objects to somebody', () => {
    const fields = fieldsOf(asJson(caseCommand));
    expect(fields.length).toBe(Object.keys(caseTransitions).length);
    const byDepartments = fields.filter(([action]) => {
      const { roles } = caseTransitions[action as keyof typeof caseTransitions];
      return roles.some((role) => role === 'departmentHandler' || role === 'departmentLead');
    });
    expect(byDepartments.length).toBeGreaterThan(5);
    // a report names its place and goes through dispatch like any other; a support's own result names the support itself
    expect(byDepartments.filter(([, named]) => named.length > 0)).toEqual([
      ['submit', ['unitId']],
      ['recordSupportResult', ['unitId']],
    ]);
  });

  it('of a whistle it names itself, and in a plan the community for a matter of the list alone', () => {
    const fields = fieldsOf(asJson(whistleCommand));
    const byDepartments = fields.filter(([action]) => {
      const roles = whistleTransitions[action as keyof typeof whistleTransitions]?.roles ?? [];
      return roles.some((role) => role === 'departmentHandler' || role === 'departmentLead');
    });
    expect(byDepartments.length).toBeGreaterThan(10);
    const others = byDepartments.filter(([, named]) => named.some((field) => field !== 'unitId'));
    expect(others).toEqual([['proposePlan', ['tasks']]]);
  });
});
