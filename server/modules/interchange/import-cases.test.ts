import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemCtx } from '#server/modules/cases/index.ts';
import { newId } from '#server/platform/ids.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { addsUp } from '#shared/interchange/import-summary.ts';
import { caseMapping } from '#shared/interchange/mapping-schema.ts';
import { FileShapeError, importCases, verifyChains } from './index.ts';

const header = ['id', 'created', 'changed', 'due', 'closed', 'area', 'lng', 'lat', 'type', 'status', 'agency'] as const;
type Row = Partial<Record<(typeof header)[number], string>>;

const base: Row = {
  created: '2020-03-02T10:00:00',
  due: '2020-03-06T10:00:00',
  area: 'North',
  lng: '0.5',
  lat: '0.5',
  type: 'Pothole',
  status: 'New',
  agency: 'Roads',
};

let test: TestPlatform;
let folder: string;
let run = 0;
let source = '';

function mapping() {
  return caseMapping.parse({
    source,
    publisher: 'City of Test',
    timeZone: 'UTC',
    id: 'id',
    createdAt: 'created',
    stateAt: 'changed',
    dueAt: 'due',
    closedAt: 'closed',
    neighbourhood: 'area',
    point: { lng: 'lng', lat: 'lat', placeholders: [[0, 0]] },
    category: { column: 'type', scheme: source, limitFromDue: true },
    kind: { otherwise: 'help' },
    state: {
      column: 'status',
      values: { Seen: { state: 'reported' }, New: { state: 'dispatched' }, Open: { state: 'inProgress' }, Closed: { state: 'closed' } },
    },
    channel: { otherwise: 'import' },
    agency: { column: 'agency', codePrefix: `T${run}` },
  });
}

function csv(rows: readonly Row[]): string {
  return `${[header.join(','), ...rows.map((row) => header.map((name) => ({ ...base, ...row })[name] ?? '').join(','))].join('\n')}\n`;
}

async function importText(text: string | Buffer, options: { name?: string; signal?: AbortSignal } = {}) {
  const file = join(folder, options.name ?? 'records.csv');
  await writeFile(file, text);
  const refusedPath = join(folder, 'records.refused.csv');
  const signal = options.signal ? { signal: options.signal } : {};
  const summary = await importCases(systemCtx(test.platform), { file, mapping: mapping(), districtCode: '980101', refusedPath, ...signal });
  expect(addsUp(summary)).toBe(true);
  return { summary, refused: await readFile(refusedPath, 'utf8').catch(() => null) };
}
const importRows = (...rows: Row[]) => importText(csv(rows));

async function caseOf(externalId: string) {
  const row = await test.platform.db.case.findUniqueOrThrow({
    where: { externalSource_externalId: { externalSource: source, externalId } },
  });
  const events = await test.platform.db.domainEvent.findMany({ where: { aggregateId: row.id }, orderBy: { seq: 'asc' } });
  return {
    row,
    snapshot: row.snapshot as unknown as CaseSnapshot,
    types: events.map(({ type }) => type),
    times: events.map(({ at }) => at.toISOString()),
  };
}

beforeAll(async () => {
  test = await openTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'gridwhistle-import-'));
  const { db } = test.platform;
  const [district, street] = [newId<string>(), newId<string>()];
  const validFrom = new Date('2010-01-01T00:00:00Z');
  await db.territoryUnit.createMany({
    data: [
      { id: district, no: 1, level: 'district', code: '980101', name: 'Test', path: '/1/', facts: { timeZone: 'UTC' }, validFrom },
      { id: street, no: 2, level: 'street', code: '980101001', name: 'Street', parentId: district, path: '/1/2/', validFrom },
    ],
  });
  for (const [index, name] of ['North', 'South'].entries()) {
    const id = newId<string>();
    const [west, south, east, north] = [0, index, 1, index + 1];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    await db.territoryUnit.create({
      data: {
        id,
        no: 3 + index,
        level: 'community',
        code: `98010100100${index + 1}`,
        name,
        parentId: street,
        path: `/1/2/${3 + index}/`,
        validFrom,
      },
    });
    const geometry = { type: 'MultiPolygon', coordinates: [[ring]] };
    await db.unitBoundary.create({
      data: { id: newId(), unitId: id, version: 1, geometry, west, south, east, north, areaM2: 1, validFrom, drawnBy: id },
    });
  }
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  run += 1;
  source = `test-${run}`;
});

describe('importing case records', () => {
  it('gives every record a case with its history at its own times', async () => {
    const { summary } = await importRows(
      { id: 'seen', status: 'Seen' },
      { id: 'new' },
      { id: 'open', status: 'Open', changed: '2020-03-03T09:00:00' },
      { id: 'closed', status: 'Closed', closed: '2020-03-09T12:00:00' },
      { id: 'nobody', status: 'Closed', closed: '2020-03-09T12:00:00', agency: '' },
    );
    expect(summary).toMatchObject({ read: 5, created: 5, flagged: 0, categoriesAdded: 1, departmentsAdded: 1 });
    expect((await caseOf('seen')).types).toEqual(['CaseReported']);
    expect((await caseOf('new')).types).toEqual(['CaseReported', 'CaseRegistered', 'CaseDispatched']);
    expect((await caseOf('open')).times).toEqual([...Array(3).fill('2020-03-02T10:00:00.000Z'), '2020-03-03T09:00:00.000Z']);
    const { row, snapshot, types } = await caseOf('closed');
    expect(types).toEqual(['CaseReported', 'CaseRegistered', 'CaseDispatched', 'CaseClosed']);
    expect(row).toMatchObject({
      state: 'closed',
      caseNo: '2003-0003',
      finishDueAt: new Date('2020-03-06T10:00:00Z'),
      closedAt: new Date('2020-03-09T12:00:00Z'),
    });
    expect(snapshot).toMatchObject({
      imported: true,
      hasApplicant: false,
      contactDue: null,
      callbackDue: null,
      acceptDue: null,
      placement: 'inside',
    });
    expect((await caseOf('nobody')).snapshot).toMatchObject({ state: 'closed', leadUnitId: null });
    expect(await verifyChains(test.platform.db, { replay: true })).toMatchObject({ broken: null, fault: null });
  });

  it('changes nothing the second time, packed or not', async () => {
    const text = csv([{ id: 'a' }, { id: 'b', status: 'Seen' }]);
    await importText(text);
    const { summary } = await importText(gzipSync(text), { name: 'records.csv.gz' });
    expect(summary).toMatchObject({ read: 2, created: 0, unchanged: 2, categoriesAdded: 0, departmentsAdded: 0 });
  });

  it('refuses what it cannot read, names line, field and reason, and goes on', async () => {
    const broken = `${csv([{ id: 'ok' }, { id: 'when', created: 'yesterday' }, { id: 'what', status: 'Lost' }])}short,row\n${csv([{ id: 'last', type: '=1+1' }]).split('\n')[1]}\n`;
    const { summary, refused } = await importText(broken);
    expect(summary).toMatchObject({ read: 5, created: 2, refused: 3, refusals: { badTime: 1, unknownState: 1, wrongColumnCount: 1 } });
    expect(refused?.split('\n').slice(0, 4)).toEqual([
      'line,field,code,reason,reason_zh,value',
      '3,created,badTime,Not a valid time,不是有效的时间,yesterday',
      '4,status,unknownState,The mapping does not know this state,映射文件里没有这个状态,Lost',
      expect.stringMatching(/^5,,wrongColumnCount,"The row has 2 columns, the header 11",/),
    ]);
    expect((await importRows({ id: 'ok' })).refused).toBeNull();
  });

  it('reads quotes inside a cell as they stand and says from where to where an open one swallows rows', async () => {
    const [head, first, second] = csv([{ id: 'one' }, { id: 'two', area: 'North' }]).split('\n');
    const inch = await importText(`${head}\n${first?.replace('Roads', '3" Roads')}\n`);
    expect(inch.summary).toMatchObject({ read: 1, created: 1, refused: 0 });
    const open = await importText(`${head}\n${first?.replace('one', 'three')}\n"${second}\n${second}\n`);
    expect(open.summary).toMatchObject({ read: 2, created: 1, refused: 1, refusals: { badQuotes: 1 } });
    expect(open.refused).toContain('3,,badQuotes,A quote is not closed; nothing up to line 4 can be read');
  });

  it('stops at a quote that is never closed before it fills the memory', async () => {
    const [head, first] = csv([{ id: 'one' }]).split('\n');
    const file = `${head}\n${first}\n"${'x'.repeat(1_500_000)}\n${first}\n`;
    await expect(importText(file)).rejects.toThrow('The quote that opens in line 3');
  });

  it('moves a case forward when its record did, and never back', async () => {
    await importRows({ id: 'a' }, { id: 'b', status: 'Closed', closed: '2020-03-03T00:00:00' }, { id: 'c', status: 'Seen' });
    const { summary, refused } = await importRows(
      { id: 'a', status: 'Closed', closed: '2020-03-05T08:00:00' },
      { id: 'b', status: 'Open' },
      { id: 'c', status: 'Open', changed: '2020-03-04T00:00:00' },
    );
    expect(summary).toMatchObject({ read: 3, changed: 2, refused: 1, refusals: { notForward: 1 } });
    expect(refused).toContain('3,state,notForward');
    expect((await caseOf('a')).types).toEqual(['CaseReported', 'CaseRegistered', 'CaseDispatched', 'CaseClosed']);
    expect((await caseOf('b')).row.state).toBe('closed');
    expect((await caseOf('c')).row).toMatchObject({ state: 'inProgress', caseNo: expect.stringMatching(/^2003-\d{4}$/) });
    expect(await verifyChains(test.platform.db, { replay: true })).toMatchObject({ broken: null, fault: null });
  });

  it('does not rewrite history: another due time, another day, a case already handled here', async () => {
    await importRows({ id: 'due' }, { id: 'day' }, { id: 'here' });
    const { row } = await caseOf('here');
    await test.platform.db.importRecord.update({
      where: { source_externalId: { source, externalId: 'here' } },
      data: { caseVersion: row.version - 1 },
    });
    const closed = { status: 'Closed', closed: '2020-03-05T08:00:00' };
    const { summary, refused } = await importRows(
      { id: 'due', ...closed, due: '2020-04-01T00:00:00' },
      { id: 'day', ...closed, created: '2020-03-01T00:00:00' },
      { id: 'here', ...closed },
    );
    expect(summary).toMatchObject({ changed: 0, refused: 3, refusals: { factChanged: 2, handledHere: 1 } });
    expect(
      refused
        ?.split('\n')
        .slice(1, 4)
        .map((line) => line.split(',').slice(0, 3).join(',')),
    ).toEqual(['2,dueAt,factChanged', '3,createdAt,factChanged', '4,id,handledHere']);
  });

  it('holds a repeated row of one file against the first', async () => {
    const { summary } = await importRows({ id: 'a' }, { id: 'a' }, { id: 'a', status: 'Open' });
    expect(summary).toMatchObject({ read: 3, created: 1, unchanged: 1, changed: 1 });
  });

  it('places by the polygon, by the name where there is no point, and says where they differ', async () => {
    const { summary } = await importRows(
      { id: 'differs', area: 'South' },
      { id: 'placeholder', lng: '0', lat: '0', area: 'South' },
      { id: 'border', lat: '1', area: 'South' },
      { id: 'far', lat: '5', lng: '5', area: '' },
      { id: 'unknown', area: 'West' },
      { id: 'nowhere', lat: '', area: '' },
    );
    expect(summary).toMatchObject({ created: 6, flagged: 6 });
    expect(summary.flags).toMatchObject({
      neighbourhoodMismatch: 1,
      placeholderPoint: 1,
      onBorder: 1,
      outsideUnits: 1,
      neighbourhoodUnknown: 1,
      noPoint: 1,
    });
    expect((await caseOf('differs')).row.unitPath).toBe('/1/2/3/');
    expect((await caseOf('placeholder')).snapshot).toMatchObject({
      placement: 'unplaced',
      scopePath: '/1/2/4/',
      unitId: null,
      point: null,
    });
    expect((await caseOf('border')).snapshot).toMatchObject({ placement: 'several', scopePath: '/1/2/4/' });
    expect((await caseOf('far')).snapshot).toMatchObject({ placement: 'outside', scopePath: '/1/', communityId: null });
    expect((await caseOf('nowhere')).snapshot).toMatchObject({ placement: 'unplaced', scopePath: '/1/' });
  });

  it('ends between batches when it is told to, and the next run goes on', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => ({ id: String(index) }));
    const stop = new AbortController();
    stop.abort();
    const first = await importText(csv(rows), { signal: stop.signal });
    expect(first.summary.stopped).toBe(true);
    expect(first.summary.created).toBe(0);
    const { summary } = await importText(csv(rows));
    expect(summary).toMatchObject({ read: 1_200, created: 1_200, stopped: false });
    const numbers = await test.platform.db.case.findMany({ where: { externalSource: source }, select: { caseNo: true } });
    expect(new Set(numbers.map(({ caseNo }) => caseNo)).size).toBe(1_200);
  });

  it('leaves two imports of one file at once with one case a record', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ id: String(index) }));
    await importRows({ id: 'first' });
    const [a, b] = await Promise.all([importText(csv(rows), { name: 'a.csv' }), importText(csv(rows), { name: 'b.csv' })]);
    expect(a.summary.created + b.summary.created).toBe(30);
    expect(a.summary.unchanged + b.summary.unchanged).toBe(30);
  });

  it('says which column a file lacks', async () => {
    await expect(importText('id,created\n1,2020-01-01\n')).rejects.toThrow(FileShapeError);
    await expect(importText('')).rejects.toThrow('no header');
  });

  it('is for administrators', async () => {
    const actor = { ...systemCtx(test.platform).actor, posts: [] };
    const input = { file: join(folder, 'records.csv'), mapping: mapping(), districtCode: null, refusedPath: join(folder, 'x.csv') };
    await expect(importCases({ ...systemCtx(test.platform), actor }, input)).rejects.toThrow('interchange.notYourRole');
  });
});

describe('verifying the chains', () => {
  const tamper = async (sql: string) => {
    const { db } = test.platform;
    await db.$executeRawUnsafe('alter table domain_event disable trigger domain_event_append_only');
    await db.$executeRawUnsafe(sql);
    await db.$executeRawUnsafe('alter table domain_event enable trigger domain_event_append_only');
  };

  it('names the first broken link, the row that differs and the history that is gone', async () => {
    await importRows({ id: 'x', status: 'Closed', closed: '2020-03-05T08:00:00' });
    const { row } = await caseOf('x');
    const { db } = test.platform;
    const verify = (replay = false) => verifyChains(db, { caseNo: row.caseNo ?? '', replay });
    expect(await verify(true)).toMatchObject({ chains: 1, events: 4, replayed: 1, broken: null, fault: null });
    expect(await verifyChains(db, { caseNo: '9912-9999', replay: false })).toBeNull();

    await db.case.update({ where: { id: row.id }, data: { closedAt: new Date(0) } });
    expect(await verify(true)).toMatchObject({ fault: { id: row.id, column: 'closedAt' } });
    await db.case.update({ where: { id: row.id }, data: { closedAt: row.closedAt } });

    await tamper(`update domain_event set at = at + interval '1 day' where aggregate_id = '${row.id}' and seq = 4`);
    expect((await verify())?.broken).toMatchObject({ aggregateId: row.id, seq: 4, reason: 'content' });
    await tamper(`delete from domain_event where aggregate_id = '${row.id}' and seq = 2`);
    expect((await verify())?.broken).toMatchObject({ seq: 3, reason: 'gap' });
    await tamper(`delete from domain_event where aggregate_id = '${row.id}'`);
    expect((await verify(true))?.fault).toMatchObject({ id: row.id, column: 'history' });
  });
});
