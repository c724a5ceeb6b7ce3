import { describe, expect, it } from 'vitest';
import { caseActOfLimit } from '../notifications/clock-notices.ts';
import { LEAD, sampleActor } from './case-samples.ts';
import { walkThrough, wayTo } from './case-walk.ts';
import type { CaseEvent } from './cases-events.ts';
import { allowedInState } from './cases-table.ts';
import { replayCase } from './evolve-case.ts';
import { judgedWithoutLimit } from './request-dues.ts';
import { runningLimitsOf, sideLimits } from './running-limits.ts';

type Steps = Parameters<typeof walkThrough>[0];
const asks: Record<(typeof sideLimits)[number], { way: Steps; holder: object; act: string }> = {
  supervision: {
    way: [...wayTo.inProgress, ['supervise', 'secretary']],
    holder: { kind: 'department', departmentId: LEAD },
    act: 'acknowledgeSupervision',
  },
  judging: {
    way: [
      ...wayTo.inProgress,
      ['supervise', 'secretary'],
      ['acknowledgeSupervision', 'departmentHandler'],
      ['replySupervision', 'departmentHandler'],
    ],
    holder: { kind: 'user', userId: sampleActor('secretary').userId },
    act: 'closeSupervision',
  },
  extension: {
    way: [...wayTo.inProgress, ['requestExtension', 'departmentHandler']],
    holder: { kind: 'role', role: 'streetOperator' },
    act: 'grantExtension',
  },
  hold: {
    way: [...wayTo.inProgress, ['requestHold', 'departmentLead']],
    holder: { kind: 'role', role: 'secretary' },
    act: 'approveHold',
  },
  void: { way: [...wayTo.registered, ['requestVoid', 'dispatcher']], holder: { kind: 'role', role: 'secretary' }, act: 'approveVoid' },
  review: { way: wayTo.onHold, holder: { kind: 'role', role: 'secretary' }, act: 'resume' },
};
const sideOf = (events: readonly CaseEvent[]) => {
  const snapshot = replayCase(events);
  return snapshot === null ? [] : runningLimitsOf(snapshot).filter(({ key }) => (sideLimits as readonly string[]).includes(key));
};

describe('the limits beside the steps of a case', () => {
  it.each(sideLimits)('%s runs for whoever owes it, a hold does not stop it, and its reminder opens the act', (key) => {
    const { way, holder, act } = asks[key];
    const { snapshot, events } = walkThrough(way);
    const [limit, ...others] = sideOf(events);
    expect(others).toEqual([]);
    expect(limit).toMatchObject({ key, holder, held: false });
    expect(limit?.due.at).toBeGreaterThan(limit?.from ?? Number.POSITIVE_INFINITY);
    const opens = caseActOfLimit(key, snapshot);
    expect(opens).toBe(act);
    expect(opens && allowedInState(opens, snapshot.state)).toBe(true);
  });

  it('end with the answer and its judgement, and with the case', () => {
    const supervised = walkThrough(asks.supervision.way);
    const received = walkThrough([['acknowledgeSupervision', 'departmentHandler']], supervised);
    expect(caseActOfLimit('supervision', received.snapshot)).toBe('replySupervision');
    const replied = walkThrough([['replySupervision', 'departmentHandler']], received);
    const returned = walkThrough([['returnSupervision', 'secretary']], replied);
    const closed = walkThrough([['closeSupervision', 'secretary']], replied);
    const running = [supervised, received, replied, returned, closed].map(({ events }) =>
      sideOf(events)
        .map(({ key }) => key)
        .join(),
    );
    expect(running).toEqual(['supervision', 'supervision', 'judging', 'supervision', '']);
    const asked = walkThrough([['requestVoid', 'dispatcher']], supervised);
    expect(sideOf(asked.events)).toHaveLength(2);
  });

  it('of requests from before run no clock, and their events still tell the same', () => {
    for (const key of ['judging', 'extension', 'hold', 'void'] as const) {
      const { events } = walkThrough(asks[key].way);
      const old = events.map((event) => {
        if (!('due' in event.payload)) return event;
        const { due: _none, ...payload } = event.payload;
        return { ...event, payload } as CaseEvent;
      });
      expect(sideOf(old), key).toEqual([]);
      const snapshot = replayCase(old);
      expect(snapshot && judgedWithoutLimit(snapshot), key).toBe(key === 'judging');
    }
  });
});
