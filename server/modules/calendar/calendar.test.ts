import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { createCallerFactory } from '#server/platform/trpc.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { UnitId, UserId } from '#shared/kernel/ids.ts';
import { calendarRouter, importCalendar, readCalendar } from './index.ts';

let test: TestPlatform;
const districtId = randomUUID() as UnitId;
const streetId = randomUUID() as UnitId;

beforeAll(async () => {
  test = await openTestPlatform();
  const { db } = test.platform;
  const validFrom = new Date('2020-01-01T00:00:00Z');
  await db.territoryUnit.create({ data: { id: districtId, no: 1, level: 'district', name: '区', code: '370101', path: '/1/', validFrom } });
  await db.territoryUnit.create({
    data: { id: streetId, no: 2, level: 'street', name: '街', parentId: districtId, path: '/1/2/', validFrom },
  });
  await db.calendarVersion.create({
    data: {
      id: randomUUID(),
      districtId,
      version: 1,
      calendar: calendar2026,
      source: 'seed',
      createdAt: validFrom,
      createdBy: randomUUID(),
    },
  });
});
afterAll(() => test.close());

function ctxOf(role: Role, unit: { id: UnitId; path: string } = { id: districtId, path: '/1/' }): Ctx {
  const actor: Actor = {
    userId: randomUUID() as UserId,
    name: '某人',
    posts: [{ appointmentId: null, role, unitId: unit.id, unitPath: unit.path, unitLevel: null, departmentId: null, deputy: false }],
  };
  return { ...test.platform, actor, locale: 'zh' };
}
const callerOf = (ctx: Ctx) =>
  createCallerFactory(calendarRouter)({
    ...ctx,
    request: { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined },
  });

const year2027 = (days: unknown[]) => JSON.stringify({ year: 2027, source: '国办发明电', days });
const newYear = { date: '2027-01-01', off: true, name: '元旦' };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.refusal.code : error),
  );
const jobs = () =>
  test.platform.db.$queryRaw<{ key: string; payload: unknown }[]>`
    select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'calendar.recomputeDues'`;

describe('a calendar import', () => {
  it('shows what would change and writes nothing while it is a preview', async () => {
    const shown = await importCalendar(ctxOf('administrator'), {
      districtId,
      text: year2027([newYear]),
      mode: 'preview',
      expectedVersion: null,
    });
    expect(shown).toMatchObject({ applied: false, version: 1, years: [2027], refused: [], diff: { addedYears: [2027] } });
    expect(shown.diff.days).toEqual([{ date: '2027-01-01', before: null, after: newYear, turns: 'rest' }]);
    expect((await readCalendar(test.platform.db, districtId)).version).toBe(1);
    expect(await jobs()).toEqual([]);
  });

  it('names every bad line and takes no year that has one, while good years of the same file go on', async () => {
    const text = JSON.stringify({
      years: {
        2026: {
          papers: ['p'],
          days: [
            { date: '2026-01-01', isOffDay: true, name: '元旦' },
            { date: 'bad', isOffDay: true, name: 'x' },
          ],
        },
        2027: { papers: ['p'], days: [{ date: '2027-01-01', isOffDay: true, name: '元旦' }] },
        2028: { papers: [], days: [] },
      },
    });
    const shown = await importCalendar(ctxOf('administrator'), { districtId, text, mode: 'preview', expectedVersion: null });
    expect(shown.years).toEqual([2027]);
    expect(shown.refused).toMatchObject([
      { year: 2026, problems: [{ code: 'badLine', index: 1 }] },
      { year: 2028, problems: [{ code: 'noDays' }] },
    ]);
    const rubbish = await importCalendar(ctxOf('administrator'), { districtId, text: 'x', mode: 'apply', expectedVersion: null });
    expect(rubbish).toMatchObject({ applied: false, refused: [{ problems: [{ code: 'notJson' }] }] });
  });

  it('is for an administrator of the district alone and leaves an audit line when refused', async () => {
    const input = { districtId, text: year2027([newYear]), mode: 'apply', expectedVersion: null } as const;
    const street = ctxOf('administrator', { id: streetId, path: '/1/2/' });
    expect(await codeOf(importCalendar(street, input))).toBe('outsideScope');
    expect(await codeOf(importCalendar(ctxOf('secretary'), input))).toBe('outsideScope');
    const lines = await test.platform.db.auditLine.findMany({ where: { actorId: street.actor.userId } });
    expect(lines).toMatchObject([{ action: 'calendar.import', outcome: 'refused', code: 'outsideScope', aggregateId: districtId }]);
  });

  it('makes a new version, has due times computed again, and changes nothing the second time', async () => {
    const ctx = ctxOf('administrator');
    const input = { districtId, text: year2027([newYear]), mode: 'apply', expectedVersion: 1 } as const;
    expect(await importCalendar(ctx, input)).toMatchObject({ applied: true, version: 2 });
    expect(await readCalendar(test.platform.db, districtId)).toMatchObject({ version: 2, publishedYears: [2026, 2027] });
    expect(await jobs()).toMatchObject([{ payload: { districtId } }]);
    expect(await codeOf(importCalendar(ctx, input))).toBe('versionChanged');
    expect(await importCalendar(ctx, { ...input, expectedVersion: null })).toMatchObject({ applied: false, version: 2 });
    expect(await test.platform.db.calendarVersion.count({ where: { districtId } })).toBe(2);
  });

  it('gives two imports at once two versions, neither lost', async () => {
    const ctx = ctxOf('administrator');
    const file = (year: number) => JSON.stringify({ year, source: 's', days: [{ date: `${year}-01-01`, off: true, name: '元旦' }] });
    await Promise.all(
      [2028, 2029].map((year) => importCalendar(ctx, { districtId, text: file(year), mode: 'apply', expectedVersion: null })),
    );
    expect(await readCalendar(test.platform.db, districtId)).toMatchObject({ version: 4, publishedYears: [2026, 2027, 2028, 2029] });
  });
});

describe('what the pages read', () => {
  it('warns from December on that next year is missing', async () => {
    const lonely = randomUUID() as UnitId;
    const validFrom = new Date('2020-01-01T00:00:00Z');
    const { db } = test.platform;
    await db.territoryUnit.create({ data: { id: lonely, no: 9, level: 'district', name: '另一区', path: '/9/', validFrom } });
    await db.calendarVersion.create({
      data: {
        id: randomUUID(),
        districtId: lonely,
        version: 1,
        calendar: calendar2026,
        source: 's',
        createdAt: validFrom,
        createdBy: lonely,
      },
    });
    const caller = callerOf(ctxOf('secretary'));
    expect((await caller.current({ districtId: lonely })).missingYears).toEqual([{ year: 2027, state: 'expected' }]);
    test.clock.set(Date.parse('2026-11-30T16:00:00Z'));
    expect((await caller.current({ districtId: lonely })).missingYears).toEqual([{ year: 2027, state: 'late' }]);
    expect(await caller.current({})).toMatchObject({ district: { id: districtId }, missingYears: [], mayImport: false });
  });

  it('tells every day of a month and why a due time falls where it does', async () => {
    const caller = callerOf(ctxOf('secretary'));
    const { days } = await caller.days({ month: '2026-10' });
    expect(days).toHaveLength(31);
    expect(days[9]).toMatchObject({ date: '2026-10-10', working: true, kind: 'madeUpWorkday', name: '国庆节' });
    const from = Date.parse('2026-09-30T02:00:00Z');
    const told = await caller.explain({ limit: { amount: 1, unit: 'workingDays' }, from });
    expect(told.due.at).toBe(Date.parse('2026-10-08T10:00:00Z'));
    expect(told.steps.at(-1)).toMatchObject({ date: '2026-10-08', isDue: true });
    await expect(caller.explain({ limit: { amount: 500, unit: 'workingDays' }, from })).rejects.toThrow('calendar.badRange');
    await expect(caller.explain({ limit: { amount: 5000, unit: 'workingDays' }, from })).rejects.toThrow('outOfRange');
  });
});
