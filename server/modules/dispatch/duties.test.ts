import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import type { RequestId } from '#shared/kernel/ids.ts';

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
});
afterAll(() => town.close());

const apiOf = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor);
const common = () => ({ districtId: town.districtId, requestId: newId<RequestId>() });
const duty = (code: string, over: object = {}) => ({ ...common(), code, nameZh: `事项${code}`, basis: '示范区社区职责清单', ...over });
const codes = async (ended = false) => {
  const list = await (await apiOf('secretary')).dispatch.duties({ districtId: town.districtId, ended });
  return list.map(({ code, ended: end }) => (end ? `${code} ended` : code));
};
const audit = async (action: string) => {
  const where = { action, outcome: 'done' };
  const lines = await town.test.platform.db.auditLine.findMany({ where, orderBy: { id: 'asc' }, select: { detail: true } });
  return lines.map(({ detail }) => detail);
};

describe('the community duty list', () => {
  it('takes an item once per request and once per code, and tells who may not', async () => {
    const { dispatch } = await apiOf('administrator');
    const first = duty('01');
    await Promise.all([dispatch.addDuty(first), dispatch.addDuty(first)]);
    expect(await codes()).toEqual(['01']);
    expect(await refusalOf(dispatch.addDuty(duty('01')))).toBe('dutyTaken');
    expect(await refusalOf((await apiOf('secretary')).dispatch.addDuty(duty('02')))).toBe('notYourRole');
    expect(await audit('dispatch.addDuty')).toEqual([{ code: '01', nameZh: '事项01', nameEn: '', basis: '示范区社区职责清单' }]);
  });

  it('lets one of two administrators add a code at the same moment', async () => {
    const { dispatch } = await apiOf('administrator');
    const both = await Promise.allSettled([dispatch.addDuty(duty('02')), dispatch.addDuty(duty('02', { nameZh: '另一条' }))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codes()).toEqual(['01', '02']);
  });

  it('ends an item with a reason, keeps it in the history, and frees its code', async () => {
    const { dispatch } = await apiOf('administrator');
    const [first] = await dispatch.duties({ districtId: town.districtId });
    if (!first) throw new Error('a duty expected');
    town.test.clock.now += 1000;
    await dispatch.endDuty({ ...common(), dutyId: first.id, reason: '改由物业承担' });
    expect(await refusalOf(dispatch.endDuty({ ...common(), dutyId: first.id, reason: '再停一次' }))).toBe('dutyUnknown');
    expect(await codes()).toEqual(['02']);
    await dispatch.addDuty(duty('01', { nameZh: '楼道巡查' }));
    expect(await codes(true)).toEqual(['01', '01 ended', '02']);
    const told = await dispatch.duties({ districtId: town.districtId, ended: true });
    expect(told[1]).toMatchObject({
      by: '王administrator',
      ended: { at: town.test.clock.now, why: '改由物业承担', by: '王administrator' },
    });
    const shown = await (await apiOf('secretary')).dispatch.duties({ districtId: town.districtId, ended: true });
    expect(shown[1]).toMatchObject({ by: null, ended: { why: '', by: null } });
  });

  it('imports what can be taken, once, and refuses when somebody changed the list after the preview', async () => {
    const { dispatch } = await apiOf('administrator');
    const text = '01,重复,清单\n11,小广告清除,清单\n12,,清单\n13,公示栏更新,清单,Notice boards';
    const input = { ...common(), text, codes: ['11', '13'] };
    await dispatch.addDuty(duty('13'));
    expect(await refusalOf(dispatch.importDuties(input))).toBe('listChanged');
    const again = { ...common(), text, codes: ['11'] };
    await dispatch.importDuties(again);
    await dispatch.importDuties(again);
    expect(await codes()).toEqual(['01', '02', '11', '13']);
    expect(await refusalOf(dispatch.importDuties({ ...common(), text, codes: ['11'] }))).toBe('listChanged');
    expect(await audit('dispatch.importDuties')).toEqual([{ codes: ['11'] }]);
  });
});
