import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { parseWallClock } from '#shared/kernel/zone-time.ts';

/** Shanghai wall-clock time. */
const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
  town.test.clock.now = at('2026-11-26T10:00');
});
afterAll(() => town.close());

async function apiOf(person: Person) {
  return callAs(town.test.platform, (await town.as(person)).actor).dispatch;
}

async function act(person: Person, { id, action, input = {} }: { id: WhistleId; action: SentAction; input?: object }) {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  await (await apiOf(person)).act(whistleCommand.parse({ action, input: { ...common, ...input } }));
}

async function blown(): Promise<WhistleId> {
  const id = newId<WhistleId>();
  const { works, sanitation } = town.departments;
  const matter = {
    ...{ whistleType: 'appeal', title: '28 号院地面起皮坑洼', reason: '社区没有经费', point: lampPoint, address: '四环胡同 28 号院' },
    ...{ caseIds: [], leadUnitId: works, supportUnitIds: [sanitation], areaM2: 1500, persons: 70 },
  };
  await act('secretary', { id, action: 'draft', input: matter });
  await act('secretary', { id, action: 'blow' });
  await act('streetOperator', { id, action: 'approveBlow' });
  return id;
}

describe('what the form of an answer opens with', () => {
  it('is a working morning before the limit, for the own unit alone, and nothing for who does not answer', async () => {
    const id = await blown();
    const unit = { whistleId: id, eta: at('2026-11-27T09:30'), reportInBy: at('2026-11-30T18:00'), contact: null };
    const { works, sanitation } = town.departments;
    expect(await (await apiOf('handler')).answers({ whistleIds: [id] })).toEqual([{ ...unit, unitId: works }]);
    expect(await (await apiOf('supporter')).answers({ whistleIds: [id] })).toEqual([{ ...unit, unitId: sanitation }]);
    for (const person of ['secretary', 'streetOperator', 'teamHandler', 'resident'] as const) {
      expect(await (await apiOf(person)).answers({ whistleIds: [id] }), person).toEqual([]);
    }
    expect((await (await apiOf('handler')).byId({ whistleId: id })).answers).toEqual([{ ...unit, unitId: works }]);
    expect((await (await apiOf('secretary')).byId({ whistleId: id })).answers).toEqual([]);
  });

  it('names whom this person named for this unit last time', async () => {
    const [first, second, third] = [await blown(), await blown(), await blown()];
    const contact = { person: '田力', phone: '18800004101' };
    const eta = at('2026-11-27T14:00');
    const unitId = town.departments.works;
    await act('handler', { id: first, action: 'acknowledge', input: { unitId, person: '甲', phone: '18800004100', eta } });
    await act('handler', { id: second, action: 'acknowledge', input: { unitId, ...contact, eta } });
    expect(await (await apiOf('handler')).answers({ whistleIds: [first, third] })).toMatchObject([{ whistleId: third, contact }]);
    // somebody else of the unit has named nobody yet
    expect(await (await apiOf('lead')).answers({ whistleIds: [third] })).toMatchObject([{ contact: null }]);
    expect(await (await apiOf('supporter')).answers({ whistleIds: [third] })).toMatchObject([{ contact: null }]);
  });
});
