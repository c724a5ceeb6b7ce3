import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { announce, type Change, openLiveHub } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';

let test: TestPlatform;
let admin: pg.Client;
let database: string;

beforeAll(async () => {
  test = await openTestPlatform();
  database = new URL(test.databaseUrl).pathname.slice(1);
  const url = new URL(test.databaseUrl);
  url.pathname = '/postgres';
  admin = new pg.Client({ connectionString: url.toString() });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const change: Change = {
  topic: 'case',
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  unitPath: '/1/',
  communityId: null,
  departmentIds: [],
  applicantId: null,
  reporterId: null,
};
const listening = `from pg_stat_activity where datname = $1 and application_name = 'gridwhistle live'`;
const allow = (yes: boolean) => admin.query(`alter database "${database}" with allow_connections ${yes}`);

describe('the listening connection', () => {
  it('comes back once after a break, says that something may be missed, and tells each change once', async () => {
    const refused = vi.fn();
    const log = { ...test.platform.log, warn: refused } as unknown as typeof test.platform.log;
    const hub = await openLiveHub({ databaseUrl: test.databaseUrl, log, retryMs: 20 });
    const [told, missed] = [vi.fn(), vi.fn()];
    hub.subscribe(told, missed);
    await allow(false);
    await admin.query(`select pg_terminate_backend(pid) ${listening}`, [database]);
    // the lost connection and several vain tries
    await vi.waitFor(() => expect(refused.mock.calls.length).toBeGreaterThan(5), { timeout: 10_000 });
    await allow(true);
    await vi.waitFor(() => expect(missed).toHaveBeenCalled(), { timeout: 10_000 });
    await inTransaction(test.platform, (tx) => announce(tx, change));
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(change), { timeout: 10_000 });
    const { rows } = await admin.query(`select count(*)::int as "open" ${listening}`, [database]);
    expect(rows).toEqual([{ open: 1 }]);
    expect([missed.mock.calls.length, told.mock.calls.length]).toEqual([1, 1]);
    await hub.close();
  });
});
