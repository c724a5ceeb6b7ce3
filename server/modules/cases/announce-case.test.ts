import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Change, type LiveHub, openLiveHub } from '#server/platform/live.ts';
import { type CaseFixture, openCaseFixture, streetLamp } from '#server/testing/case-fixture.ts';

let at: CaseFixture;
let hub: LiveHub;
beforeAll(async () => {
  at = await openCaseFixture();
  hub = await openLiveHub({ databaseUrl: at.test.databaseUrl, log: at.test.platform.log });
});
afterAll(async () => {
  await hub.close();
  await at.close();
});

describe('a case that is moved at its registration', () => {
  test('is told to the place it leaves and to the place it comes to', async () => {
    const id = await at.submit('resident');
    const told: Change[] = [];
    hub.subscribe((change) => {
      if (change.id === id && change.version > 1) told.push(change);
    });
    const { scheme: categoryScheme, code: categoryCode } = streetLamp;
    const where = { point: { lng: 112.905, lat: 27.815, accuracyM: 8, source: 'pin' } as const, address: null, unitId: null };
    const order = { kind: 'report', urgency: 'normal', categoryScheme, categoryCode, duplicateOfId: null, notDuplicate: true } as const;
    await at.act('dispatcher', id, { action: 'register', ...order, ...where });
    await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 10_000 });
    expect(told.map(({ unitPath, communityId }) => [unitPath, communityId])).toEqual([
      [at.units.s1.path, at.units.south.id],
      [at.units.n1.path, at.units.north.id],
    ]);
  });
});
