import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/kernel/durations.ts';
import {
  formatDated,
  formatDay,
  formatDays,
  formatDistance,
  formatDuration,
  formatFull,
  formatMoment,
  formatRate,
  formatSpoken,
  type TimeWriting,
} from './format-time.ts';

// Thursday 26 November 2026, 09:42 in Shanghai
const now = Date.UTC(2026, 10, 26, 1, 42);
const zh: TimeWriting = { timeZone: 'Asia/Shanghai', locale: 'zh', now };
const en: TimeWriting = { ...zh, locale: 'en' };

describe('times in the words of the page', () => {
  it.each([
    [now - 11 * MINUTE, '今天 09:31', 'today 09:31'],
    [Date.UTC(2026, 10, 25, 10, 0), '昨天 18:00', 'yesterday 18:00'],
    [Date.UTC(2026, 10, 26, 16, 30), '明天 00:30', 'tomorrow 00:30'],
    [Date.UTC(2026, 10, 17, 0, 50), '11月17日 08:50', '17 Nov 08:50'],
    [Date.UTC(2027, 0, 4, 1, 0), '2027年1月4日 09:00', '4 Jan 2027 09:00'],
  ])('writes a moment of a row', (at, inZh, inEn) => {
    expect(formatMoment(at, zh)).toBe(inZh);
    expect(formatMoment(at, en)).toBe(inEn);
  });

  it('writes the full form with the weekday', () => {
    expect(formatFull(now, zh)).toBe('11月26日 周四 09:42');
    expect(formatFull(now, en)).toBe('Thu 26 Nov 09:42');
    expect(formatDated(now, zh)).toBe('2026年11月26日 周四 09:42');
    expect(formatDated(now, en)).toBe('Thu 26 Nov 2026 09:42');
    expect(formatDated(Date.UTC(2027, 0, 4, 1), zh)).toBe('2027年1月4日 周一 09:00');
    expect(formatDay(Date.UTC(2026, 10, 28, 16), zh)).toBe('11月29日 周日');
  });

  it.each([
    [Date.UTC(2026, 10, 26, 1, 31), '今天上午 9 点 31 分'],
    [Date.UTC(2026, 10, 26, 4, 0), '今天中午 12 点'],
    [Date.UTC(2026, 10, 27, 10, 5), '明天晚上 6 点 5 分'],
    [Date.UTC(2026, 10, 26, 7, 0), '今天下午 3 点'],
  ])('speaks a time plainly', (at, words) => expect(formatSpoken(at, zh)).toBe(words));

  it.each([
    [DAY + 15 * HOUR, '1 天 15 时', '1 d 15 h'],
    [2 * DAY, '2 天', '2 d'],
    [8 * HOUR, '8 时', '8 h'],
    [HOUR + 18 * MINUTE, '1 时 18 分', '1 h 18 min'],
    [-8 * MINUTE, '8 分', '8 min'],
    [0, '0 分', '0 min'],
  ])('writes a stretch of time in at most two units', (ms, inZh, inEn) => {
    expect(formatDuration(ms, 'zh')).toBe(inZh);
    expect(formatDuration(ms, 'en')).toBe(inEn);
  });

  it('writes rates and distances', () => {
    expect(formatRate(9000)).toBe('90.00%');
    expect(formatRate(null)).toBe('—');
    expect(formatDistance(60.4, 'zh')).toBe('60 米');
    expect(formatDistance(1240, 'en')).toBe('1.2 km');
  });

  it.each([
    ['2026-12-03', '2026-12-04', '12月3–4日', '3–4 Dec'],
    ['2026-12-16', '2026-12-16', '12月16日', '16 Dec'],
    ['2026-12-30', '2027-01-02', '12月30日–1月2日', '30 Dec–2 Jan'],
  ])('writes the days from %s to %s', (from, to, inZh, inEn) => {
    expect(formatDays({ from, to }, 'zh')).toBe(inZh);
    expect(formatDays({ from, to }, 'en')).toBe(inEn);
  });
});
