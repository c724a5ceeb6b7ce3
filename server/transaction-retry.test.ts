import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const lock = (tx: Tx, key: number) => tx.$executeRaw`select pg_advisory_xact_lock(${key})`;

describe('two commands that lock each other out', () => {
  test('the one the database ends is tried again, also when a raw statement met the deadlock', async () => {
    let tries = 0;
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const one = inTransaction(at.platform, async (tx) => {
      tries += 1;
      await lock(tx, 1);
      first.resolve();
      await second.promise;
      await lock(tx, 2);
      return 'one';
    });
    const two = inTransaction(at.platform, async (tx) => {
      tries += 1;
      await lock(tx, 2);
      second.resolve();
      await first.promise;
      await lock(tx, 1);
      return 'two';
    });
    expect(await Promise.all([one, two])).toEqual(['one', 'two']);
    expect(tries).toBe(3);
  });
});
