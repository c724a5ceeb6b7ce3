import { describe, expect, it } from 'vitest';
import { clockOf } from '#shared/cases/case-clock.ts';
import { caseStates, openStates } from '#shared/cases/cases-schema.ts';
import { monthAt, monthRange } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import { foldFacts } from '#shared/scoring/case-facts.ts';
import { tallyIndicator } from '#shared/scoring/indicators.ts';
import { firstCalendar } from '../../district-rules.ts';
import { demoGeography } from '../../geography/demo-geography.ts';
import { demoStories } from './demo-stories.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

const calendar = firstCalendar('Asia/Shanghai');
const { units } = demoGeography();

function demoAt(text: string): { now: number; told: Rehearsed[] } {
  const now = Date.parse(text);
  return { now, told: rehearse(demoStories({ units, calendar, now }), { units, calendar, now }) };
}

const moments = [
  ['the morning of the boards', '2026-11-26T09:42:00+08:00'],
  ['before the office opens', '2026-11-24T06:10:00+08:00'],
  ['the lunch break', '2026-11-25T12:40:00+08:00'],
  ['a Friday at close of business', '2026-11-27T18:00:00+08:00'],
  ['a Saturday night', '2026-11-28T23:30:00+08:00'],
  ['the first minutes of a month', '2026-12-01T00:05:00+08:00'],
  ['the day after the long holiday', '2026-10-08T08:31:00+08:00'],
  ['the middle of the long holiday', '2026-10-03T15:00:00+08:00'],
  ['after spring festival', '2026-02-24T10:00:00+08:00'],
  ['a year whose calendar is not published', '2027-03-02T16:20:00+08:00'],
] as const;

describe('the stories of the demo', () => {
  it.each(moments)('can be told at %s', (_name, text) => {
    const { now, told } = demoAt(text);
    const states = new Set(told.map(({ snapshot }) => snapshot.state));
    expect(states).toEqual(new Set(caseStates));
    for (const { story, events } of told) {
      const times = events.map(({ meta }) => meta.at);
      expect([story.key, times.toSorted((a, b) => a - b)]).toEqual([story.key, times]);
      expect([story.key, (times.at(-1) ?? 0) <= now]).toEqual([story.key, true]);
    }
    const overdue = told.filter(({ snapshot }) => clockOf(snapshot, now).overdue).map(({ story }) => story.key);
    expect(overdue.toSorted()).toEqual(['cover late', 'sewage 4', 'shed']);
    const open = told.filter(({ snapshot }) => openStates.some((state) => state === snapshot.state));
    expect(open).toHaveLength(42);
  });

  it('gives last month the figures of the boards, as far as fifty cases can', () => {
    const { now, told } = demoAt('2026-11-26T09:42:00+08:00');
    const facts = foldFacts(
      told.flatMap(({ story, snapshot, events }) =>
        story.place.community === '友谊河社区' ? events.map((event) => ({ caseId: snapshot.id, event })) : [],
      ),
      now,
    ).filter(({ excluded }) => excluded === null);
    const period = monthRange('Asia/Shanghai', addMonths(monthAt('Asia/Shanghai', now), -1));
    const figures = (
      ['responseRate', 'onTimeClosureRate', 'resolutionRate', 'satisfactionRate', 'firstPassRate', 'proactiveRate'] as const
    ).map((id) => {
      const { numerator, denominator } = tallyIndicator(id, { facts, period, options: { satisfiedFrom: 3 } });
      return `${numerator.length}/${denominator.length}`;
    });
    expect(figures).toEqual(['38/40', '43/49', '34/40', '36/40', '47/50', '31/50']);
  });
});
