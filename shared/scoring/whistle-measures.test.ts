import { describe, expect, it } from 'vitest';
import { T0 } from '../cases/case-samples.ts';
import { doors, HOUSING, taskIds, URBAN, WATER, whistleActor } from '../dispatch/whistle-samples.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from '../dispatch/whistle-walk.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { failedAcceptances, measuresOf } from './whistle-measures.ts';
import type { WhistleMeasureId } from './whistle-measures-schema.ts';

/** What a walk leaves behind for one measure: verdict by unit. */
function verdicts(steps: readonly ScriptedWhistleStep[], measure: WhistleMeasureId) {
  const { snapshot, events } = walkWhistle(steps);
  const names = new Map([HOUSING, URBAN, WATER].map((id, index) => [id, ['housing', 'urban', 'water'][index]]));
  const rows = measuresOf(snapshot, failedAcceptances(events)).filter((row) => row.measure === measure);
  return rows.map(({ departmentId, verdict, excluded }) => `${names.get(departmentId)} ${excluded ?? verdict}`);
}

const { blown, acknowledged, executing, completed, fedBack, cleared } = wayToWhistle;
const rejectHousing: ScriptedWhistleStep = { action: 'rejectWork', hat: 'inspector', input: { taskIds: [taskIds.housing] } };
const again: readonly ScriptedWhistleStep[] = [
  ['completeTask', 'leadHandler'],
  ['complete', 'leadHandler'],
  ['acceptWork', 'inspector'],
];
const said = (door: number, solved: 'yes' | 'partly' | 'no'): ScriptedWhistleStep => ({
  ...{ action: 'giveVerdict', hat: 'system' },
  input: { householdId: doors[door]?.id, solved },
});
const answer = (now: number): ScriptedWhistleStep => ({ action: 'acknowledge', hat: 'leadHandler', now });
const arrive = (now: number): ScriptedWhistleStep => ({ action: 'reportIn', hat: 'leadHandler', now });
const rate = (arrival: number, work: number, result: number): ScriptedWhistleStep => ({
  ...{ action: 'rateUnit', hat: 'secretary', unit: HOUSING },
  input: { arrival, work, result },
});
const reviewer = whistleActor('streetOperator', 1);
const upheld: ScriptedWhistleStep = { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer };
const overruled: ScriptedWhistleStep = { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer, now: T0 + 2 * HOUR };
/** In the samples' calendar 4 working hours and 2 working days are that many hours and days. */
const ackDue = T0 + 4 * HOUR;
const reportInDue = T0 + 2 * DAY;
/** Later than the plan's end, within the days the rework is given. */
const finishDue = walkWhistle(completed).snapshot.finishDue?.at ?? Number.NaN;
const afterDue = finishDue + 1;

describe('what is measured, and when it holds', () => {
  it.each<[string, WhistleMeasureId, readonly ScriptedWhistleStep[], string[]]>([
    ['nothing of a draft', 'called', wayToWhistle.drafted, []],
    ['every call', 'called', blown, ['housing full', 'urban full']],
    ['the whistle once, by its lead', 'blown', blown, ['housing full']],
    ['a silent unit misses its answer', 'response', [...blown, ['acknowledge', 'leadHandler']], ['housing full', 'urban none']],
    ['an answer at the due time is in time', 'response', [...blown, answer(ackDue)], ['housing full', 'urban none']],
    ['an answer a millisecond later is not', 'response', [...blown, answer(ackDue + 1)], ['housing none', 'urban none']],
    ['what waits for a ruling is not late', 'response', [...blown, ['object', 'leadHead']], ['urban none']],
    ['nor is its arrival', 'reportIn', [...blown, ['object', 'leadHead']], ['urban none']],
    ['an arrival at the due time is in time', 'reportIn', [...acknowledged, arrive(reportInDue)], ['housing full', 'urban none']],
    ['a later one is not', 'reportIn', [...acknowledged, arrive(reportInDue + 1)], ['housing none', 'urban none']],
    ['a delay needs an arrival', 'onSiteDelay', [...acknowledged, ['reportIn', 'leadHandler']], ['housing full']],
    [
      'an arrival by the word of the secretary is not proved on the spot',
      'onSpot',
      [...acknowledged, ['reportIn', 'leadHandler'], ['confirmReportIn', 'secretary']],
      ['housing full', 'urban none'],
    ],
    ['no disposal before a plan', 'disposal', wayToWhistle.opinionsCollected, []],
    [
      'a support is done with its own task, the lead with the whole',
      'disposal',
      [...executing, ['completeTask', 'supportHandler']],
      ['housing none', 'urban full'],
    ],
    ['both are done', 'disposal', completed, ['housing full', 'urban full']],
    [
      'a task not done is not disposed',
      'disposal',
      [...executing, { action: 'completeTask', hat: 'supportHandler', input: { done: false, text: '没材料' } }],
      ['housing none', 'urban none'],
    ],
    ['a clock that stands still is not due', 'disposal', wayToWhistle.onHold, []],
    [
      'what failed acceptance and was done again after the first due time is not in time, a support that was not sent back is',
      'disposal',
      [
        ...completed,
        rejectHousing,
        { action: 'completeTask', hat: 'leadHandler', now: afterDue },
        { action: 'complete', hat: 'leadHandler', now: afterDue },
      ],
      ['housing none', 'urban full'],
    ],
    ['what was done again before it is', 'disposal', [...completed, rejectHousing, ...again], ['housing full', 'urban full']],
    ['nothing passed before it is accepted', 'firstPass', completed, []],
    ['accepted at once', 'firstPass', fedBack, ['housing full', 'urban full']],
    [
      'sent back: the lead answers for the whole, a support for its own task',
      'firstPass',
      [...completed, rejectHousing, ...again],
      ['housing none', 'urban full'],
    ],
    ['no word of a household, no resolution', 'resolution', fedBack, []],
    ['one says solved', 'resolution', [...fedBack, said(0, 'yes')], ['housing full', 'urban full']],
    ['half are not more than half', 'resolution', [...fedBack, said(0, 'yes'), said(1, 'no')], ['housing none', 'urban none']],
    ['two of three', 'resolution', [...fedBack, said(0, 'yes'), said(1, 'no'), said(2, 'yes')], ['housing full', 'urban full']],
    ['partly', 'resolution', [...fedBack, said(0, 'yes'), said(1, 'partly'), said(2, 'no')], ['housing partial', 'urban partial']],
    ['the last word of a household counts', 'resolution', [...fedBack, said(0, 'no'), said(0, 'yes')], ['housing full', 'urban full']],
    ['rated by the secretary', 'unitRating', cleared, ['housing full', 'urban full']],
    ['rated by the units', 'whistleRating', cleared, ['housing full', 'urban full']],
    ['a poor rating', 'unitRating', [...fedBack, rate(3, 3, 2)], ['housing none']],
    ['a fair one', 'unitRating', [...fedBack, rate(3, 4, 2)], ['housing full']],
    ['an excused support is not assessed', 'called', [...blown, ['excuseUnit', 'streetOperator']], ['housing full', 'urban excused']],
    [
      'a lead whose objection was upheld is not assessed; the one in its place is',
      'called',
      [...blown, ['object', 'leadHead'], upheld],
      ['housing released', 'urban full', 'water full'],
    ],
    [
      'an overruled objection begins the limits anew',
      'response',
      [...blown, ['object', 'leadHead'], overruled, answer(T0 + 5 * HOUR)],
      ['housing full', 'urban none'],
    ],
    ['a voided whistle is not assessed', 'called', wayToWhistle.void, ['housing void', 'urban void']],
    ['nor is one withdrawn after the call', 'called', [...blown, ['withdraw', 'secretary']], ['housing withdrawn', 'urban withdrawn']],
    ['and counts nowhere else', 'response', [...blown, ['withdraw', 'secretary']], []],
  ])('%s', (_, measure, steps, expected) => {
    expect(verdicts(steps, measure)).toEqual(expected);
  });
});

describe('what decides the period', () => {
  const { snapshot, events } = walkWhistle(cleared);
  const rows = measuresOf(snapshot, failedAcceptances(events));
  const dates = (measure: WhistleMeasureId) => rows.filter((row) => row.measure === measure).map(({ at }) => at);
  it.each<[WhistleMeasureId, number | null]>([
    ['called', snapshot.blownAt],
    ['response', ackDue],
    ['reportIn', reportInDue],
    ['onSiteDelay', reportInDue],
    ['onSpot', snapshot.onSiteAt],
    ['disposal', snapshot.finishDue?.at ?? null],
    ['firstPass', snapshot.acceptedAt],
    ['rounds', snapshot.acceptedAt],
    ['unitRating', snapshot.units[0]?.marks?.at ?? null],
    ['whistleRating', snapshot.units[0]?.whistleMarks?.at ?? null],
  ])('%s', (measure, at) => {
    expect(dates(measure)).toEqual([at, at]);
  });

  it('the disposal of what was sent back keeps the date before, also when more time was given for the rework', () => {
    const late: ScriptedWhistleStep = { ...rejectHousing, now: finishDue - HOUR };
    const walked = walkWhistle([...completed, late]);
    const rework = walked.snapshot.finishDue?.at ?? Number.NaN;
    expect(rework).toBeGreaterThan(finishDue);
    const failures = failedAcceptances(walked.events);
    expect(failures.dueBefore).toBe(finishDue);
    const disposals = measuresOf(walked.snapshot, failures).filter(({ measure }) => measure === 'disposal');
    expect(disposals.map(({ at, verdict }) => [at, verdict])).toEqual([
      [finishDue, 'none'],
      [finishDue, 'full'],
    ]);
  });

  it('each unit has each measure once', () => {
    const keys = rows.map(({ departmentId, measure }) => `${departmentId} ${measure}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('marks keep their sum of the most there is', () => {
    const marks = rows.filter(({ measure }) => measure === 'unitRating').map(({ part, whole }) => [part, whole]);
    expect(marks).toEqual([
      [1400, 15],
      [1400, 15],
    ]);
  });
});
