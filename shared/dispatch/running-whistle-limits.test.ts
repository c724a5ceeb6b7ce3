import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import { markPlan } from '../clocks/mark-times.ts';
import type { Instant } from '../kernel/time.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { replayWhistle } from './evolve-whistle.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { unitDuties } from './unit-duties.ts';
import { clockOfLimit, limitsOfWhistle, unitClocks } from './whistle-clock.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { whistleDatesBy } from './whistle-dates.ts';
import { HOUSING, samplePlan, taskIds, URBAN, WATER, whistleActor } from './whistle-samples.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { type ScriptedWhistleStep, type WhistleStep, type WhistleWalk, walkWhistle, whistleIn } from './whistle-walk.ts';

const zone = 'Asia/Shanghai';
const at = (text: string): Instant => parseWallClock(zone, `2026-${text}`) ?? Number.NaN;
const clock = (instant: Instant) => toWallClock(zone, instant).slice(5, 16);
const names = new Map<string, string>([
  [HOUSING, 'housing'],
  [URBAN, 'urban'],
  [WATER, 'water'],
]);
const issuers = new Map([[whistleActor('secretary').userId, 'issuer']]);
const named = (text: string) => [...names].reduce((line, [id, name]) => line.replaceAll(id, name), text);

type Timed = readonly [time: string, step: ScriptedWhistleStep];

/** Every step at its wall-clock time in the working calendar of 2026. */
function play(steps: readonly Timed[], from: WhistleWalk): { snapshot: WhistleSnapshot; events: WhistleWalk['events'] } {
  let walk = from;
  for (const [time, scripted] of steps) {
    const step: WhistleStep = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
    walk = walkWhistle([{ ...step, now: at(time), context: { ...whistleDatesBy(calendar2026), ...step.context } }], walk);
  }
  if (walk.snapshot === null) throw new Error('a whistle expected');
  return { snapshot: walk.snapshot, events: walk.events };
}

/** Key, holder and the instants of all five marks of the limits with this name. */
function marksOf(snapshot: WhistleSnapshot, name: string): string[] {
  return limitsOfWhistle(snapshot)
    .filter(({ key }) => key.split(':')[0] === name)
    .map((limit) => {
      const who =
        limit.holder.kind === 'department'
          ? limit.holder.departmentId
          : limit.holder.kind === 'role'
            ? limit.holder.role
            : issuers.get(limit.holder.userId);
      return named(`${limit.key} ${who} ${markPlan(calendar2026, limit).map(clock).join(' ')}${limit.held ? ' held' : ''}`);
    });
}

const draft: ScriptedWhistleStep = ['proposePlan', 'leadHandler'];
/** The plan of the sample with days of its own: the lead's to the end, the support's and the community's sooner. */
const planned = (days: { housing: string; urban: string; community: string }): WhistleStep => ({
  ...{ action: 'proposePlan', hat: 'leadHandler' },
  input: {
    tasks: samplePlan().map((task) => {
      const day = task.id === taskIds.housing ? days.housing : task.id === taskIds.urban ? days.urban : days.community;
      return { ...task, from: '2026-11-18', to: `2026-${day}` };
    }),
  },
});

/** The opinions are complete on Tuesday: the plan is wanted by the next one. */
const collected = play(
  [
    ['11-17T14:00', ['recordVisit', 'secretary']],
    ['11-17T14:30', ['listHouseholds', 'gridWorker']],
    ['11-17T15:00', ['addOpinion', 'gridWorker']],
    ['11-17T16:00', ['closeOpinions', 'secretary']],
  ],
  whistleIn('onSite'),
);
const executing = play(
  [
    ['11-18T09:00', planned({ housing: '11-27', urban: '11-24', community: '11-20' })],
    ['11-18T10:00', ['agreePlan', 'supportHandler']],
    ['11-18T11:00', ['approvePlan', 'secretary']],
    ['11-18T13:30', ['start', 'leadHandler']],
  ],
  collected,
);

describe('every limit of a whistle reminds at 50, 80 and 100 %, then climbs', () => {
  const table: readonly (readonly [what: string, limit: string, from: WhistleWalk, steps: readonly Timed[], marks: readonly string[]])[] = [
    [
      'a supervision, to the day its superior named',
      'supervision',
      whistleIn('blown'),
      [['11-18T09:00', { action: 'supervise', hat: 'secretary', unit: URBAN, input: { until: at('11-20T18:00') } }]],
      ['supervision:urban urban 11-19T13:30 11-20T06:36 11-20T18:00 11-23T14:00 11-23T18:00'],
    ],
    [
      'the judgement of a reply, by whoever ordered it; a hold stops it as little as the answer',
      'judging',
      executing,
      [
        ['11-18T13:40', { action: 'supervise', hat: 'secretary', unit: URBAN, input: { until: at('11-20T18:00') } }],
        ['11-18T13:50', ['receiveSupervision', 'supportHandler']],
        ['11-18T14:00', ['replySupervision', 'supportHandler']],
        ['11-18T14:10', { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: at('11-27T12:00') } }],
        ['11-18T14:20', ['approveHold', 'streetOperator']],
      ],
      ['judging:urban issuer 11-19T10:30 11-19T15:36 11-19T18:00 11-20T14:00 11-20T18:00'],
    ],
    [
      'the review of a hold, while everything else stands still',
      'review',
      executing,
      [
        ['11-18T14:00', { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: at('11-27T12:00') } }],
        ['11-19T12:00', ['approveHold', 'streetOperator']],
      ],
      ['review streetOperator 11-23T12:00 11-25T21:36 11-27T12:00 11-27T17:30 11-30T18:00'],
    ],
    [
      'the judgement of more time',
      'extension',
      executing,
      [['11-18T14:00', ['requestExtension', 'leadHandler']]],
      ['extension streetOperator 11-19T10:30 11-19T15:36 11-19T18:00 11-20T14:00 11-20T18:00'],
    ],
    [
      'the judgement of a hold',
      'hold',
      executing,
      [['11-18T14:00', { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: at('11-27T12:00') } }]],
      ['hold streetOperator 11-19T10:30 11-19T15:36 11-19T18:00 11-20T14:00 11-20T18:00'],
    ],
    [
      'the voiding that the community asks, by the street',
      'void',
      executing,
      [['11-18T14:00', ['requestVoid', 'secretary']]],
      ['void streetOperator 11-19T10:30 11-19T15:36 11-19T18:00 11-20T14:00 11-20T18:00'],
    ],
    [
      'the voiding that the street asks, by the community',
      'void',
      executing,
      [['11-18T14:00', ['requestVoid', 'streetOperator']]],
      ['void secretary 11-19T10:30 11-19T15:36 11-19T18:00 11-20T14:00 11-20T18:00'],
    ],
    [
      'tasks of the support and the community by their own days; the lead ends with the plan',
      'task',
      executing,
      [],
      [
        'task:urban:2026-11-24 urban 11-20T15:15 11-24T09:00 11-24T18:00 11-25T14:00 11-25T18:00',
        'task:community:2026-11-20 secretary 11-19T15:15 11-20T13:42 11-20T18:00 11-23T14:00 11-23T18:00',
      ],
    ],
    [
      'the end of the plan, by the lead',
      'finish',
      executing,
      [],
      ['finish:housing housing 11-24T09:45 11-26T13:42 11-27T18:00 11-30T14:00 11-30T18:00'],
    ],
    [
      'the answer to the plan, by the end of the planning',
      'agree',
      collected,
      [['11-18T09:00', draft]],
      ['agree:urban urban 11-20T14:15 11-24T08:36 11-24T18:00 11-25T14:00 11-25T18:00'],
    ],
    [
      'the word of the community on a plan that everybody agrees to',
      'confirm',
      collected,
      [
        ['11-18T09:00', draft],
        ['11-19T09:00', ['agreePlan', 'supportHandler']],
      ],
      ['confirm secretary 11-23T08:45 11-24T10:12 11-24T18:00 11-25T14:00 11-25T18:00'],
    ],
  ];

  it.each(table)('%s', (_what, limit, from, steps, marks) => {
    expect(marksOf(play(steps, from).snapshot, limit)).toEqual(marks);
  });
});

describe('the step after a draft or an answer', () => {
  const late = play([['11-26T09:00', draft]], collected);

  it('has as long as a ruling where the draft came late: nobody is late for what came late to them', () => {
    expect(marksOf(late.snapshot, 'agree')).toEqual(['agree:urban urban 11-27T08:45 11-27T14:54 11-27T18:00 11-30T14:00 11-30T18:00']);
    const agreed = play([['11-27T10:00', ['agreePlan', 'supportHandler']]], late);
    expect(marksOf(agreed.snapshot, 'confirm')).toEqual([expect.stringContaining('confirm secretary')]);
    expect(limitsOfWhistle(agreed.snapshot).map(({ due }) => clock(due.at))).toEqual(['11-30T18:00']);
  });

  it('is a better draft where a support disagrees, from its answer on; the lead owes nothing while the support reads', () => {
    expect(limitsOfWhistle(late.snapshot).map(({ key }) => named(key))).toEqual(['agree:urban']);
    const disputed = play([['11-27T10:00', ['objectPlan', 'supportHandler']]], late);
    expect(limitsOfWhistle(disputed.snapshot).map(({ key, from, due }) => named(`${key} ${clock(from)} ${clock(due.at)}`))).toEqual([
      'plan:housing 11-27T10:00 11-30T18:00',
    ]);
  });

  it('of a unit called after the draft is its own arrival', () => {
    const called = play(
      [['11-18T12:00', { action: 'summonSupport', hat: 'streetOperator', unit: WATER }]],
      play([['11-18T09:00', draft]], collected),
    );
    expect(limitsOfWhistle(called.snapshot).map(({ key, due }) => named(`${key} ${clock(due.at)}`))).toEqual([
      'acknowledge:water 11-18T17:30',
      'reportIn:water 11-20T18:00',
      'agree:urban 11-24T18:00',
      'agree:water 11-20T18:00',
    ]);
  });
});

describe('the days of tasks', () => {
  const daysOf = (snapshot: WhistleSnapshot) => limitsOfWhistle(snapshot).map(({ key, due }) => named(`${key} ${clock(due.at)}`));

  it('move with more time and with a hold, like the end of the plan', () => {
    const extended = play(
      [
        ['11-19T09:00', ['requestExtension', 'leadHandler']],
        ['11-19T10:00', ['grantExtension', 'streetOperator']],
      ],
      executing,
    );
    expect(daysOf(extended.snapshot)).toEqual([
      'finish:housing 12-02T18:00',
      'task:urban:2026-11-24 11-27T18:00',
      'task:community:2026-11-20 11-25T18:00',
    ]);
    const resumed = play(
      [
        ['11-23T09:00', { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: at('11-27T12:00') } }],
        ['11-23T10:00', ['approveHold', 'streetOperator']],
        ['11-25T09:00', ['resume', 'streetOperator']],
      ],
      executing,
    );
    // two working days ended while it was held; the community's task was late already
    expect(daysOf(resumed.snapshot)).toEqual([
      'finish:housing 12-01T18:00',
      'task:urban:2026-11-24 11-26T18:00',
      'task:community:2026-11-20 11-20T18:00',
    ]);
  });

  it('are over with the report, and become the end of the plan where work is done again', () => {
    const done = play(
      [
        ['11-19T09:00', ['completeTask', 'supportHandler']],
        ['11-19T09:10', ['completeTask', 'gridWorker']],
        ['11-19T09:20', ['completeTask', 'leadHandler']],
      ],
      executing,
    );
    expect(daysOf(done.snapshot)).toEqual(['finish:housing 11-27T18:00']);
    const redone = play(
      [
        ['11-26T09:00', ['complete', 'leadHandler']],
        ['11-26T15:00', { action: 'rejectWork', hat: 'inspector', input: { taskIds: [taskIds.urban] } }],
      ],
      done,
    );
    expect(daysOf(redone.snapshot)).toEqual(['finish:housing 12-01T18:00', 'task:urban 12-01T18:00']);
  });

  it('of plans from before end with the plan', () => {
    const events = executing.events.map((event) => {
      if (event.type !== 'PlanApproved') return event;
      const { taskDues: _none, ...payload } = event.payload;
      return { ...event, payload };
    });
    const old = replayWhistle(JSON.parse(JSON.stringify(events)));
    if (old === null) throw new Error('a whistle expected');
    expect(daysOf(old)).toEqual(['finish:housing 11-27T18:00', 'task:urban 11-27T18:00', 'task 11-27T18:00']);
  });

  it('are what a unit sees as its own, and turn only that clock red', () => {
    const own = unitDuties(executing.snapshot, URBAN, defaultWhistleSettings);
    expect(own.map(({ action, due }) => `${action} ${clock(due ?? 0)}`)).toEqual(['completeTask 11-24T18:00']);
    expect(unitDuties(executing.snapshot, HOUSING, defaultWhistleSettings).map(({ due }) => clock(due ?? 0))).toEqual(['11-27T18:00']);
    const missed = at('11-24T18:01');
    const lights = runningWhistleLimits(executing.snapshot).map((running) => `${running.limit} ${clockOfLimit(running, missed).light}`);
    expect(lights).toEqual(['finish green', 'task red', 'task red']);
    expect(unitClocks(executing.snapshot, missed).get(URBAN)?.overdue).toBe(true);
    expect(unitClocks(executing.snapshot, missed).has(HOUSING)).toBe(false);
  });
});

describe('requests and supervisions', () => {
  it('of an earlier version run no limit', () => {
    const { events } = play([['11-18T14:00', ['requestExtension', 'leadHandler']]], executing);
    const old = replayWhistle(
      events.map((event) =>
        event.type === 'WhistleExtensionRequested'
          ? { ...event, payload: { reason: event.payload.reason, limit: event.payload.limit } }
          : event,
      ),
    );
    expect(old?.extensionAsked).not.toBeNull();
    expect(old && marksOf(old, 'extension')).toEqual([]);
  });

  it('end with the answer, wait for its judgement, and run on where it is given back', () => {
    const order = play(
      [['11-18T09:00', { action: 'supervise', hat: 'secretary', unit: URBAN, input: { until: at('11-20T18:00') } }]],
      whistleIn('blown'),
    );
    const keys = ({ snapshot }: { snapshot: WhistleSnapshot }) =>
      [...marksOf(snapshot, 'supervision'), ...marksOf(snapshot, 'judging')].map((line) => line.split(' ')[0]);
    const received = play([['11-18T10:00', ['receiveSupervision', 'supportHandler']]], order);
    const replied = play([['11-18T11:00', ['replySupervision', 'supportHandler']]], received);
    const returned = play([['11-18T12:00', ['returnSupervision', 'secretary']]], replied);
    const closed = play([['11-18T12:00', ['closeSupervision', 'secretary']]], replied);
    expect([order, received, replied, returned, closed].map(keys)).toEqual([
      ['supervision:urban'],
      ['supervision:urban'],
      ['judging:urban'],
      ['supervision:urban'],
      [],
    ]);
    expect(unitClocks(replied.snapshot, at('11-18T12:00')).get(URBAN)?.limit).toBe('acknowledge');
  });
});
