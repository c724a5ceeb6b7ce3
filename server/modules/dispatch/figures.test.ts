import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalendar } from '#server/modules/calendar/index.ts';
import { verifyChains } from '#server/modules/interchange/index.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { dayRange } from '#shared/kernel/zone-time.ts';
import { lateMinutes } from '#shared/scoring/late-minutes.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { whistleMeasureLabels } from '#shared/scoring/whistle-figures.i18n.ts';
import { figureParts, whistleIndicatorIds } from '#shared/scoring/whistle-figures-schema.ts';
import { failedAcceptances, measuresOf } from '#shared/scoring/whistle-measures.ts';
import { callExclusions, type WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { groupMeasures, scoreWhistles, unitSchemeOf } from '#shared/scoring/whistle-score.ts';
import { measureUnmeasured } from './commands/measure-unmeasured.ts';
import { rebuildMeasures } from './commands/rebuild-measures.ts';
import { askForMissing } from './dispatch-tasks.ts';
import { storeWalks } from './figure-fixture.ts';
import { readWhistleHistory } from './whistle-history.ts';

const ZONE = 'Asia/Shanghai';
const COUNT = 52;
const scheme = unitSchemeOf(defaultScheme);
let at: CaseFixture;
let replayed: (WhistleMeasure & { whistleId: string; communityId: string | null })[];

beforeAll(async () => {
  at = await openCaseFixture();
  await storeWalks(at, { count: COUNT, from: Date.parse('2026-10-12T01:00:00Z') });
  at.test.clock.now = Date.parse('2026-12-20T04:00:00Z');
  const { db } = at.test.platform;
  replayed = [];
  for (const { id } of await db.whistle.findMany({ select: { id: true } })) {
    const events = await readWhistleHistory(db, id as WhistleId);
    const snapshot = replayWhistle(events);
    if (snapshot === null) throw new Error('a whistle without events');
    const { communityId } = snapshot;
    replayed.push(...measuresOf(snapshot, failedAcceptances(events)).map((one) => ({ ...one, whistleId: id, communityId })));
  }
}, 120_000);
afterAll(() => at.close());

const apiOf = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor).dispatch;
const periods = {
  october: { from: '2026-10-01', to: '2026-10-31' },
  november: { from: '2026-11-01', to: '2026-11-30' },
  quarter: { from: '2026-10-01', to: '2026-12-31' },
  day: { from: '2026-10-27', to: '2026-10-27' },
} as const;

/** The same figures from a replay of all events, by a plain filter. */
async function fromReplay(
  wanted: (row: (typeof replayed)[number]) => boolean,
  period: { from: string; to: string },
  subject: 'unit' | 'area',
) {
  const { db } = at.test.platform;
  const calendar = await readCalendar(db, at.districtId);
  const [t0, t1] = [dayRange(ZONE, period.from).t0, dayRange(ZONE, period.to).t1];
  const rows = replayed.filter((row) => row.at >= t0 && row.at < t1 && row.at <= at.test.clock.now && wanted(row));
  const late = rows.filter(({ measure }) => measure === 'onSiteDelay').map((row) => lateMinutes(row, calendar));
  return scoreWhistles({ subject, groups: groupMeasures(rows), lateMinutes: late.reduce((sum, one) => sum + one, 0), scheme });
}

describe('rows and replay', () => {
  it('hold the same measures, whatever end the whistles came to', async () => {
    const rows = await at.test.platform.db.whistleMeasure.findMany();
    const plain = rows.map(({ districtId: _district, unitPath: _path, month: _month, lateMinutes: _late, at: when, doneAt, ...row }) => ({
      ...{ ...row, at: when.getTime(), doneAt: doneAt?.getTime() ?? null },
    }));
    const byKey = (a: { whistleId: string; departmentId: string; measure: string }) => `${a.whistleId} ${a.departmentId} ${a.measure}`;
    const sorted = <T extends Parameters<typeof byKey>[0]>(list: readonly T[]) => list.toSorted((a, b) => (byKey(a) < byKey(b) ? -1 : 1));
    expect(plain.length).toBeGreaterThan(500);
    expect(sorted(plain)).toEqual(sorted(replayed));
  });

  it('cover every measure, both verdicts and every reason not to assess', () => {
    for (const measure of whistleIndicatorIds) {
      const verdicts = new Set(replayed.filter((row) => row.measure === measure).map(({ verdict }) => verdict));
      expect([measure, verdicts.has('full'), verdicts.has('none')]).toEqual([measure, true, true]);
    }
    const reasons = new Set(replayed.map(({ excluded }) => excluded));
    expect(callExclusions.filter((reason) => !reasons.has(reason))).toEqual([]);
  });

  it.each(Object.entries(periods))('give the same figures: %s', async (_, period) => {
    const { works } = at.departments;
    const north = at.units.north.id;
    const street = await (await apiOf('streetOperator')).figures({ ...period, by: 'unit' });
    expect(street.total).toMatchObject(await fromReplay(() => true, period, 'area'));
    for (const row of street.rows) {
      expect(row).toMatchObject(await fromReplay(({ departmentId }) => departmentId === row.id, period, 'unit'));
    }
    const own = await (await apiOf('handler')).figures({ ...period, by: 'community', departmentId: works });
    expect(own.total).toMatchObject(await fromReplay(({ departmentId }) => departmentId === works, period, 'unit'));
    for (const row of own.rows) {
      const inBoth = await fromReplay(({ departmentId, communityId }) => departmentId === works && communityId === row.id, period, 'unit');
      expect(row).toMatchObject(inBoth);
    }
    const community = await (await apiOf('secretary')).figures({ ...period, by: 'community', unitId: north });
    expect(community.total).toMatchObject(await fromReplay(({ communityId }) => communityId === north, period, 'area'));
    expect(community.rows.map(({ id }) => id)).toEqual([north]);
  });
});

describe('rows that are not what the events say', () => {
  it('are named by the check of the chains and written anew from the events, once', async () => {
    const { db } = at.test.platform;
    expect((await verifyChains(db, { replay: true }))?.fault).toBeNull();
    const [first] = await db.whistleMeasure.findMany({ where: { measure: 'reportIn', verdict: 'none' }, take: 1 });
    const [other] = await db.whistleMeasure.findMany({ where: { whistleId: { not: first?.whistleId ?? '' } }, take: 1 });
    await db.whistleMeasure.updateMany({ where: { whistleId: first?.whistleId ?? '', measure: 'reportIn' }, data: { verdict: 'full' } });
    await db.whistleMeasure.deleteMany({ where: { whistleId: other?.whistleId ?? '' } });
    expect((await verifyChains(db, { replay: true }))?.fault).toMatchObject({ of: 'whistle', column: 'measures' });
    expect(await rebuildMeasures(at.test.platform)).toBe(2);
    expect(await rebuildMeasures(at.test.platform)).toBe(0);
    expect((await verifyChains(db, { replay: true }))?.fault).toBeNull();
  });
});

describe('an installation from before figures', () => {
  it('has every whistle measured by the job of a start, also when two run it at once and when one broke off', async () => {
    const { db } = at.test.platform;
    const read = () => db.whistleMeasure.findMany({ orderBy: [{ whistleId: 'asc' }, { departmentId: 'asc' }, { measure: 'asc' }] });
    const before = await read();
    await db.whistleMeasure.deleteMany();
    // what the walks left in the queue is news, nothing to measure
    await db.$executeRaw`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`;
    await askForMissing(at.test.platform);
    await askForMissing(at.test.platform);
    await runQueue(at.test);
    expect(await read()).toEqual(before);
    const [first] = before;
    await db.whistleMeasure.deleteMany({ where: { whistleId: { not: first?.whistleId ?? '' } } });
    await Promise.all([measureUnmeasured(at.test.platform), measureUnmeasured(at.test.platform)]);
    expect(await read()).toEqual(before);
    expect(await measureUnmeasured(at.test.platform)).toBe(0);
  });
});

describe('every number opens exactly its whistles', () => {
  const readers: [Person, 'unit' | 'community', boolean][] = [
    ['secretary', 'unit', false],
    ['secretary', 'community', false],
    ['streetOperator', 'unit', false],
    ['auditor', 'community', false],
    ['handler', 'community', true],
    ['supportLead', 'community', true],
  ];
  it.each(readers)(
    '%s by %s',
    async (person, by, own) => {
      const api = await apiOf(person);
      const { actor } = await at.as(person);
      const departmentId = own ? actor.posts[0]?.departmentId : null;
      const asked = { ...periods.quarter, ...(departmentId ? { departmentId } : {}) };
      const { total, rows } = await api.figures({ ...asked, by });
      const narrow = (id: string) => (by === 'unit' ? { departmentId: id as never } : { unitId: id as never });
      expect(total.excluded.called).toBeGreaterThan(10);
      for (const { score, more } of [{ score: total, more: {} }, ...rows.map((row) => ({ score: row, more: narrow(row.id) }))]) {
        for (const { id, counted, reached, partial } of score.figures) {
          const wanted = { counted, reached: reached + partial, missed: counted - reached - partial };
          for (const part of figureParts) expect(await countOf(api, { ...asked, ...more, measure: id, part })).toBe(wanted[part]);
        }
        const { called, excluded } = score.excluded;
        expect(await countOf(api, { ...asked, ...more, measure: 'called', part: 'counted' })).toBe(called);
        expect(await countOf(api, { ...asked, ...more, measure: 'called', part: 'missed' })).toBe(excluded);
        if (score.band) expect(await countOf(api, { ...asked, ...more, measure: 'blown', part: 'counted' })).toBe(score.band.whistles);
      }
    },
    60_000,
  );

  type Api = Awaited<ReturnType<typeof apiOf>>;
  /** Page by page, each row once. */
  async function countOf(api: Api, input: Parameters<Api['figureWhistles']>[0]): Promise<number> {
    const seen = new Set<string>();
    let cursor: string | undefined;
    let listed = 0;
    do {
      const page = await api.figureWhistles({ ...input, limit: 40, ...(cursor ? { cursor } : {}) });
      listed += page.rows.length;
      for (const { whistleId, departmentId } of page.rows) seen.add(`${whistleId} ${departmentId}`);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(listed);
    return listed;
  }

  it('keeps the row of a whistle the unit was released from, without what it may not open any more', async () => {
    const { works } = at.departments;
    const rows = (
      await (
        await apiOf('handler')
      ).figureWhistles({ ...periods.quarter, departmentId: works, measure: 'called', part: 'missed', limit: 200 })
    ).rows;
    const released = rows.filter(({ excluded }) => excluded === 'released');
    expect(released.length).toBeGreaterThan(0);
    expect(released.every(({ opens, title }) => !opens && title === null)).toBe(true);
    expect(rows.some(({ opens, title }) => opens && title !== null)).toBe(true);
  });

  it('writes the table and every whistle behind it to a file', async () => {
    const api = await apiOf('secretary');
    const asked = { ...periods.quarter, by: 'unit' } as const;
    const { text } = await api.figuresFile(asked);
    const behind = await countOf(api, { ...periods.quarter, measure: 'reportIn', part: 'counted' });
    expect(text.split('\r\n').filter((line) => line.startsWith('到场及时率,W-'))).toHaveLength(behind);
    expect(text).toContain('works,单位得分,');
  });
});

describe('the rows of a file', () => {
  const files: [Person, 'unit' | 'community', boolean][] = [
    ['secretary', 'community', false],
    ['auditor', 'community', false],
    ['auditor', 'unit', false],
    ['handler', 'community', true],
  ];
  it.each(files)('are those its figures count: %s by %s', async (person, by, own) => {
    const api = await apiOf(person);
    const departmentId = own ? (await at.as(person)).actor.posts[0]?.departmentId : null;
    const asked = { ...periods.quarter, by, ...(departmentId ? { departmentId } : {}) };
    const { total, rows } = await api.figures(asked);
    const lines = (await api.figuresFile(asked)).text.split('\r\n');
    for (const id of whistleIndicatorIds) {
      const counted = (figures: typeof total.figures) => figures.find((figure) => figure.id === id)?.counted ?? 0;
      const listed = lines.filter((line) => line.startsWith(`${whistleMeasureLabels[id].zh},W`)).length;
      expect([id, listed]).toEqual([id, rows.reduce((sum, { figures }) => sum + counted(figures), 0)]);
      if (by === 'community') expect([id, listed]).toEqual([id, counted(total.figures)]);
    }
  });

  it('are refused above a bound, for a shorter period', async () => {
    const { db } = at.test.platform;
    const api = await apiOf('auditor');
    const asked = { ...periods.quarter, by: 'community' } as const;
    const { departmentId } = await db.whistleMeasure.findFirstOrThrow({ where: { measure: 'called' } });
    await db.$executeRaw`insert into whistle_measure (whistle_id, department_id, measure, district_id, unit_path, community_id, limit_unit, side, at, verdict, part, whole)
      select m.whistle_id, gen_random_uuid(), 'called', m.district_id, m.unit_path, m.community_id, m.limit_unit, 'added', m.at, m.verdict, m.part, m.whole
      from (select * from whistle_measure where measure = 'called' and department_id = ${departmentId}::uuid limit 1) m, generate_series(1, 50001)`;
    try {
      expect(await refusalOf(api.figuresFile(asked))).toBe('figuresTooMany');
    } finally {
      await db.whistleMeasure.deleteMany({ where: { side: 'added' } });
    }
    expect((await api.figuresFile(asked)).text).toContain('合计');
  });
});

describe('a period', () => {
  it('that runs does not count what is due later', async () => {
    const api = await apiOf('streetOperator');
    const then = at.test.clock.now;
    at.test.clock.now = Date.parse('2026-10-20T04:00:00Z');
    const early = await api.figures({ ...periods.october, by: 'unit' });
    at.test.clock.now = then;
    const whole = await api.figures({ ...periods.october, by: 'unit' });
    expect([early.running, whole.running]).toEqual([true, false]);
    const counted = ({ total }: typeof whole) => total.figures.map((figure) => figure.counted);
    expect(counted(early).every((count, index) => count < (counted(whole)[index] ?? 0))).toBe(true);
  });

  it.each([
    ['ends before it begins', '2026-10-02', '2026-10-01'],
    ['is longer than a leap year', '2026-01-01', '2027-01-02'],
  ])('is refused when it %s', async (_, from, to) => {
    await expect((await apiOf('streetOperator')).figures({ from, to, by: 'unit' })).rejects.toThrow();
  });
});

describe('the band of a community', () => {
  it('is that of its whistles and its registered cases, also of a community that never blew', async () => {
    const { db } = at.test.platform;
    const [north, south] = [at.units.north.id, at.units.south.id];
    const caseIds = [];
    for (let no = 0; no < 3; no += 1) caseIds.push(await at.submit('resident'));
    await db.case.updateMany({ where: { id: { in: caseIds } }, data: { registeredAt: new Date(at.test.clock.now - DAY) } });
    const { rows } = await (await apiOf('auditor')).figures({ from: '2026-12-15', to: '2026-12-31', by: 'community' });
    const band = Object.fromEntries(rows.map((row) => [row.id, row.band]));
    expect(band).toEqual({
      [north]: { whistles: 0, registered: 3, perHundred: 0, value: 0 },
      [south]: { whistles: 0, registered: 0, perHundred: null, value: null },
    });
  });
});

describe('who reads what', () => {
  it('a secretary the own community alone', async () => {
    const api = await apiOf('secretary');
    const { rows } = await api.figures({ ...periods.quarter, by: 'community' });
    expect(rows.map(({ name }) => name.zh)).toEqual(['北社区']);
    expect(await refusalOf(api.figures({ ...periods.quarter, by: 'unit', unitId: at.units.south.id }))).toBe('notFound');
    expect(
      await refusalOf(api.figureWhistles({ ...periods.quarter, unitId: at.units.street.id, measure: 'called', part: 'counted' })),
    ).toBe('notFound');
  });

  it('a department the own part of every whistle alone', async () => {
    const api = await apiOf('handler');
    const { rows } = await api.figures({ ...periods.quarter, by: 'unit' });
    expect(rows.map(({ id }) => id)).toEqual([at.departments.works]);
    const other = { ...periods.quarter, departmentId: at.departments.sanitation };
    expect(await refusalOf(api.figures({ ...other, by: 'community' }))).toBe('notFound');
    expect(await refusalOf(api.figureWhistles({ ...other, measure: 'called', part: 'counted' }))).toBe('notFound');
    expect(await refusalOf(api.figuresFile({ ...other, by: 'community' }))).toBe('notFound');
  });

  it.each(['resident', 'gridWorker'] as const)('a %s nothing', async (person) => {
    expect(await refusalOf((await apiOf(person)).figures({ ...periods.quarter, by: 'unit' }))).toBe('notFound');
  });
});
