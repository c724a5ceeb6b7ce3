import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { type CaseSettings, caseSettings, defaultCaseSettings } from '#shared/cases/case-settings.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import type { CaseId, RequestId } from '#shared/kernel/ids.ts';
import { DAY, type Instant } from '#shared/kernel/time.ts';
import { readHistory } from './case-history.ts';
import { findCase } from './case-store.ts';

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
});
afterAll(() => town.close());

const apiOf = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor).cases;
const history = async () => (await apiOf('administrator')).settings({ districtId: town.districtId });
const change = (settings: Partial<CaseSettings>, over: object = {}) => ({
  ...{ districtId: town.districtId, requestId: newId<RequestId>(), effectiveFrom: null as Instant | null, why: '区里的规定' },
  ...{ expectedVersion: 0, settings: { ...defaultCaseSettings, ...settings }, ...over },
});
const set = async (settings: Partial<CaseSettings>, over: object = {}) => {
  const { version } = await history();
  await (await apiOf('administrator')).setSettings(change(settings, { expectedVersion: version, ...over }));
};

const registered = async () => {
  const id = await town.submit('resident');
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  const answers = { kind: 'report', urgency: 'normal', point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true };
  await town.act('dispatcher', id, { action: 'register', categoryScheme, categoryCode, ...answers } as never);
  return id;
};
const inProgress = async () => {
  const id = await registered();
  await town.act('streetOperator', id, { action: 'dispatch', leadUnitId: town.departments.works, supportUnitIds: [], note: '' });
  await town.act('handler', id, { action: 'sign' });
  return id;
};
const fedBack = async (id: CaseId) =>
  town.act('handler', id, { action: 'submitFeedback', result: '换了灯泡', photoIds: [await town.photo('handler')], costFen: null });
/** 150 m north of the lamp. */
const near = { ...lampPoint, lat: lampPoint.lat + 0.00135 };
const inspect = async (id: CaseId) =>
  town.act('inspector', id, {
    action: 'inspectPass',
    ...{ note: '', photoIds: [await town.photo('inspector')], documentIds: [], position: near },
  });
const offered = async (id: CaseId, person: Person) => (await (await apiOf(person)).byId({ caseId: id })).allowedActions;

async function expectReplay(id: CaseId) {
  const { db } = town.test.platform;
  expect(replayCase(await readHistory(db, id))).toEqual((await findCase(db, id))?.snapshot);
}

describe('what a district sets for cases', () => {
  it('is the table of lifecycles D1 while it has set nothing', async () => {
    expect(await history()).toMatchObject({ version: 0, mayChange: true, current: defaultCaseSettings, history: [] });
    expect((await (await apiOf('gridWorker')).settings({ districtId: town.districtId })).mayChange).toBe(false);
  });

  it('refuses what lies outside its bounds, an old version, the past, nothing, and whoever is no administrator', async () => {
    const { setSettings } = await apiOf('administrator');
    for (const settings of [{ inspectionRadiusM: 9 }, { callbackTries: 0 }, { reworkPercent: 101 }, { holdsMax: 1.5 }]) {
      expect(caseSettings.safeParse({ ...defaultCaseSettings, ...settings }).success).toBe(false);
      await expect(setSettings(change(settings))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    expect(await refusalOf(setSettings(change({ holdsMax: 2 }, { expectedVersion: 3 })))).toBe('versionChanged');
    expect(await refusalOf(setSettings(change({ holdsMax: 2 }, { effectiveFrom: town.test.clock.now - DAY })))).toBe('dateInPast');
    expect(await refusalOf(setSettings(change({})))).toBe('nothingChanged');
    for (const person of ['secretary', 'streetOperator', 'auditor'] as const)
      expect(await refusalOf((await apiOf(person)).setSettings(change({ holdsMax: 2 })))).toBe('notYourRole');
    expect((await history()).version).toBe(0);
  });

  it('moves the next inspection and not the one before it, and events replay to the same row', async () => {
    const [first, second] = [await inProgress(), await inProgress()];
    for (const id of [first, second]) await fedBack(id);
    expect(await refusalOf(inspect(first))).toBe('tooFar');
    const before = (await findCase(town.test.platform.db, first))?.snapshot;
    await set({ inspectionRadiusM: 200 });
    expect((await (await apiOf('inspector')).byId({ caseId: first })).settings.inspectionRadiusM).toBe(200);
    await inspect(first);
    await set({ inspectionRadiusM: 100 });
    expect(await refusalOf(inspect(second))).toBe('tooFar');
    expect((await findCase(town.test.platform.db, first))?.snapshot).toMatchObject({
      state: 'closed',
      version: (before?.version ?? 0) + 1,
    });
    for (const id of [first, second]) await expectReplay(id);
  });

  it('takes buttons away with the act, for whoever looks next', async () => {
    const id = await inProgress();
    expect(await offered(id, 'handler')).toContain('requestExtension');
    await set({ extensionsMax: 0 });
    expect(await offered(id, 'handler')).not.toContain('requestExtension');
    expect(
      await refusalOf(
        town.act('handler', id, { action: 'requestExtension', reason: '等料', limit: { amount: 1, unit: 'workingDays' } } as never),
      ),
    ).toBe('extensionUsed');
    const list = await (await apiOf('handler')).list({ view: 'todo' });
    const line = list.rows.find((row) => row.id === id);
    expect(line?.allowedActions).toContain('submitFeedback');
    expect(line?.allowedActions).not.toContain('requestExtension');
  });

  it('gives the share of the limit in force when work failed, and leaves earlier failures as they are', async () => {
    const ids = [await inProgress(), await inProgress()] as const;
    // the limit is nearly used up, so the time for a rework ends after it
    town.test.clock.advance(6 * DAY);
    const dueAfterFailure = async (id: CaseId) => {
      await fedBack(id);
      const answers = { reason: '还是不亮', photoIds: [await town.photo('inspector')], documentIds: [], position: lampPoint };
      await town.act('inspector', id, { action: 'inspectFail', ...answers } as never);
      return { id, due: (await findCase(town.test.platform.db, id))?.snapshot.finishDue?.at ?? 0 };
    };
    const half = await dueAfterFailure(ids[0]);
    await set({ reworkPercent: 100 });
    const whole = await dueAfterFailure(ids[1]);
    expect(whole.due - half.due).toBeGreaterThanOrEqual(2 * DAY);
    expect((await findCase(town.test.platform.db, half.id))?.snapshot.finishDue?.at).toBe(half.due);
    for (const { id } of [half, whole]) await expectReplay(id);
  });

  it('waits for its day, and gives way to a version saved later', async () => {
    const start = town.test.clock.now;
    await set({ callbackTries: 5 });
    await set({ callbackTries: 2 }, { effectiveFrom: start + 2 * DAY });
    expect((await history()).current.callbackTries).toBe(5);
    town.test.clock.advance(2 * DAY);
    expect((await history()).current.callbackTries).toBe(2);
    await set({ callbackTries: 9 }, { effectiveFrom: start + 5 * DAY });
    await set({ callbackTries: 4 });
    town.test.clock.advance(5 * DAY);
    expect((await history()).current.callbackTries).toBe(4);
  });

  it('is saved once per request and by one of two administrators', async () => {
    const { setSettings } = await apiOf('administrator');
    const { version } = await history();
    const mine = change({ holdsMax: 5 }, { expectedVersion: version });
    await Promise.all([setSettings(mine), setSettings(mine)]);
    const both = [change({ holdsMax: 6 }, { expectedVersion: version + 1 }), change({ holdsMax: 7 }, { expectedVersion: version + 1 })];
    const answers = await Promise.allSettled(both.map((input) => setSettings(input)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const now = await history();
    expect(now.version).toBe(version + 2);
    expect(now.history[1]).toMatchObject({ version: version + 1, by: '王administrator', why: '区里的规定', settings: { holdsMax: 5 } });
    const line = await town.test.platform.db.auditLine.findFirstOrThrow({
      where: { action: 'settings.case', outcome: 'done' },
      orderBy: { id: 'desc' },
    });
    expect(line.detail).toMatchObject({ why: '区里的规定', version: version + 2, settings: now.current });
  });

  it('hold from now on when the moment asked for has just passed, in the version and in the audit trail alike', async () => {
    const { setSettings } = await apiOf('administrator');
    const { clock } = town.test;
    const saved = clock.now;
    const { version } = await history();
    await setSettings(change({ holdsMax: 8 }, { expectedVersion: version, effectiveFrom: saved - 59_000 }));
    expect((await history()).history[0]).toMatchObject({ version: version + 1, effectiveFrom: saved, savedAt: saved });
    const lines = { where: { action: 'settings.case', outcome: 'done' }, orderBy: { id: 'desc' } } as const;
    const { detail } = await town.test.platform.db.auditLine.findFirstOrThrow(lines);
    expect(detail).toMatchObject({ version: version + 1, effectiveFrom: saved });
  });
});
