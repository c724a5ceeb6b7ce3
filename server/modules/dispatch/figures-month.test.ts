import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalendar } from '#server/modules/calendar/index.ts';
import { verifyMonths } from '#server/modules/interchange/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { countedStatements } from '#server/testing/counted-statements.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import type { UnitId, WhistleId } from '#shared/kernel/ids.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { monthRange } from '#shared/kernel/zone-time.ts';
import { dateOfDay, dayNumber } from '#shared/kernel/zone-time-dates.ts';
import { lateMinutes } from '#shared/scoring/late-minutes.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { figureParts } from '#shared/scoring/whistle-figures-schema.ts';
import { failedAcceptances, measuresOf } from '#shared/scoring/whistle-measures.ts';
import { groupMeasures, scoreWhistles, unitSchemeOf } from '#shared/scoring/whistle-score.ts';
import { closeWhistleMonth, closeWhistleMonths } from './commands/close-whistle-month.ts';
import { measureUnmeasured } from './commands/measure-unmeasured.ts';
import { rebuildMeasures } from './commands/rebuild-measures.ts';
import { storeWalks } from './figure-fixture.ts';
import { readWhistleHistory } from './whistle-history.ts';

const october = { from: '2026-10-01', to: '2026-10-31' } as const;
const { t0, t1 } = monthRange('Asia/Shanghai', '2026-10');
let at: CaseFixture;

beforeAll(async () => {
  at = await openCaseFixture();
  await storeWalks(at, { count: 52, from: Date.parse('2026-10-12T01:00:00Z') });
  const cases = [await at.submit('resident'), await at.submit('resident'), await at.submit('neighbour')];
  for (const [index, caseId] of cases.entries()) {
    at.test.clock.now = t1 - (index + 2) * HOUR;
    await at.test.platform.db.case.update({ where: { id: caseId }, data: { registeredAt: new Date(at.test.clock.now) } });
  }
  at.test.clock.now = t1 + HOUR;
}, 180_000);
afterAll(() => at.close());

const apiOf = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor).dispatch;
const key = () => ({ districtId_month: { districtId: at.districtId, month: '2026-10' } });

/** October as the events up to an instant give it, by a plain filter. */
async function replayedTo(asOf: number, wanted: (communityId: string | null) => boolean) {
  const { db } = at.test.platform;
  const calendar = await readCalendar(db, at.districtId);
  const rows = [];
  for (const { id } of await db.whistle.findMany({ select: { id: true } })) {
    const events = (await readWhistleHistory(db, id as WhistleId)).filter(({ meta }) => meta.at <= asOf);
    const snapshot = replayWhistle(events);
    if (snapshot !== null && wanted(snapshot.communityId)) rows.push(...measuresOf(snapshot, failedAcceptances(events)));
  }
  const counted = rows.filter((row) => row.at >= t0 && row.at < t1);
  const late = counted.filter(({ measure }) => measure === 'onSiteDelay').reduce((sum, row) => sum + lateMinutes(row, calendar), 0);
  return scoreWhistles({ subject: 'area', groups: groupMeasures(counted), lateMinutes: late, scheme: unitSchemeOf(defaultScheme) });
}

describe('a month that is over', () => {
  let hash: string;

  it('is closed once, by a queue that may call again and by two at once', async () => {
    const { platform } = at.test;
    expect(await closeWhistleMonth(platform, { districtId: at.districtId, month: '2026-11' })).toBe(false);
    const closed = await Promise.all([closeWhistleMonths(platform), closeWhistleMonths(platform)]);
    expect(closed.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await closeWhistleMonths(platform)).toBe(0);
    hash = (await platform.db.whistleMonth.findUniqueOrThrow({ where: key() })).hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows what the events up to its end say, not what came later', async () => {
    at.test.clock.now = Date.parse('2026-12-20T04:00:00Z');
    const street = await (await apiOf('streetOperator')).figures({ ...october, by: 'unit' });
    expect(street).toMatchObject({
      closed: [{ month: '2026-10', asOf: t1 - 1, hash }],
      running: false,
      asOf: t1 - 1,
      total: await replayedTo(t1 - 1, () => true),
    });
    const north = at.units.north.id;
    const secretary = await (await apiOf('secretary')).figures({ ...october, by: 'community' });
    expect(secretary.total).toMatchObject(await replayedTo(t1 - 1, (id) => id === north));
    expect(secretary.total.figures).not.toEqual((await replayedTo(at.test.clock.now, (id) => id === north)).figures);
  });

  it('opens exactly the whistles it counted', async () => {
    const api = await apiOf('streetOperator');
    const { total, rows } = await api.figures({ ...october, by: 'unit' });
    for (const { score, more } of [
      { score: total, more: {} },
      ...rows.map((row) => ({ score: row, more: { departmentId: row.id as never } })),
    ]) {
      for (const { id, counted, reached, partial } of score.figures) {
        const wanted = { counted, reached: reached + partial, missed: counted - reached - partial };
        for (const part of figureParts) {
          const page = await api.figureWhistles({ ...october, ...more, measure: id, part, limit: 200 });
          expect([id, part, page.rows.length, page.nextCursor]).toEqual([id, part, wanted[part], null]);
        }
      }
    }
    const delays = (await api.figureWhistles({ ...october, measure: 'onSiteDelay', part: 'missed', limit: 200 })).rows;
    const delay = total.figures.find(({ id }) => id === 'onSiteDelay');
    expect(delays.reduce((sum, row) => sum + row.lateMinutes, 0) * 100).toBe(delay?.numerator);
  });

  it('has the same hash and figures when it is computed again after later events', async () => {
    const { db } = at.test.platform;
    const before = await (await apiOf('auditor')).figures({ ...october, by: 'community' });
    const rows = await db.whistleMeasure.findMany({ where: { month: '2026-10' } });
    await db.whistleMonth.delete({ where: key() });
    await db.whistleMeasure.deleteMany({ where: { month: '2026-10' } });
    expect((await (await apiOf('auditor')).figures({ ...october, by: 'community' })).closed).toBeNull();
    expect(await closeWhistleMonth(at.test.platform, { districtId: at.districtId, month: '2026-10' })).toBe(true);
    expect((await db.whistleMonth.findUniqueOrThrow({ where: key() })).hash).toBe(hash);
    expect(await db.whistleMeasure.count({ where: { month: '2026-10' } })).toBe(rows.length);
    expect(await (await apiOf('auditor')).figures({ ...october, by: 'community' })).toEqual(before);
  });

  it('stays when the measures are written anew from the events', async () => {
    const { db } = at.test.platform;
    const rows = await db.whistleMeasure.count({ where: { month: '2026-10' } });
    const live = await db.whistleMeasure.findFirstOrThrow({ where: { month: '' } });
    await db.whistleMeasure.deleteMany({ where: { month: '', whistleId: live.whistleId } });
    expect(await rebuildMeasures(at.test.platform)).toBe(1);
    expect(await rebuildMeasures(at.test.platform)).toBe(0);
    expect(await db.whistleMeasure.count({ where: { month: '2026-10' } })).toBe(rows);
  });

  it('counts in no other period', async () => {
    const days = { from: '2026-10-01', to: '2026-11-01' };
    const { closed, total } = await (await apiOf('auditor')).figures({ ...days, by: 'community' });
    const { db } = at.test.platform;
    const called = { month: '', measure: 'called', at: { gte: new Date(t0), lt: new Date(t1 + 24 * HOUR) } };
    expect([closed, total.excluded.called]).toEqual([null, await db.whistleMeasure.count({ where: called })]);
  });
});

describe('the hour after', () => {
  it('looks at no whistle once the month is closed, and takes no draft that was given up for one nobody measured', async () => {
    const counted = countedStatements(at.test);
    expect(await closeWhistleMonths(at.test.platform)).toBe(1);
    expect(await closeWhistleMonths(counted.platform)).toBe(0);
    expect(counted.statements.filter((statement) => /"whistle(_measure)?"/.test(statement))).toEqual([]);
    const { db } = at.test.platform;
    const blown = await db.whistle.findFirstOrThrow({ where: { measures: { some: { month: '' } } } });
    await db.whistle.update({ where: { id: blown.id }, data: { blownAt: null } });
    await db.whistleMeasure.deleteMany({ where: { whistleId: blown.id, month: '' } });
    counted.statements.length = 0;
    expect(await measureUnmeasured(counted.platform)).toBe(0);
    expect(counted.statements).toHaveLength(1);
    await db.whistle.update({ where: { id: blown.id }, data: { blownAt: blown.blownAt } });
    expect(await measureUnmeasured(counted.platform)).toBe(1);
    await counted.close();
  });
});

describe('the scheme of the district', () => {
  it('gives weights, samples, letters and the band from its first day on; a closed month keeps its own', async () => {
    const own = {
      ...{ ...defaultScheme, version: 2, effectiveFrom: '2026-09-01', minSample: 2, minRankedWeight: 10, gradeBands: [100, 90, 80, 70] },
      whistles: { weights: { reportIn: 100, disposal: 0, firstPass: 0, unitRating: 0, resolution: 0 }, band: { from: 50, to: 60 } },
    };
    const row = { id: newId<string>(), districtId: at.districtId, version: 2, effectiveFrom: own.effectiveFrom, scheme: own };
    await at.test.platform.db.scoreScheme.create({ data: { ...row, createdAt: new Date(t0), createdBy: newId<string>() } });
    const api = await apiOf('auditor');
    const period = await api.figures({ from: '2026-10-15', to: '2026-11-10', by: 'unit' });
    expect(period.scheme).toEqual({ version: 2, minSample: 2, minRankedWeight: 10, band: { from: 50, to: 60 } });
    const scored = period.rows.filter(({ total }) => total !== null);
    expect(scored.length).toBeGreaterThan(1);
    for (const { total, figures, grade } of scored) {
      expect([total?.denominator, total?.value]).toEqual([100, figures.find(({ id }) => id === 'reportIn')?.value]);
      expect(grade).toBe((total?.value ?? 0) >= 100 ? 'A' : 'E');
    }
    expect((await api.figures({ ...october, by: 'unit' })).scheme).toMatchObject({
      version: defaultScheme.version,
      band: { from: 2, to: 10 },
    });
  });
});

describe('the band of somebody with an office and a department', () => {
  it.each(['2026-10-31', '2026-11-30'])('is that of the office: to %s', async (to) => {
    const [secretary, handler] = [await at.as('secretary'), await at.as('handler')];
    const both = { ...secretary.actor, posts: [...secretary.actor.posts, ...handler.actor.posts] };
    const [alone, api] = [await apiOf('secretary'), callAs(at.test.platform, both).dispatch];
    const asked = { from: '2026-10-01', to, by: 'community' } as const;
    const [own, mixed] = [await alone.figures(asked), await api.figures(asked)];
    expect(mixed.total.band).toEqual(own.total.band);
    expect(mixed.total.excluded.called).toBeGreaterThan(own.total.excluded.called);
    const behind = await api.figureWhistles({ from: asked.from, to, measure: 'blown', part: 'counted', limit: 200 });
    expect(behind.rows).toHaveLength(own.total.band?.whistles ?? 0);
    const south: UnitId = at.units.south.id;
    expect(mixed.rows.find(({ id }) => id === south)?.band).toBeNull();
  });
});

describe('a quarter whose months are all closed', () => {
  const quarter = { from: '2026-10-01', to: '2026-12-31', by: 'community' } as const;

  it('is the sum of its months, and no later event changes it', async () => {
    const { platform } = at.test;
    const api = await apiOf('auditor');
    expect((await api.figures(quarter)).closed).toBeNull();
    at.test.clock.now = Date.parse('2027-01-02T04:00:00Z');
    expect(await closeWhistleMonths(platform)).toBe(1);
    const figures = await api.figures(quarter);
    const stored = await platform.db.whistleMonth.findMany({ orderBy: { month: 'asc' } });
    expect(figures.closed).toEqual(stored.map(({ month, asOf, hash }) => ({ month, asOf: asOf.getTime(), hash })));
    const months: Awaited<ReturnType<typeof api.figures>>[] = [];
    for (const [from, to] of [
      ['2026-10-01', '2026-10-31'],
      ['2026-11-01', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
    ] as const)
      months.push(await api.figures({ from, to, by: 'community' }));
    const sum = (of: (one: (typeof months)[number]) => number | undefined) => months.reduce((all, one) => all + (of(one) ?? 0), 0);
    expect(figures.total.excluded.called).toBe(sum(({ total }) => total.excluded.called));
    expect(figures.total.band).toMatchObject({
      whistles: sum(({ total }) => total.band?.whistles),
      registered: sum(({ total }) => total.band?.registered),
    });
    for (const { id, counted, numerator } of figures.total.figures) {
      const inMonth = ({ total }: (typeof months)[number]) => total.figures.find((figure) => figure.id === id);
      expect([id, counted, numerator]).toEqual([id, sum((one) => inMonth(one)?.counted), sum((one) => inMonth(one)?.numerator)]);
      const page = await api.figureWhistles({ ...quarter, measure: id, part: 'counted', limit: 200 });
      expect([id, page.rows.length, page.nextCursor]).toEqual([id, counted, null]);
    }
    await storeWalks(at, { count: 4, from: Date.parse('2026-11-10T01:00:00Z') });
    await platform.db.whistleMeasure.deleteMany({ where: { month: '', measure: 'reportIn' } });
    at.test.clock.now = Date.parse('2027-03-01T04:00:00Z');
    expect(await api.figures(quarter)).toEqual(figures);
    await rebuildMeasures(platform);
  }, 120_000);

  it('says in its file that it is closed, month by month with the hash', async () => {
    const api = await apiOf('auditor');
    const { closed } = await api.figures(quarter);
    const lines = (await api.figuresFile(quarter)).text.split('\r\n');
    expect(lines.filter((line) => line.startsWith('已封存,'))).toEqual(
      closed?.map(
        ({ month, hash }) =>
          `已封存,${month},截至,${dateOfDay(dayNumber(`${month}-01`) + (month === '2026-11' ? 29 : 30))} 23:59,SHA-256,${hash}`,
      ),
    );
    const running = (await api.figuresFile({ ...quarter, from: '2026-10-02' })).text;
    expect(running).not.toContain('已封存');
  });
});

describe('npm run audit -- verify', () => {
  const month = '2026-11';
  const named = { of: 'whistles', unit: '示范区', month };

  it('finds every closed month as it was closed', async () => {
    expect(await verifyMonths(at.test.platform.db)).toEqual({ checked: 3, fault: null });
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    [
      'a row that was changed',
      (tx) => tx.$executeRaw`update "whistle_measure" set "verdict" = 'full' where "month" = ${month} and "verdict" = 'none'`,
    ],
    ['a row that was taken out', (tx) => tx.$executeRaw`delete from "whistle_measure" where "month" = ${month} and "verdict" = 'none'`],
    ['the cases beside them', (tx) => tx.$executeRaw`update "whistle_month" set "registered" = '{}' where "month" = ${month}`],
    ['the hash', (tx) => tx.$executeRaw`update "whistle_month" set "hash" = repeat('0', 64) where "month" = ${month}`],
    ['a month that lost its seal', (tx) => tx.$executeRaw`delete from "whistle_month" where "month" = ${month}`],
  ])('names the month: %s', async (_what, tamper) => {
    const undone = new Error('undone');
    const tampered = at.test.platform.db.$transaction(async (tx) => {
      expect(await tamper(tx)).toBeGreaterThan(0);
      expect((await verifyMonths(tx)).fault).toEqual(named);
      throw undone;
    });
    await expect(tampered).rejects.toBe(undone);
    expect((await verifyMonths(at.test.platform.db)).fault).toBeNull();
  });
});

describe('months that passed while no server ran', () => {
  it('are all closed at once, in order, though one district cannot be closed', async () => {
    const { platform } = at.test;
    at.test.clock.now = Date.parse('2027-04-02T04:00:00Z');
    const { id } = await platform.db.territoryUnit.findFirstOrThrow({ where: { level: 'district' } });
    // comes first, and has no calendar to measure by
    const bare = { no: 0, level: 'district', name: '新区', path: '/0/', validFrom: new Date(0), facts: { timeZone: 'Asia/Shanghai' } };
    const { id: bareId } = await platform.db.territoryUnit.create({ data: { id: newId(), ...bare } });
    await expect(closeWhistleMonths(platform)).rejects.toThrow('calendar.notFound');
    await platform.db.territoryUnit.delete({ where: { id: bareId } });
    const stored = await platform.db.whistleMonth.findMany({ where: { districtId: id }, orderBy: { month: 'asc' } });
    expect(stored.map(({ month }) => month)).toEqual(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']);
  });
});
