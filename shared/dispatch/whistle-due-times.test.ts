import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import { personId, T0 } from '../cases/case-samples.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { limitsOfWhistle, watchedLimit, whistleClockOf } from './whistle-clock.ts';
import type { WhistleContext } from './whistle-context.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { whistleDatesBy } from './whistle-dates.ts';
import { quorumOf, requirementsOf } from './whistle-requirements.ts';
import { BEFORE, HOUSING, taskIds, URBAN, unitActor, WATER, whistleActor } from './whistle-samples.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import {
  type ScriptedWhistleStep,
  takeWhistle,
  type WhistleStep,
  type WhistleWalk,
  walkWhistle,
  wayToWhistle,
  whistleIn,
} from './whistle-walk.ts';

const zone = 'Asia/Shanghai';
const at = (text: string): Instant => parseWallClock(zone, `2026-${text}`) ?? Number.NaN;
const clock = (instant: Instant | undefined) => toWallClock(zone, instant ?? 0).slice(5, 16);
const reviewer = whistleActor('streetOperator', 1);

/** The working calendar of 2026 as the server binds it. */
const real: Partial<WhistleContext> = whistleDatesBy(calendar2026);

/** Every step at its wall-clock time, in the real calendar. */
function play(steps: readonly (readonly [string, WhistleStep])[], from: WhistleWalk = { snapshot: null, events: [] }) {
  return steps.reduce((walk, [time, step]) => walkWhistle([{ ...step, now: at(time), context: { ...real, ...step.context } }], walk), from);
}
const only = (walk: WhistleWalk): WhistleSnapshot => {
  if (walk.snapshot === null) throw new Error('a whistle expected');
  return walk.snapshot;
};
const unitOf = (snapshot: WhistleSnapshot, id: string) => snapshot.units.find(({ departmentId }) => departmentId === id);

describe('worked example O: 28号院', () => {
  const blown = play([
    ['11-19T16:00', { action: 'draft', hat: 'secretary' }],
    ['11-19T16:10', { action: 'blow', hat: 'secretary' }],
    ['11-20T09:10', { action: 'approveBlow', hat: 'streetOperator' }],
  ]);

  it('asks the street for 4 working hours, then both units for an answer by 14:40 and their arrival by Tuesday 18:00', () => {
    const asked = play([
      ['11-19T16:00', { action: 'draft', hat: 'secretary' }],
      ['11-19T16:10', { action: 'blow', hat: 'secretary' }],
    ]);
    expect(clock(only(asked).blowAsked?.due?.at)).toBe('11-20T10:40');
    expect(only(blown)).toMatchObject({ whistleType: 'appeal', areaM2: 1500, persons: 70, blownAt: at('11-20T09:10') });
    for (const id of [HOUSING, URBAN]) {
      expect(clock(unitOf(only(blown), id)?.ackDue?.at)).toBe('11-20T14:40');
      expect(clock(unitOf(only(blown), id)?.reportInDue?.at)).toBe('11-24T18:00');
    }
  });

  it('warns each unit when half and four fifths of its own time are used up', () => {
    const due = unitOf(only(blown), HOUSING)?.ackDue;
    expect([clock(due?.halfAt), clock(due?.soonAt)]).toEqual(['11-20T11:10', '11-20T13:52']);
    const light = (time: string) => whistleClockOf(only(blown), at(time)).light;
    expect([light('11-20T13:51'), light('11-20T13:52'), light('11-20T14:40'), light('11-20T14:41')]).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('refuses the plan while 房管所 has not come or nobody is heard, and clears only after both ratings', () => {
    const answered = play(
      [
        ['11-20T10:00', { action: 'acknowledge', hat: 'leadHandler' }],
        ['11-20T14:40', { action: 'acknowledge', hat: 'supportHandler' }],
        ['11-23T09:00', { action: 'reportIn', hat: 'supportHandler' }],
      ],
      blown,
    );
    const withoutHousing = requirementsOf('approvePlan', only(answered), defaultWhistleSettings).filter(({ ok }) => !ok);
    expect(withoutHousing[0]).toMatchObject({ code: 'unitNotOnSite', departmentId: HOUSING });
    expect(takeWhistle(answered, ['approvePlan', 'secretary']).decision).toMatchObject({ refusal: { code: 'notAllowedInState' } });

    const onSite = play([['11-24T15:00', { action: 'reportIn', hat: 'leadHandler' }]], answered);
    expect(only(onSite).state).toBe('onSite');
    expect(clock(only(onSite).opinionsDue?.at)).toBe('12-01T18:00');
    const visited = play(
      [
        ['11-24T16:00', { action: 'recordVisit', hat: 'secretary' }],
        ['11-24T16:05', { action: 'listHouseholds', hat: 'secretary' }],
        ['11-24T16:10', { action: 'proposePlan', hat: 'leadHandler' }],
      ],
      onSite,
    );
    expect(takeWhistle(visited, ['closeOpinions', 'secretary']).decision).toMatchObject({
      refusal: { code: 'opinionsMissing', params: { have: 0, need: 1 } },
    });
    const planned = play(
      [
        ['11-25T09:00', { action: 'addOpinion', hat: 'gridWorker' }],
        ['11-25T09:30', { action: 'closeOpinions', hat: 'secretary' }],
        ['11-25T10:00', { action: 'agreePlan', hat: 'supportHead' }],
        ['11-25T10:30', { action: 'approvePlan', hat: 'secretary' }],
      ],
      visited,
    );
    expect(clock(only(planned).planDue?.at)).toBe('12-02T18:00');
    // the plan of the sample ends five days after it was proposed
    expect(clock(only(planned).finishDue?.at)).toBe('11-29T18:00');
    const fedBack = play(
      [
        ['11-26T08:30', { action: 'start', hat: 'leadHandler' }],
        ['11-26T17:00', { action: 'completeTask', hat: 'leadHandler' }],
        ['11-26T17:10', { action: 'completeTask', hat: 'supportHandler' }],
        ['11-26T17:20', { action: 'completeTask', hat: 'gridWorker' }],
        ['11-27T10:00', { action: 'complete', hat: 'leadHandler' }],
        ['11-27T15:00', { action: 'acceptWork', hat: 'inspector' }],
        ['11-27T16:00', { action: 'tellResult', hat: 'gridWorker' }],
        ['11-27T16:30', { action: 'feedBack', hat: 'secretary' }],
      ],
      planned,
    );
    expect([clock(only(fedBack).verifyDue?.at), clock(only(fedBack).clearDue?.at)]).toEqual(['11-30T18:00', '12-02T18:00']);
    const ratings: readonly ScriptedWhistleStep[] = [
      ['rateUnit', 'secretary'],
      ['rateUnit', 'secretary'],
      ['rateWhistle', 'leadHead'],
    ];
    const half = walkWhistle(ratings, fedBack);
    expect(takeWhistle(half, ['clear', 'streetOperator']).decision).toMatchObject({ refusal: { code: 'whistleUnrated' } });
    const cleared = walkWhistle(
      [
        ['rateWhistle', 'supportHandler'],
        ['clear', 'streetOperator'],
      ],
      half,
    );
    expect(cleared.snapshot).toMatchObject({ state: 'cleared', persons: 70, areaM2: 1500 });
  });
});

describe('who must be asked before the call', () => {
  const emergency = { whistleType: 'emergency' };
  const blow = (input: Record<string, unknown>, context: Partial<WhistleContext> = {}, hat: 'secretary' | 'streetOperator' = 'secretary') =>
    walkWhistle([
      { action: 'draft', hat, input },
      { action: 'blow', hat, context },
    ]).snapshot;

  it.each([
    ['a community, by default', blow({}), 'drafted'],
    ['a community where it may go directly', blow({}, { settings: { ...defaultWhistleSettings, streetApproval: 'direct' } }), 'blown'],
    ['a community in an emergency: the street is told', blow(emergency), 'blown'],
    ['a street', blow({}, {}, 'streetOperator'), 'blown'],
    ['a key task', blow({ whistleType: 'keyTask' }), 'drafted'],
    ['joint enforcement', blow({ whistleType: 'jointEnforcement' }), 'drafted'],
  ] as const)('%s', (_, snapshot, state) => {
    expect(snapshot.state).toBe(state);
    expect(snapshot.blowAsked !== null).toBe(state === 'drafted');
    expect(snapshot.approvedById).toBeNull();
  });

  it('names who asked as the blower and who agreed as the approver', () => {
    const { blownById, approvedById } = whistleIn('blown').snapshot;
    expect([blownById, approvedById]).toEqual([whistleActor('secretary').userId, whistleActor('streetOperator').userId]);
  });

  it('gives an emergency 10 minutes to answer, 30 to come and an hour to rule', () => {
    const snapshot = blow(emergency);
    expect(snapshot.units.map(({ ackDue, reportInDue }) => [ackDue?.at, reportInDue?.at])).toEqual([
      [T0 + 10 * MINUTE, T0 + 30 * MINUTE],
      [T0 + 10 * MINUTE, T0 + 30 * MINUTE],
    ]);
    const walk = walkWhistle([{ action: 'draft', hat: 'secretary', input: emergency }, ['blow', 'secretary'], ['object', 'leadHead']]);
    expect(unitOf(walk.snapshot, HOUSING)?.objection?.rulingDue?.at).toBe(T0 + HOUR);
  });
});

describe('the clocks of the units', () => {
  const blown = whistleIn('blown');
  const object: ScriptedWhistleStep = ['object', 'leadHead'];

  it('run side by side, and stop for a unit that waits for a ruling', () => {
    const running = (walk: WhistleWalk) => runningWhistleLimits(only(walk)).map(({ limit, departmentId }) => [limit, departmentId]);
    expect(running(blown)).toEqual([
      ['acknowledge', HOUSING],
      ['reportIn', HOUSING],
      ['acknowledge', URBAN],
      ['reportIn', URBAN],
    ]);
    expect(running(walkWhistle([object], blown))).toEqual([
      ['ruling', HOUSING],
      ['acknowledge', URBAN],
      ['reportIn', URBAN],
    ]);
  });

  it('begin anew for an overruled unit, for nobody else', () => {
    const walk = walkWhistle([object, { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer, now: T0 + 5 * HOUR }], blown);
    expect(unitOf(walk.snapshot, HOUSING)).toMatchObject({
      ...{ status: 'summoned', locked: true, objected: true, objection: null },
      ackDue: { at: T0 + 9 * HOUR },
      reportInDue: { at: T0 + 5 * HOUR + 2 * DAY },
    });
    expect(unitOf(walk.snapshot, URBAN)).toEqual(unitOf(blown.snapshot, URBAN));
  });

  it('begin with its call for a unit in place of another; the released one is party no more', () => {
    const now = T0 + 6 * HOUR;
    const walk = walkWhistle([object, { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, now }], blown);
    expect(walk.snapshot.leadUnitId).toBe(WATER);
    expect(unitOf(walk.snapshot, WATER)).toMatchObject({ side: 'lead', summonedAt: now, ackDue: { at: now + 4 * HOUR } });
    expect(unitOf(walk.snapshot, HOUSING)).toMatchObject({ status: 'released' });
    expect(limitsOfWhistle(walk.snapshot).map(({ key }) => key)).not.toContain(`reportIn:${HOUSING}`);
  });

  it('make a support the lead with the time of a lead, and once only', () => {
    const walk = walkWhistle(
      [
        ['acknowledge', 'supportHandler'],
        ['reportIn', 'supportHandler'],
        object,
        { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, now: T0 + HOUR, input: { replacementUnitId: URBAN } },
      ],
      blown,
    );
    expect(walk.snapshot).toMatchObject({ state: 'blown', leadUnitId: URBAN, supportUnitIds: [] });
    expect(walk.snapshot.units.filter(({ departmentId }) => departmentId === URBAN)).toHaveLength(1);
    const urban = unitOf(walk.snapshot, URBAN);
    expect(urban).toMatchObject({ side: 'lead', status: 'summoned', ackDue: { at: T0 + 5 * HOUR }, arrival: { by: 'position' } });
    // it is there already: its answer completes both stages
    expect(walkWhistle([['acknowledge', 'supportHead']], walk).snapshot.state).toBe('onSite');
  });

  it('reach the next stage when the last missing unit is excused or released', () => {
    const leadThere = walkWhistle(
      [
        ['acknowledge', 'leadHandler'],
        ['reportIn', 'leadHandler'],
      ],
      blown,
    );
    expect(walkWhistle([['excuseUnit', 'streetOperator']], leadThere).snapshot).toMatchObject({ state: 'onSite', onSiteAt: T0 });
    const released = walkWhistle(
      [['object', 'supportHead'], { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer }],
      leadThere,
    );
    expect(released.snapshot.state).toBe('onSite');
  });

  it('watch the nearest limit of all, and on hold the day of review', () => {
    expect(watchedLimit(blown.snapshot)).toMatchObject({ limit: 'acknowledge', due: { at: T0 + 4 * HOUR } });
    const held = whistleIn('onHold').snapshot;
    expect(watchedLimit(held)).toMatchObject({ limit: 'review', due: { at: T0 + 10 * DAY } });
    const lights = [4, 8, 10, 11].map((days) => whistleClockOf(held, T0 + days * DAY));
    expect(lights.map(({ light }) => light)).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect(lights.every((clock) => clock.held && clock.holder === 'street')).toBe(true);
    expect(limitsOfWhistle(whistleIn('cleared').snapshot)).toEqual([]);
  });
});

describe('the end of the plan', () => {
  const executing = play([], whistleIn('executing'));
  const endOf = (walk: WhistleWalk) => clock(only(walk).finishDue?.at);

  it('is the close of its last day', () => {
    expect(endOf(executing)).toBe('11-22T18:00');
  });

  it('moves with a hold by the working days that ended in it, and not at all once it was over', () => {
    const late = (from: string, to: string) =>
      play(
        [
          [from, { action: 'requestHold', hat: 'leadHead' }],
          [from, { action: 'approveHold', hat: 'streetOperator' }],
          [to, { action: 'resume', hat: 'streetOperator' }],
        ],
        executing,
      );
    // held from Wednesday noon over the weekend to Monday noon: three working days ended
    expect(endOf(late('11-18T12:00', '11-23T12:00'))).toBe('11-25T18:00');
    expect(endOf(late('11-23T09:00', '11-30T09:00'))).toBe('11-22T18:00');
    expect(only(late('11-18T12:00', '11-23T12:00'))).toMatchObject({ heldMs: 5 * DAY, holdCount: 1, heldAt: null });
  });

  it('moves with an extension from where it was, however late it is granted', () => {
    const walk = play(
      [
        ['11-19T09:00', { action: 'requestExtension', hat: 'leadHandler' }],
        ['11-30T09:00', { action: 'grantExtension', hat: 'streetOperator' }],
      ],
      executing,
    );
    expect(endOf(walk)).toBe('11-25T18:00');
    expect(only(walk).extensionCount).toBe(1);
  });

  it.each([
    ['early: the plan stands', '11-17T10:00', '11-22T18:00'],
    ['late: three working days', '11-25T10:00', '11-30T18:00'],
  ])('gives work that is not accepted the later of both, %s', (_, time, end) => {
    const walk = play([[time, { action: 'rejectWork', hat: 'inspector' }]], whistleIn('completed'));
    expect(endOf(walk)).toBe(end);
    expect(only(walk)).toMatchObject({ state: 'executing', reworkCount: 1, completedAt: null, pairs: [] });
    expect(Object.keys(only(walk).results).sort()).toEqual([taskIds.urban, taskIds.community].sort());
  });
});

describe('what counts as heard and told', () => {
  const doors = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: personId(5000 + n), label: `${n}`, opinions: 0, told: null, verdict: null }));

  it.each([
    [0, 1],
    [1, 1],
    [10, 1],
    [11, 2],
    [40, 4],
    [41, 5],
    [600, 5],
  ])('%i affected households need %i to be heard', (count, need) => {
    expect(quorumOf({ households: doors(count) }, defaultWhistleSettings)).toBe(need);
  });

  it('counts a household once however often it speaks, and lists it once', () => {
    const listed: readonly ScriptedWhistleStep[] = [
      ['listHouseholds', 'secretary'],
      ['listHouseholds', 'gridWorker'],
      ...[0, 1].map(
        (): WhistleStep => ({ action: 'addOpinion', hat: 'secretary', input: { householdId: '00000000-0000-7000-8000-000000001031' } }),
      ),
    ];
    const { snapshot } = walkWhistle(listed, whistleIn('onSite'));
    expect(snapshot.households.map(({ opinions }) => opinions)).toEqual([2, 0, 0]);
    const three = { ...defaultWhistleSettings, quorumPercent: 50 };
    expect(requirementsOf('closeOpinions', snapshot, three).find(({ code }) => code === 'opinionsMissing')).toMatchObject({
      have: 1,
      need: 2,
      ok: false,
    });
  });

  it('asks a unit called after the visit for an answer, its arrival, another visit and its word on the plan', () => {
    const water = { hat: 'supportHandler', actor: unitActor(WATER, 'departmentHandler'), unit: WATER } as const;
    const walk = walkWhistle([
      ...wayToWhistle.opinionsCollected,
      ['proposePlan', 'leadHandler'],
      ['agreePlan', 'supportHandler'],
      ['summonSupport', 'streetOperator'],
      { ...water, action: 'acknowledge' },
      { ...water, action: 'reportIn' },
      { action: 'recordVisit', hat: 'secretary', input: { photoIds: [BEFORE] } },
    ]);
    const unmet = requirementsOf('approvePlan', walk.snapshot, defaultWhistleSettings).filter(({ ok }) => !ok);
    expect(unmet).toMatchObject([{ code: 'planUnanswered', departmentId: WATER }]);
    const agreed = walkWhistle([{ ...water, action: 'agreePlan' }], walk);
    expect(takeWhistle(agreed, ['approvePlan', 'secretary']).walk.snapshot?.state).toBe('planned');
  });

  it('lets an excused unit that comes anyway stand in the attendance, owing nothing', () => {
    const walk = walkWhistle([
      ...wayToWhistle.blown,
      ['excuseUnit', 'streetOperator'],
      ['acknowledge', 'leadHandler'],
      ['reportIn', 'leadHandler'],
      {
        ...{ action: 'recordVisit', hat: 'secretary' },
        input: { attendance: [HOUSING, URBAN].map((departmentId) => ({ departmentId, name: '赵工' })) },
      },
    ]);
    expect(walk.snapshot.visit?.attendance).toHaveLength(2);
    expect(unitOf(walk.snapshot, URBAN)).toMatchObject({ status: 'excused', arrival: null });
  });
});
