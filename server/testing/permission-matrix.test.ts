import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseActions } from '#shared/cases/cases-actions.ts';
import { innerActions, type SentAction, type WhistleAction, whistleActions } from '#shared/dispatch/whistle-actions.ts';
import { type Actor, roles } from '#shared/identity/identity-schema.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import { newId } from '../platform/ids.ts';
import { appRouter } from '../router.ts';
import { callAs } from './caller.ts';
import { actionCall, type Call, calls } from './permission-calls.ts';
import {
  actionMatrix,
  everyone,
  permissionMatrix,
  permissionRefusals,
  type Row,
  supportSteps,
  type Who,
  whistleMatrix,
} from './permission-matrix.ts';
import { applicant, openPermissionWorld, type PermissionWorld } from './permission-world.ts';
import { townBuilder } from './town-builder.ts';
import { whistleCall } from './whistle-calls.ts';

let world: PermissionWorld;
beforeAll(async () => {
  world = await openPermissionWorld();
});
afterAll(() => world.close());

type SideName = 'inside' | 'outside';
const sides = ['inside', 'outside'] as const satisfies readonly SideName[];
const byPath: Readonly<Record<string, unknown>> = appRouter._def.procedures;
const procedures = Object.entries(byPath).map(([path, procedure]) => ({ path, type: (procedure as { _def: { type: string } })._def.type }));
const queries = procedures.filter(({ type }) => type === 'query').map(({ path }) => path);
const inner: readonly WhistleAction[] = innerActions;
const sentActions = whistleActions.filter((action) => !inner.includes(action));
const actions = caseActions.filter((action) => action !== 'submit');

function actorOf(who: Who, side: SideName): Actor | null {
  return who === 'visitor' ? null : world[side][who];
}

/** The code of a refusal; anything else that goes wrong is a fault of the test or of the product. */
function refusalCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause && typeof cause === 'object' && 'refusal' in cause) return (cause.refusal as { code: string }).code;
  throw error;
}

async function may(call: Call, { who, actor }: { who: Who; actor: Actor | null }): Promise<boolean> {
  try {
    const answer = await call.ask({ api: callAs(world.test.platform, actor), world, who });
    return call.shows?.(answer, world) ?? true;
  } catch (error) {
    return !permissionRefusals.has(refusalCode(error));
  }
}

async function rowOf(call: Call, actorFor: (who: Who, side: SideName) => Actor | null = actorOf): Promise<Row> {
  const found: Record<SideName, Who[]> = { inside: [], outside: [] };
  for (const side of sides) {
    for (const who of everyone) if (await may(call, { who, actor: actorFor(who, side) })) found[side].push(who);
  }
  return found;
}

const inOrder = ({ inside, outside }: Row): Row => ({
  inside: everyone.filter((who) => inside.includes(who)),
  outside: everyone.filter((who) => outside.includes(who)),
});

describe('the matrix is whole', () => {
  it('has a line for every procedure and no line for one that does not exist', () => {
    const listed = Object.keys(permissionMatrix);
    const real = procedures.map(({ path }) => path).filter((path) => path !== 'cases.act' && path !== 'dispatch.act');
    expect(real.length).toBeGreaterThan(40);
    expect([...listed].sort()).toEqual([...real].sort());
    expect(Object.keys(calls).sort()).toEqual([...listed].sort());
  });

  it('has a line for every action and asks every role', () => {
    expect(Object.keys(actionMatrix).sort()).toEqual([...actions].sort());
    expect(Object.keys(whistleMatrix).sort()).toEqual([...sentActions].sort());
    expect([...everyone].sort()).toEqual(['visitor', ...roles.filter((role) => role !== 'system')].sort());
  });
});

describe('who may do what, inside and outside of their scope', () => {
  it.each(Object.entries(permissionMatrix))('%s', async (path, expected) => {
    const call = calls[path];
    if (!call) throw new Error(`nobody knows how to call ${path}`);
    expect(await rowOf(call)).toEqual(inOrder(expected));
  });

  it.each(Object.entries(actionMatrix))('cases.act %s', async (action, inside) => {
    // a supporting department answers for its own part, the lead for everything else
    const actorFor = (who: Who, side: SideName) =>
      action === 'recordSupportResult' && who === 'departmentHandler' && side === 'inside' ? world.supporter : actorOf(who, side);
    const found = await rowOf(actionCall(action as keyof typeof actionMatrix), actorFor);
    expect(found).toEqual(inOrder({ inside, outside: [] }));
  });

  it.each(Object.entries(whistleMatrix))('dispatch.act %s', async (name, inside) => {
    const action = name as SentAction;
    const actorFor = (who: Who, side: SideName) =>
      supportSteps.has(action) && who === 'departmentHandler' && side === 'inside' ? world.supporter : actorOf(who, side);
    const found = await rowOf(whistleCall(action), actorFor);
    expect(found).toEqual(inOrder({ inside, outside: [] }));
  });

  it('nobody changed the whistle by asking', async () => {
    // opinions at the door are everybody's who holds the code; nothing else moved
    const where = { aggregateId: world.whistleId, type: { not: 'OpinionRecorded' } };
    const events = await world.test.platform.db.domainEvent.findMany({ where, orderBy: { seq: 'asc' }, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual(['WhistleDrafted', 'WhistleBlown', 'HouseholdsListed']);
    expect(await world.test.platform.db.whistle.count()).toBe(1);
  });

  it('nobody changed the case by asking', async () => {
    const { state, departmentIds } = await world.test.platform.db.case.findUniqueOrThrow({ where: { id: world.caseId } });
    expect({ state, departments: departmentIds.length }).toEqual({ state: 'dispatched', departments: 2 });
  });
});

type Answer = { path: string; who: Who; side: SideName; text: string };

async function answersOf(asks: (who: Who, side: SideName) => boolean, paths: readonly string[] = queries): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) {
    for (const side of sides) {
      for (const who of everyone.filter((one) => asks(one, side))) {
        const api = callAs(world.test.platform, actorOf(who, side));
        const text = await calls[path]?.ask({ api, world, who }).then(
          (answer) => JSON.stringify(answer ?? null),
          (error: unknown) => refusalCode(error),
        );
        answers.push({ path, who, side, text: text ?? '' });
      }
    }
  }
  return answers;
}
const found = (answers: readonly Answer[], words: readonly string[]) =>
  answers.flatMap(({ path, who, side, text }) =>
    words.filter((word) => text.includes(word)).map((word) => `${path} tells ${who} ${side}: ${word}`),
  );

describe('personal data', () => {
  it('no answer but that of revealContact holds name or phone of the applicant in clear, for anybody but the applicant', async () => {
    const answers = await answersOf((who, side) => !(who === 'resident' && side === 'inside'));
    expect(answers.length).toBeGreaterThan(700);
    expect(answers.some(({ path, text }) => path === 'cases.byId' && text.includes('欧**'))).toBe(true);
    expect(found(answers, Object.values(applicant))).toEqual([]);
  });

  it('residents, and people of other districts or other departments, are told no names of staff but the grid worker on duty', async () => {
    const hidden = [...world.names.inside].filter(([role]) => role !== 'gridWorker').map(([, name]) => name);
    const answers = await answersOf((who, side) => side === 'outside' || who === 'resident' || who === 'visitor');
    expect(found(answers, hidden)).toEqual([]);
  });

  it('the trail shows residents masked, and of a case elsewhere not even the number', async () => {
    const { platform } = world.test;
    const here = await callAs(platform, world.inside.auditor).audit.list({ caseNo: world.caseNo, limit: 50 });
    expect(here.rows.map(({ actor }) => actor?.name)).toContain('欧**');
    const there = await callAs(platform, world.outside.auditor).audit.list({ personId: world.outside.secretary.userId, limit: 50 });
    expect(there.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(there.rows.map(({ subject }) => subject?.label ?? null))).not.toContain(world.caseNo);
    const asked = await callAs(platform, world.outside.auditor).audit.list({ caseNo: world.caseNo, limit: 50 });
    expect(asked.rows).toEqual([]);
  });

  it('a neighbour in office is not put on the board of strangers, also where no grid lies between', async () => {
    const town = townBuilder(world.test);
    const building = await town.unit('building', '独栋', await town.unit('estate', '独苑', world.community));
    await town.person({ name: '独栋楼长', phone: '18800770099', role: 'buildingHead', unitId: building.id });
    const answer = await callAs(world.test.platform, null).reporting.answerer({ point: null, unitId: building.id });
    expect(answer.worker).toBeNull();
  });

  it('who owes nothing has nothing to do', async () => {
    for (const who of ['auditor', 'administrator', 'buildingHead'] as const) {
      const { rows } = await callAs(world.test.platform, world.inside[who]).cases.list({ view: 'todo', limit: 10 });
      expect({ who, rows: rows.length }).toEqual({ who, rows: 0 });
    }
  });

  it('outside the demo nobody reads the texts that were sent', async () => {
    const api = callAs({ ...world.test.platform, demo: false }, null);
    const code = await api.identity.developmentInbox({ phone: applicant.phone }).then(() => 'answered', refusalCode);
    expect(code).toBe('demoOnly');
  });

  it('every look at a contact leaves a line with who, what and why; a refused one too', async () => {
    const { db } = world.test.platform;
    const ask = async (who: Exclude<Who, 'visitor'>, why: string) => {
      const actor = world.inside[who];
      const answer = await callAs(world.test.platform, actor)
        .cases.revealContact({ caseId: world.caseId, why })
        .then((contact) => contact.phone, refusalCode);
      const lines = await db.auditLine.findMany({
        where: { actorId: actor.userId, aggregateId: world.caseId, action: 'cases.revealContact' },
        orderBy: { id: 'asc' },
      });
      return { answer, last: lines.at(-1)?.outcome, why: (lines.at(-1)?.detail as { why?: string } | null)?.why };
    };
    for (const who of everyone) {
      if (who === 'visitor') continue;
      const granted = permissionMatrix['cases.revealContact']?.inside.includes(who);
      const expected = granted
        ? { answer: applicant.phone, last: 'revealed', why: `因 ${who}` }
        : { answer: 'contactHidden', last: 'refused', why: undefined };
      expect({ who, ...(await ask(who, `因 ${who}`)) }).toEqual({ who, ...expected });
    }
  });

  it('once signed, the department may look, and that too is on record', async () => {
    const { platform } = world.test;
    const handler = callAs(platform, world.inside.departmentHandler);
    const { snapshot } = await handler.cases.byId({ caseId: world.caseId });
    const input = { caseId: world.caseId, requestId: newId<RequestId>(), expectedVersion: snapshot.version };
    await handler.cases.act({ action: 'sign', input });
    for (const who of ['departmentHandler', 'departmentLead'] as const) {
      const actor = world.inside[who];
      await expect(callAs(platform, actor).cases.revealContact({ caseId: world.caseId, why: '上门前联系' })).resolves.toMatchObject(
        applicant,
      );
      const where = { actorId: actor.userId, aggregateId: world.caseId, outcome: 'revealed' };
      expect(await platform.db.auditLine.count({ where })).toBe(1);
    }
    const other = callAs(platform, world.outside.departmentHandler);
    await expect(other.cases.revealContact({ caseId: world.caseId, why: '好奇' }).catch(refusalCode)).resolves.toBe('notFound');
  });
});
