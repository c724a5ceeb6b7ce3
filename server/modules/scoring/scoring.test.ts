import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyMonths } from '#server/modules/interchange/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { exclusionReasons, indicatorIds, scoreResult } from '#shared/scoring/scoring-schema.ts';
import { closeMonths } from './commands/close-month.ts';
import { scoreParts } from './queries/list-score-cases.ts';
import { type CaseWriter, caseWriter, writeOctober } from './score-fixture.ts';

let at: CaseFixture;
let write: CaseWriter;
let october: Awaited<ReturnType<typeof writeOctober>>;
const month = '2026-10';
const NOVEMBER = Date.parse('2026-10-31T16:00:00Z');

beforeAll(async () => {
  at = await openCaseFixture();
  write = caseWriter(at);
  october = await writeOctober(write, at);
  at.test.clock.set(NOVEMBER + HOUR);
}, 120_000);
afterAll(() => at.close());

const scoring = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor).scoring;
const north = () => ({ communityId: at.units.north.id, month });
const readNorth = async (person: Person = 'secretary') => (await scoring(person)).month(north());

describe('the worked example, from stored events', () => {
  test.each([
    ['responseRate', 114, 120, 9500],
    ['onTimeClosureRate', 88, 100, 8800],
    ['resolutionRate', 68, 80, 8500],
    ['satisfactionRate', 72, 80, 9000],
    ['firstPassRate', 90, 96, 9375],
    ['proactiveRate', 62, 100, 6200],
    ['wishFulfilmentRate', 0, 0, null],
    ['visitRate', 0, 0, null],
    ['deliberationDelivery', 0, 0, null],
  ] as const)('%s is %i of %i', async (id, numerator, denominator, value) => {
    const { indicators } = await readNorth();
    expect(indicators.find((one) => one.id === id)).toMatchObject({
      ...{ numerator: numerator * 100, denominator, value, counted: denominator, reached: numerator },
      sample: value === null ? 'notApplicable' : 'sufficient',
    });
  });

  test('what is not applicable leaves its weight to the others', async () => {
    const { total, grade, ranked, running } = await readNorth();
    // Σ value × weight = 7507.50 over the weight 85
    expect(total).toEqual({ numerator: 750_750, denominator: 85, value: 8832 });
    expect([grade, ranked, running]).toEqual(['B', true, false]);
  });

  test('tells what is not assessed', async () => {
    expect((await readNorth()).excluded).toMatchObject({ reported: 108, void: 4, declined: 1, diverted: 1, malicious: 0, share: 556 });
  });
});

describe('every figure opens exactly its cases', () => {
  test.each(indicatorIds)('%s', async (indicator) => {
    const calls = await scoring('secretary');
    const figure = (await readNorth()).indicators.find(({ id }) => id === indicator);
    const [counted, reached, missed] = await Promise.all(scoreParts.map((part) => calls.cases({ ...north(), indicator, part })));
    expect([counted?.rows.length, reached?.rows.length, missed?.rows.length]).toEqual([
      figure?.counted,
      figure?.reached,
      (figure?.counted ?? 0) - (figure?.reached ?? 0),
    ]);
    expect(counted?.total).toBe(counted?.rows.length);
  });

  test('also what is not assessed, by reason', async () => {
    const calls = await scoring('secretary');
    const { excluded } = await readNorth();
    for (const reason of exclusionReasons) {
      expect((await calls.excluded({ ...north(), reason })).rows.length).toBe(excluded[reason]);
    }
    expect((await calls.excluded(north())).rows.every(({ excluded: why }) => why !== null)).toBe(true);
  });

  test('a late one says when it was due and when it was closed', async () => {
    const { rows } = await (await scoring('secretary')).cases({ ...north(), indicator: 'onTimeClosureRate', part: 'missed' });
    expect(rows.every(({ finishDue, closedAt }) => finishDue !== null && (closedAt === null || closedAt > finishDue))).toBe(true);
    expect(rows.filter(({ closedAt }) => closedAt === null)).toHaveLength(4);
  });
});

describe('a month that is over', () => {
  test('is closed once, by a queue that may call again', async () => {
    expect(await closeMonths(at.test.platform)).toBe(2);
    expect(await closeMonths(at.test.platform)).toBe(0);
    expect(await at.test.platform.db.scoreResult.count()).toBe(2);
  });

  test('gives the same figures and the same hash when computed again after later events', async () => {
    const { db } = at.test.platform;
    const stored = await db.scoreResult.findFirstOrThrow({ where: { communityId: at.units.north.id, month } });
    at.test.clock.set(NOVEMBER + 20 * DAY);
    await write.add(october.onTime.slice(0, 10), NOVEMBER + 2 * DAY, () => [
      {
        type: 'CaseReopened',
        payload: { ground: 'notSolved', reason: '又坏了', automatic: false, finishDue: write.due(NOVEMBER + 5 * DAY), finishClock: null },
      },
    ]);
    await write.add(october.calledBack.slice(0, 20), NOVEMBER + 3 * DAY, () => [
      { type: 'CallbackRecorded', payload: { solved: 'no', rating: 1, note: '', by: 'officer' } },
    ]);
    await write.add(october.registered.slice(0, 5), NOVEMBER + 4 * DAY, () => [{ type: 'CaseVoided', payload: {} }]);
    await write.add(october.waiting, NOVEMBER + 5 * DAY, (_, index) => write.registered(index, { unit: 's1', finish: NOVEMBER + 9 * DAY }));
    await db.scoreResult.deleteMany({ where: { communityId: at.units.north.id } });
    const again = await readNorth();
    expect(again.hash).toBe(stored.hash);
    await closeMonths(at.test.platform);
    expect((await db.scoreResult.findFirstOrThrow({ where: { communityId: at.units.north.id, month } })).result).toEqual(stored.result);
  });

  test('keeps the rows of cases that moved away, without what is not the reader’s any more', async () => {
    const { rows, total } = await (await scoring('secretary')).cases({ ...north(), indicator: 'proactiveRate', part: 'counted' });
    expect([rows.length, total]).toEqual([100, 100]);
    const moved = october.waiting.length;
    const { excluded } = await readNorth();
    expect(moved).toBe(2);
    expect(excluded.reported).toBe(108);
  });
});

describe('npm run audit -- verify', () => {
  test.each([
    [
      'a figure',
      (tx: Tx) => tx.$executeRaw`update "score_result" set "result" = jsonb_set("result", '{total,value}', '9999')
        where "community_id" = ${at.units.north.id}::uuid and "month" = ${month}`,
    ],
    [
      'its hash',
      (tx: Tx) => tx.$executeRaw`update "score_result" set "hash" = repeat('0', 64)
        where "community_id" = ${at.units.north.id}::uuid and "month" = ${month}`,
    ],
    [
      'a file nobody can read',
      (tx: Tx) => tx.$executeRaw`update "score_result" set "result" = '{}'
        where "community_id" = ${at.units.north.id}::uuid and "month" = ${month}`,
    ],
  ])('names the score that was changed: %s', async (_what, tamper) => {
    const { db } = at.test.platform;
    expect(await verifyMonths(db)).toEqual({ checked: 2, fault: null });
    const undone = new Error('undone');
    const tampered = db.$transaction(async (tx) => {
      expect(await tamper(tx)).toBe(1);
      expect((await verifyMonths(tx)).fault).toEqual({ of: 'score', unit: '北社区', month });
      throw undone;
    });
    await expect(tampered).rejects.toBe(undone);
  });
});

describe('the running month', () => {
  test('follows the events and is not stored', async () => {
    const { indicators, running } = await (await scoring('secretary')).month({ ...north(), month: '2026-11' });
    expect(running).toBe(true);
    expect(indicators.find(({ id }) => id === 'satisfactionRate')).toMatchObject({ counted: 20, reached: 0, value: 0 });
  });

  test('a month to come has no score', async () => {
    expect(await refusalOf((await scoring('secretary')).month({ ...north(), month: '2026-12' }))).toBe('notFound');
  });
});

describe('who may read a score', () => {
  test.each(['resident', 'gridWorker', 'handler', 'lead'] as const)('not the %s', async (person) => {
    expect(await refusalOf(readNorth(person))).toBe('notFound');
    const calls = await scoring(person);
    expect(await refusalOf(calls.cases({ ...north(), indicator: 'responseRate', part: 'counted' }))).toBe('notFound');
    expect(await refusalOf(calls.excluded(north()))).toBe('notFound');
    expect(await refusalOf(calls.file({ ...north(), format: 'json' }))).toBe('notFound');
  });

  test('nor the secretary of another community', async () => {
    const calls = await scoring('secretary');
    const south = { communityId: at.units.south.id, month };
    expect(await refusalOf(calls.month(south))).toBe('notFound');
    expect(await refusalOf(calls.cases({ ...south, indicator: 'responseRate', part: 'counted' }))).toBe('notFound');
    expect(await refusalOf(calls.month({ communityId: at.units.n1.id, month }))).toBe('notFound');
  });

  test.each(['secretary', 'dispatcher', 'streetOperator', 'callbackOfficer', 'auditor', 'administrator'] as const)(
    'but the %s',
    async (person) => {
      expect((await readNorth(person)).total?.value).toBe(8832);
    },
  );
});

describe('a score as a file', () => {
  test('JSON holds everything its hash was made of', async () => {
    const { text, name } = await (await scoring('secretary')).file({ ...north(), format: 'json' });
    const { hash, ...body } = scoreResult.parse(JSON.parse(text));
    expect(createHash('sha256').update(canonicalJson(body)).digest('hex')).toBe(hash);
    expect(name).toBe('北社区-2026-10.json');
  });

  test('CSV has a row for every case behind every figure', async () => {
    const { text } = await (await scoring('secretary')).file({ ...north(), format: 'csv' });
    const rows = text.split('\r\n');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rows.filter((row) => row.startsWith('按期结案率,'))).toHaveLength(101);
    expect(rows).toContain('按期结案率,88.00,88.00,100,20,样本充足');
  });
});
