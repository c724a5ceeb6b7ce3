import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { CaseId, RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { HOUR } from '#shared/kernel/time.ts';

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
});
afterAll(() => town.close());

const apiOf = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor);
const common = () => ({ districtId: town.districtId, requestId: newId<RequestId>() });
const registration = {
  ...{ kind: 'report', urgency: 'normal', categoryScheme: 'GB/T 30428', categoryCode: '01017', point: null },
  ...{ address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
} as const;

async function registered(): Promise<CaseId> {
  const id = await town.submit('resident');
  await town.act('dispatcher', id, { action: 'register', ...registration } as never);
  return id;
}
const withTeam = async (id: CaseId) => {
  const { works, northTeam } = town.departments;
  await town.act('streetOperator', id, { action: 'dispatch', leadUnitId: works, supportUnitIds: [northTeam], note: '' });
};

describe('a case sent down to a team of the community', () => {
  it('needs an item of the duty list in force, which the administrator names for its class', async () => {
    const { dispatch, categories } = await apiOf('administrator');
    const id = await registered();
    expect(await refusalOf(withTeam(id))).toBe('notOnDutyList');
    const change = (expectedVersion: number, dutyCode: string | null) => ({
      ...{ ...common(), expectedVersion, parentCode: null, sort: 0, validFrom: town.test.clock.now + 1000 },
      category: { ...streetLamp, leadDepartmentId: town.departments.works, dutyCode },
    });
    expect(await refusalOf(categories.revise(change(1, '11')))).toBe('dutyUnknown');
    await dispatch.addDuty({ ...common(), code: '11', nameZh: '路灯巡查报修', basis: '示范区社区职责清单' });
    await categories.revise(change(1, '11'));
    town.test.clock.now += HOUR;
    await withTeam(id);
    const [item] = await dispatch.duties({ districtId: town.districtId });
    await dispatch.endDuty({ ...common(), dutyId: item?.id ?? '', reason: '改由市政承担' });
    const other = await registered();
    expect(await refusalOf(withTeam(other))).toBe('notOnDutyList');
  });

  it('is its own affair while the community itself sends it, list or none', async () => {
    const id = await registered();
    await town.act('dispatcher', id, { action: 'dispatch', leadUnitId: town.departments.northTeam, supportUnitIds: [], note: '' });
  });
});

describe('a whistle', () => {
  const act = async (person: Person, told: { id: WhistleId; action: SentAction; input?: object }) => {
    const row = await town.test.platform.db.whistle.findUnique({ where: { id: told.id }, select: { version: true } });
    const input = { whistleId: told.id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0, ...told.input };
    await (await apiOf(person)).dispatch.act(whistleCommand.parse({ action: told.action, input }));
  };

  it('calls no team of the community, by no way', async () => {
    const { works, sanitation, northTeam } = town.departments;
    const matter = (supportUnitIds: string[], leadUnitId: string = works) => ({
      ...{ whistleType: 'appeal', title: '28 号院地面起皮坑洼', reason: '社区没有经费', point: lampPoint, address: '28 号院', caseIds: [] },
      ...{ leadUnitId, supportUnitIds, areaM2: null, persons: null },
    });
    const draft = (input: object) => act('secretary', { id: newId<WhistleId>(), action: 'draft', input });
    expect(await refusalOf(draft(matter([northTeam])))).toBe('targetNotDepartment');
    expect(await refusalOf(draft(matter([], northTeam)))).toBe('targetNotDepartment');
    const id = newId<WhistleId>();
    await act('secretary', { id, action: 'draft', input: matter([sanitation]) });
    await act('secretary', { id, action: 'blow' });
    await act('streetOperator', { id, action: 'approveBlow' });
    const summon = { id, action: 'summonSupport', input: { unitId: northTeam, reason: '人手不够' } } as const;
    expect(await refusalOf(act('streetOperator', summon))).toBe('targetNotDepartment');
    await act('lead', { id, action: 'object', input: { unitId: works, reason: '归社区', legalBasis: '第十二条' } });
    const uphold = { id, action: 'upholdObjection', input: { unitId: works, ruling: '由社区办', replacementUnitId: northTeam } } as const;
    expect(await refusalOf(act('secondOperator', uphold))).toBe('targetNotDepartment');
  });
});
