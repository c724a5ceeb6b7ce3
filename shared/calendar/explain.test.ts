import { describe, expect, it } from 'vitest';
import { parseWallClock } from '../kernel/zone-time.ts';
import { dueStepWords, limitWords, remainingWords } from './calendar.i18n.ts';
import { calendar2026 } from './calendar-sample.ts';
import { workCalendar } from './calendar-schema.ts';
import { dueAt, explainDue } from './deadline.ts';
import { dueExplanation } from './due-steps.ts';
import { remaining } from './remaining.ts';

const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;

describe('why this time', () => {
  it('names every date of 28 September + 5 working days', () => {
    const why = explainDue({ calendar: calendar2026, limit: { amount: 5, unit: 'workingDays' }, from: at('2026-09-28T09:00') });
    expect(dueExplanation.parse(JSON.parse(JSON.stringify(why)))).toEqual(why);
    expect(why.steps.map((s) => `${s.date.slice(5)} ${dueStepWords(s, 'zh')}`)).toEqual([
      '09-28 起始日，不计',
      '09-29 第 1 天',
      '09-30 第 2 天',
      ...[1, 2, 3, 4, 5, 6, 7].map((d) => `10-0${d} 休息，不计 · 国庆节`),
      '10-08 第 3 天',
      '10-09 第 4 天',
      '10-10 第 5 天 · 调休上班 · 到期',
    ]);
  });

  it('shows a moved last day, a held day and counted office time', () => {
    const words = (of: Parameters<typeof explainDue>[0]) => explainDue(of).steps.map((s) => dueStepWords(s, 'zh'));
    expect(words({ calendar: calendar2026, limit: { amount: 1, unit: 'naturalDays' }, from: at('2026-11-20T09:00') })).toEqual([
      '起始日，不计',
      '第 1 天 · 周末',
      '休息，不计 · 周末',
      '顺延到这一天 · 到期',
    ]);
    const holds = [{ from: at('2026-11-17T09:00'), to: at('2026-11-17T20:00') }];
    expect(words({ calendar: calendar2026, limit: { amount: 1, unit: 'workingDays' }, from: at('2026-11-16T09:00'), holds })).toEqual([
      '起始日，不计',
      '挂账，不计',
      '第 1 天 · 到期',
    ]);
    expect(words({ calendar: calendar2026, limit: { amount: 4, unit: 'workingHours' }, from: at('2026-02-13T17:00') })).toEqual([
      '计 1 小时',
      '计 3 小时 · 调休上班 · 到期',
    ]);
  });
});

describe('time left', () => {
  const limit = { amount: 5, unit: 'workingDays' } as const;
  const due = dueAt({ calendar: calendar2026, limit, from: at('2026-11-16T09:00') });
  const words = (now: string, heldSince: string | null = null) => {
    const time = remaining({ calendar: calendar2026, due, now: at(now), heldSince: heldSince ? at(heldSince) : null });
    return [remainingWords(time, { unit: 'workingDays', locale: 'zh' }), time.dueToday, time.stopped];
  };

  it.each([
    ['2026-11-16T09:00', '还剩 5 个工作日 7 小时', false],
    ['2026-11-21T11:00', '还剩 1 个工作日', false],
    ['2026-11-23T16:30', '还剩 1 小时 30 分', true],
    ['2026-11-23T18:00', '还剩 0 分', true],
    ['2026-11-23T18:40', '已超 40 分', true],
    ['2026-11-24T10:30', '已超 2 小时（办公时间）', false],
    ['2026-11-25T09:00', '已超 1 个工作日', false],
  ])('at %s: %s', (now, expected, today) => {
    expect(words(now)).toEqual([expected, today, false]);
  });

  it('stands still while held, and speaks both languages', () => {
    expect(words('2026-11-30T09:00', '2026-11-20T18:00')).toEqual(['还剩 1 个工作日', false, true]);
    expect(limitWords(limit, 'en')).toBe('5 working days');
    expect(limitWords({ unit: 'workingDays', amount: 1 }, 'en')).toBe('1 working day');
  });

  it('the shipped calendar holds against its own schema', () => {
    expect(workCalendar.safeParse(calendar2026).success).toBe(true);
    expect(
      workCalendar.safeParse({
        ...calendar2026,
        officeHours: [
          { from: 800, to: 900 },
          { from: 600, to: 700 },
        ],
      }).success,
    ).toBe(false);
    expect(workCalendar.safeParse({ ...calendar2026, timeZone: 'Asia/Nowhere' }).success).toBe(false);
  });
});
