import { describe, expect, it } from 'vitest';
import { limitMarks } from '../clocks/clocks-schema.ts';
import { whistleClockLimits } from '../dispatch/limit-over.ts';
import { runningWhistleLimits } from '../dispatch/running-whistle-limits.ts';
import { limitsOfWhistle } from '../dispatch/whistle-clock.ts';
import { whistleEventTypes } from '../dispatch/whistle-events.ts';
import { whistleAllowedIn } from '../dispatch/whistle-table.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from '../dispatch/whistle-walk.ts';
import { markNotices, whistleActsOfLimit } from './clock-notices.ts';
import { whistleNotices, whistleRules } from './whistle-notices.ts';

/** Written by hand: who hears of what, and the act that the link opens. `!` = urgent, `.` = inbox only. */
const expected: Partial<Record<keyof typeof whistleNotices, readonly string[]>> = {
  BlowRequested: ['streetOperator approveBlow'],
  WhistleReturned: ['drafter blow'],
  WhistleBlown: ['!called acknowledge', 'drafter', '.streetOperator'],
  UnitAcknowledged: ['secretary', '.streetOperator'],
  UnitObjected: ['streetOperator overruleObjection', '.secretary'],
  UnitObjectionUpheld: ['named', '.secretary'],
  UnitObjectionOverruled: ['!named acknowledge', '.secretary'],
  UnitExcused: ['named', '.secretary'],
  UnitSummoned: ['!named acknowledge', '.secretary'],
  UnitReportedIn: ['.secretary', '.streetOperator'],
  WhistleOnSite: ['secretary'],
  OpinionsCollected: ['lead proposePlan'],
  PlanProposed: ['supports agreePlan', '.secretary'],
  PlanAnswered: ['lead proposePlan', 'secretary approvePlan', '.lead', '.secretary'],
  PlanApproved: ['lead start', 'units', 'followers'],
  UnitLeft: ['.secretary'],
  WorkCompleted: ['acceptor acceptWork'],
  WorkAccepted: ['.units'],
  AcceptanceFailed: ['!units'],
  ResultFedBack: ['units rateWhistle', 'secretary rateUnit', 'followers'],
  UnitRated: ['streetOperator clear'],
  WhistleRated: ['streetOperator clear'],
  HouseholdAnswered: ['secretary', '.units', '.secretary'],
  WhistleCleared: ['units', 'secretary'],
  WhistleWithdrawn: ['units', '.streetOperator'],
  WhistleExtensionRequested: ['streetOperator grantExtension'],
  WhistleExtensionGranted: ['asker', '.secretary'],
  WhistleExtensionRefused: ['asker'],
  WhistleHoldRequested: ['streetOperator approveHold'],
  WhistleHoldRefused: ['asker'],
  WhistleHeld: ['units', '.secretary'],
  WhistleResumed: ['units', '.secretary'],
  WhistleSupervised: ['!named receiveSupervision'],
  SupervisionReceived: ['.asker', '.secretary'],
  SupervisionReplied: ['asker closeSupervision', '.secretary'],
  SupervisionReturned: ['!named replySupervision'],
  SupervisionClosed: ['named'],
  WhistleVoidRequested: ['secretary approveVoid', 'streetOperator approveVoid'],
  WhistleVoidRefused: ['.asker'],
  WhistleVoided: ['units', '.secretary'],
  WhistleNoteAdded: ['.units', '.secretary'],
};
const signs = { quiet: '.', normal: '', urgent: '!', emergency: '!!' } as const;

describe('who is told of a whistle', () => {
  it.each(whistleEventTypes)('%s', (type) => {
    const lines = whistleNotices[type].map(({ to, loud, does }) => `${signs[loud]}${to}${does ? ` ${does}` : ''}`);
    expect(lines).toEqual(expected[type] ?? []);
  });
});

describe('the answer of a household', () => {
  const says = (solved: 'yes' | 'partly' | 'no', thanks: boolean): ScriptedWhistleStep => ({
    action: 'giveVerdict',
    hat: 'system',
    input: { solved, thanks },
  });

  const heard = (...answers: ScriptedWhistleStep[]) => {
    const { snapshot: before } = walkWhistle([...wayToWhistle.fedBack, ...answers.slice(0, -1)]);
    const { snapshot: after, events } = walkWhistle([...wayToWhistle.fedBack, ...answers]);
    const event = events.at(-1);
    if (event === undefined) throw new Error('an answer expected');
    expect(event.type).toBe('HouseholdAnswered');
    return whistleRules({ event, before, after }).map(({ to, topic }) => `${to} ${topic}`);
  };

  it.each([
    ['yes', false, []],
    ['yes', true, ['units householdThanks', 'secretary householdThanks']],
    ['partly', false, ['secretary householdUnsolved']],
    ['partly', true, ['secretary householdUnsolved', 'units householdThanks', 'secretary householdThanks']],
    ['no', false, ['secretary householdUnsolved']],
  ] as const)('%s, with thanks: %s', (solved, thanks, told) => {
    expect(heard(says(solved, thanks))).toEqual(told);
  });

  it('thanks are told once, whatever the household says afterwards', () => {
    expect(heard(says('partly', true), says('yes', true))).toEqual([]);
  });
});

describe('who is told when time runs out', () => {
  it('climbs from whoever owes the step to the district, louder from step to step', () => {
    expect(limitMarks.map((mark) => `${signs[markNotices[mark].loud]}${markNotices[mark].to.join('+')}`)).toEqual([
      '.holder',
      'holder',
      '!holder+unitLeads',
      '!street+unitLeads',
      '!district+unitLeads',
    ]);
    expect(limitMarks.map((mark) => markNotices[mark].loudInEmergency)).toEqual(limitMarks.map(() => 'emergency'));
  });
});

describe('the act that ends a limit of a whistle', () => {
  const ways: readonly (readonly ScriptedWhistleStep[])[] = [
    ...Object.values(wayToWhistle),
    [...wayToWhistle.drafted, ['blow', 'secretary']],
    [...wayToWhistle.blown, ['object', 'supportHead']],
    [...wayToWhistle.blown, ['supervise', 'secretary']],
    [...wayToWhistle.blown, ['supervise', 'secretary'], ['receiveSupervision', 'leadHead']],
    [...wayToWhistle.blown, ['supervise', 'secretary'], ['receiveSupervision', 'leadHead'], ['replySupervision', 'leadHead']],
    [...wayToWhistle.opinionsCollected, ['proposePlan', 'leadHandler']],
    [...wayToWhistle.opinionsCollected, ['proposePlan', 'leadHandler'], ['agreePlan', 'supportHandler']],
    [...wayToWhistle.executing, ['requestExtension', 'leadHandler']],
    [...wayToWhistle.executing, ['requestHold', 'leadHead']],
    [...wayToWhistle.executing, ['requestVoid', 'secretary']],
  ];
  const running = ways.flatMap((way) => {
    const { snapshot } = walkWhistle(way);
    const limits = runningWhistleLimits(snapshot).map(({ limit }) => limit);
    return limitsOfWhistle(snapshot).map(({ key }, i) => ({ key, limit: limits[i], snapshot, state: snapshot.state }));
  });

  it('is there for every limit that can run, and for none else', () => {
    expect([...new Set(running.map(({ limit }) => limit))].sort()).toEqual([...whistleClockLimits].sort());
    expect(whistleActsOfLimit('sign')).toEqual([]);
  });

  it.each(running)('$key may be ended while it runs ($state)', ({ key, state }) => {
    expect(whistleActsOfLimit(key).filter((act) => whistleAllowedIn(act, state))).not.toEqual([]);
  });

  it.each([
    ['finish', 'planned', 'start'],
    ['finish', 'executing', 'complete'],
    ['supervision:x', 'blown', 'receiveSupervision'],
    ['verify', 'completed', 'feedBack'],
  ] as const)('of %s when the whistle is %s may be %s first', (key, state, first) => {
    expect(whistleActsOfLimit(key).find((act) => whistleAllowedIn(act, state))).toBe(first);
  });
});
