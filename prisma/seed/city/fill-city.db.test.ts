import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCases, verifyChains } from '#server/modules/interchange/index.ts';
import { projectRoot } from '#server/platform/env.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import { addsUp, type ImportSummary } from '#shared/interchange/import-summary.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import { DISTRICT_CODE } from './city-territory.ts';
import { fillCity, readMapping } from './fill-city.ts';

const folder = join(projectRoot, '../shared/data');
const here = existsSync(join(folder, 'baltimore_311_2014_2019.csv.gz'));

describe.skipIf(!here)('Baltimore: 10,000 published records (skipped when the folder ../shared/data is absent)', () => {
  let test: TestPlatform;
  let summary: ImportSummary;
  let elapsed = 0;

  beforeAll(async () => {
    test = await openTestPlatform();
    const start = performance.now();
    summary = await fillCity({ platform: test.platform, folder, say: () => undefined });
    elapsed = performance.now() - start;
    console.info(Math.round(elapsed), JSON.stringify(summary));
  }, 300_000);
  afterAll(() => test.close());

  it('accounts for every row', async () => {
    expect(summary).toMatchObject({ read: 10_000, created: 10_000, unchanged: 0, changed: 0, refused: 0, stopped: false });
    expect(addsUp(summary)).toBe(true);
    expect(await test.platform.db.case.count()).toBe(10_000);
  });
  it('audit', async () => {
    const start = performance.now();
    const r = await verifyChains(test.platform.db, { replay: true });
    console.info(Math.round(performance.now() - start), r);
    expect(r).toMatchObject({ broken: null, fault: null });
  });
  it('second run', async () => {
    const start = performance.now();
    const again = await importCases(
      { ...test.platform, actor: systemActor('01900000-0000-7000-8000-000000000001' as UserId), locale: 'en' },
      {
        file: join(folder, 'baltimore_311_2014_2019.csv.gz'),
        mapping: await readMapping(),
        districtCode: DISTRICT_CODE,
        refusedPath: '/tmp/x.refused.csv',
      },
    );
    console.info(Math.round(performance.now() - start), again);
    expect(again).toMatchObject({ read: 10000, unchanged: 10000 });
  });
});
