import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { defaultWhistleSettings, type WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { recomputeWhistleDues } from './commands/recompute-whistle-dues.ts';
import { readWhistleHistory } from './whistle-history.ts';

/** Shanghai wall-clock time. */
const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;
const clock = (instant: number | undefined) => toWallClock('Asia/Shanghai', instant ?? 0).slice(0, 16);

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
  town.test.clock.now = at('2026-11-20T09:00');
});
afterAll(() => town.close());

const apiOf = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor).dispatch;

async function stored(id: WhistleId): Promise<WhistleSnapshot> {
  const row = await town.test.platform.db.whistle.findUniqueOrThrow({ where: { id } });
  return row.snapshot as unknown as WhistleSnapshot;
}

async function act(person: Person, id: WhistleId, { action, ...input }: { action: SentAction } & Record<string, unknown>) {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  await (await apiOf(person)).act(whistleCommand.parse({ action, input: { ...common, ...input } }));
  return stored(id);
}

async function draft(over: object = {}): Promise<WhistleId> {
  const id = newId<WhistleId>();
  await act('secretary', id, {
    action: 'draft',
    ...{ whistleType: 'appeal', title: '院内地面坑洼', reason: '归房管', point: lampPoint, address: '四环胡同 28 号院', caseIds: [] },
    ...{ leadUnitId: town.departments.works, supportUnitIds: [], areaM2: null, persons: null, ...over },
  });
  return id;
}

async function set(settings: Partial<WhistleSettings>) {
  const api = await apiOf('administrator');
  const { version } = await api.settings({ districtId: town.districtId });
  await api.setSettings({
    ...{ districtId: town.districtId, requestId: newId<RequestId>(), expectedVersion: version, effectiveFrom: null, why: '区里的规定' },
    settings: { ...defaultWhistleSettings, ...settings },
  });
}

async function expectReplay(id: WhistleId) {
  expect(replayWhistle(await readWhistleHistory(town.test.platform.db, id))).toEqual(await stored(id));
}

const { ordinary, emergency } = defaultWhistleSettings.limits;
const slower = {
  limits: {
    ordinary: {
      ...ordinary,
      approval: { amount: 2, unit: 'workingHours' },
      acknowledge: { amount: 1, unit: 'workingDays' },
      plan: { amount: 3, unit: 'workingDays' },
    },
    emergency,
  },
} as const satisfies Partial<WhistleSettings>;
const unit = () => ({ unitId: town.departments.works });
const firstUnit = (snapshot: WhistleSnapshot) => snapshot.units[0];

describe('what a district sets for whistles', () => {
  it('gives the next whistle its limits and leaves the one before as it was blown, to its end', async () => {
    const early = await draft();
    await act('secretary', early, { action: 'blow' });
    const blown = await act('streetOperator', early, { action: 'approveBlow' });
    expect(clock(firstUnit(blown)?.ackDue?.at)).toBe('2026-11-20T14:30');

    await set(slower);
    const late = await draft();
    expect(clock((await act('secretary', late, { action: 'blow' })).blowAsked?.due?.at)).toBe('2026-11-20T11:00');
    const called = await act('streetOperator', late, { action: 'approveBlow' });
    expect(clock(firstUnit(called)?.ackDue?.at)).toBe('2026-11-23T18:00');
    expect(called.limits).toEqual(slower.limits.ordinary);

    // a later ruling starts the clock of the unit anew with the limit its whistle was blown with
    await act('lead', early, { action: 'object', ...unit(), reason: '产权不明', legalBasis: '条例' });
    const ruled = await act('secondOperator', early, { action: 'overruleObjection', ...unit(), ruling: '由房管所主办' });
    expect(clock(firstUnit(ruled)?.ackDue?.at)).toBe('2026-11-20T14:30');
    // computing anew with the calendar moves neither of them
    expect(await recomputeWhistleDues(town.test.platform, town.districtId)).toBe(0);
    for (const id of [early, late]) await expectReplay(id);
  });

  it('lets an emergency keep its own limits and asks the street no more once the district says so', async () => {
    const urgent = await draft({ whistleType: 'emergency' });
    const { limits } = await act('secretary', urgent, { action: 'blow' });
    expect(limits).toEqual({ approval: null, ...emergency });
    await set({ ...slower, streetApproval: 'direct' });
    const direct = await draft();
    expect((await act('secretary', direct, { action: 'blow' })).state).toBe('blown');
    for (const id of [urgent, direct]) await expectReplay(id);
  });

  it('holds from now on for open whistles too where it is no limit: the circle of an arrival', async () => {
    const id = await draft();
    await act('secretary', id, { action: 'blow' });
    const { now } = town.test.clock;
    await act('handler', id, { action: 'acknowledge', ...unit(), person: '田力', phone: '18800004101', eta: now + 3_600_000 });
    /** 300 m north. */
    const position = { ...lampPoint, lat: lampPoint.lat + 0.0027 };
    const arrive = () => act('handler', id, { action: 'reportIn', ...unit(), by: 'position', position, code: null, photoIds: [] });
    const refusal = await refusalOf(arrive());
    await set({ ...slower, streetApproval: 'direct', reportInRadiusM: 400 });
    await arrive();
    expect([refusal, firstUnit(await stored(id))?.arrival?.by]).toEqual(['tooFar', 'position']);
    await expectReplay(id);
  });

  it('refuses limits that are none', async () => {
    const api = await apiOf('administrator');
    const { version } = await api.settings({ districtId: town.districtId });
    const none = { amount: 0, unit: 'workingHours' } as const;
    const bad = { ...slower.limits, ordinary: { ...slower.limits.ordinary, acknowledge: none } };
    const input = { districtId: town.districtId, requestId: newId<RequestId>(), expectedVersion: version, effectiveFrom: null, why: '试' };
    await expect(api.setSettings({ ...input, settings: { ...defaultWhistleSettings, limits: bad } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
