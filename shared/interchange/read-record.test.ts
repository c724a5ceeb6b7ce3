import { describe, expect, it } from 'vitest';
import { type CaseMapping, caseMapping, columnsOf } from './mapping-schema.ts';
import { readRecord } from './read-record.ts';

const mapping: CaseMapping = caseMapping.parse({
  source: 'test-city',
  publisher: 'City of Test',
  timeZone: 'America/New_York',
  id: 'id',
  createdAt: 'created',
  stateAt: 'changed',
  dueAt: 'due',
  closedAt: 'closed',
  address: 'address',
  neighbourhood: 'area',
  point: { lng: 'lng', lat: 'lat', box: [-76.75, 39.15, -76.5, 39.4], placeholders: [[-77, 39]] },
  category: { column: 'type', scheme: 'test', limitFromDue: true },
  kind: { otherwise: 'help', rules: [{ typeContains: 'Complaint', kind: 'complaint' }] },
  state: {
    column: 'status',
    values: { Open: { state: 'inProgress' }, Closed: { state: 'closed' }, Twice: { state: 'closed', duplicate: true } },
  },
  channel: { column: 'channel', values: { Phone: 'hotline' }, otherwise: 'import' },
  text: 'Request {id}',
});
const row = {
  id: '14-1',
  created: '2014-01-01T03:53:10',
  changed: '2014-01-16T08:48:47',
  due: '2014-04-01T03:53:10',
  closed: '2014-01-16T07:47:09',
  address: '608 GITTINGS AVE',
  area: 'Lake Walker',
  lng: '-76.608201',
  lat: '39.370124',
  type: 'SW-Bulk',
  status: 'Closed',
  channel: 'Phone',
};

function recordOf(changes: Partial<typeof row> = {}) {
  const read = readRecord({ ...row, ...changes }, mapping);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.record;
}

describe('readRecord', () => {
  it('never cuts an emoji in half', () => {
    const { address, flags } = recordOf({ address: `${'路'.repeat(199)}🚲` });
    expect([address, flags]).toEqual([`${'路'.repeat(199)}\ufffd`, ['textShortened']]);
  });

  it('reads wall-clock times in the zone of the file', () => {
    const record = recordOf();
    expect(record).toMatchObject({
      externalId: '14-1',
      createdAt: Date.parse('2014-01-01T08:53:10Z'),
      dueAt: Date.parse('2014-04-01T07:53:10Z'),
      closedAt: Date.parse('2014-01-16T12:47:09Z'),
      state: 'closed',
      source: 'hotline',
      kind: 'help',
      text: 'Request 14-1',
      flags: [],
    });
    // 90 days of the wall clock, though summer time began in between
    expect(record.limitMinutes).toBe(90 * 24 * 60);
  });

  it.each([
    [{ id: ' ' }, 'missingField', 'id'],
    [{ created: '' }, 'missingField', 'created'],
    [{ created: '2014-02-30T00:00:00' }, 'badTime', 'created'],
    [{ due: 'soon' }, 'badTime', 'due'],
    [{ status: 'Lost' }, 'unknownState', 'status'],
    [{ closed: '' }, 'closedWithoutTime', 'closed'],
    [{ closed: '2014-01-01T01:00:00' }, 'closedBeforeCreated', 'closed'],
    [{ address: 'a\u0000b' }, 'badText', 'address'],
  ] as const)('refuses %j: %s in %s', (changes, code, field) => {
    expect(readRecord({ ...row, ...changes }, mapping)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it.each([
    [{ lng: '', lat: '' }, ['noPoint'], false],
    [{ lng: 'x' }, ['badPoint'], false],
    [{ lng: '-77', lat: '39.0' }, ['placeholderPoint'], false],
    [{ lng: '-76.34', lat: '39.37' }, ['outsideCity'], true],
    [{ changed: '2013-12-31T00:00:00' }, ['statusBeforeCreated'], true],
    [{ closed: '2014-01-01T03:53:00' }, ['closedBeforeCreated'], true],
    [{ status: 'Open' }, ['closingTimeIgnored'], true],
    [{ status: 'Twice' }, ['duplicate'], true],
    [{ address: 'x'.repeat(300) }, ['textShortened'], true],
  ] as const)('takes %j with %j', (changes, flags, hasPoint) => {
    const record = recordOf(changes);
    expect(record.flags).toEqual(flags);
    expect(record.point !== null).toBe(hasPoint);
    expect(record.closedAt === null || record.closedAt >= record.createdAt).toBe(true);
  });
});

describe('caseMapping', () => {
  it('names every column once, those of the text too', () => {
    expect(columnsOf(mapping).toSorted()).toEqual(Object.keys(row).toSorted());
  });

  it('refuses a misspelt key and an unknown zone', () => {
    expect(caseMapping.safeParse({ ...mapping, colour: 'red' }).success).toBe(false);
    expect(caseMapping.safeParse({ ...mapping, timeZone: 'America/Baltimore' }).success).toBe(false);
  });
});
