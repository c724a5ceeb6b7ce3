import { describe, expect, it } from 'vitest';
import { diffCalendars, diffTouches } from './calendar-diff.ts';
import { readCalendarFile, readCalendarText, withCalendarFile } from './calendar-import.ts';
import { calendar2026 } from './calendar-sample.ts';
import { dayStatus } from './working-day.ts';

const own = (days: unknown[]) => ({ year: 2027, source: '国务院办公厅通知', days });
const good = [
  { date: '2027-01-01', off: true, name: '元旦' },
  { date: '2026-12-27', off: false, name: '元旦' },
];

describe('calendar file', () => {
  it('reads our own shape and the notice shape alike', () => {
    const a = readCalendarFile(own(good));
    const notice = { year: 2027, papers: ['p1', 'p2'], days: good.map(({ date, off, name }) => ({ date, isOffDay: off, name })) };
    const b = readCalendarText(JSON.stringify(notice));
    expect(a).toMatchObject({ ok: true, file: { year: 2027, days: [good[1], good[0]] } });
    expect(b).toEqual({ ok: true, file: { year: 2027, source: 'p1 p2', days: [good[1], good[0]] } });
  });

  it.each([
    ['not JSON', '{', [{ code: 'notJson', index: null, detail: '' }]],
    ['another file', '[]', [{ code: 'notCalendarFile', index: null, detail: '' }]],
    ['a year not published yet', JSON.stringify(own([])), [{ code: 'noDays', index: null, detail: '2027' }]],
    [
      'every bad line with its index and reason',
      JSON.stringify(
        own([
          good[0],
          { date: '2027-02-30', off: true, name: '春节' },
          { date: '2027-05-01', off: 'yes', name: '' },
          good[0],
          { date: '2028-01-01', off: true, name: '元旦' },
          null,
        ]),
      ),
      [
        { code: 'badLine', index: 1, detail: 'date' },
        { code: 'badLine', index: 2, detail: 'off, name' },
        { code: 'doubleDate', index: 3, detail: '2027-01-01' },
        { code: 'wrongYear', index: 4, detail: '2028-01-01' },
        { code: 'badLine', index: 5, detail: '' },
      ],
    ],
  ])('refuses %s', (_, text, problems) => {
    expect(readCalendarText(text)).toEqual({ ok: false, problems });
  });
});

describe('a new version of the calendar', () => {
  const read = readCalendarFile(own(good));
  if (!read.ok) throw new Error('the sample file does not read');
  const next = withCalendarFile(calendar2026, read.file);
  const diff = diffCalendars(calendar2026, next);

  it('publishes the year, and may move days of the last December', () => {
    expect([next.version, next.publishedYears]).toEqual([2, [2026, 2027]]);
    expect(dayStatus(next, '2026-12-27')).toEqual({ working: true, kind: 'madeUpWorkday', name: '元旦', published: true });
    expect(dayStatus(next, '2027-01-01').kind).toBe('holiday');
  });

  it('shows what changes, and which running due times it touches', () => {
    expect(diff).toEqual({
      addedYears: [2027],
      removedYears: [],
      rulesChanged: false,
      days: [
        { date: '2026-12-27', before: null, after: good[1], turns: 'worked' },
        { date: '2027-01-01', before: null, after: good[0], turns: 'rest' },
      ],
    });
    const touches = (from: string, to: string) =>
      diffTouches(diff, { timeZone: 'Asia/Shanghai', from: Date.parse(from), to: Date.parse(to) });
    expect([touches('2026-12-01', '2026-12-10'), touches('2026-12-25', '2026-12-29'), touches('2027-03-01', '2027-03-02')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('keeps December days of the following notice when a year is imported again', () => {
    const again = withCalendarFile(next, { year: 2026, source: 's', days: [{ date: '2026-01-01', off: true, name: '元旦' }] });
    expect(Object.keys(again.days)).toEqual(['2026-01-01', '2026-12-27', '2027-01-01']);
  });

  it('differs from itself in nothing', () => {
    expect(diffCalendars(next, next)).toEqual({ addedYears: [], removedYears: [], days: [], rulesChanged: false });
    expect(diffCalendars(next, { ...next, closeOfBusiness: 'midnight' }).rulesChanged).toBe(true);
  });
});
