import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../kernel/time.ts';
import { clockOf } from './case-clock.ts';
import { plainDue, sampleActor, T0 } from './case-samples.ts';
import { take, type Walk, walkThrough, wayTo } from './case-walk.ts';
import type { CaseAction } from './cases-actions.ts';
import { contactDueOf } from './contact-due.ts';
import { replayCase } from './evolve-case.ts';
import { recomputedDues } from './recomputed-dues.ts';
import { runningLimitsOf } from './running-limits.ts';

type By = Parameters<typeof sampleActor>[0];
const step = (walk: Walk, action: CaseAction, by: By, now: number, n = 0) => {
  const { walk: next, decision } = take(walk, { action, role: by, now, actor: sampleActor(by, n) });
  if (!decision.ok || next.snapshot === null) throw new Error(`${action} refused: ${decision.ok ? '' : decision.refusal.code}`);
  return { ...next, snapshot: next.snapshot };
};
const contactClock = ({ snapshot }: Walk) => snapshot && runningLimitsOf(snapshot).find(({ key }) => key === 'contact');
const due = T0 + 24 * HOUR;

describe('the first contact', () => {
  it('is owed 24 hours after the registration', () => {
    expect(walkThrough(wayTo.inProgress).snapshot.contactDue?.at).toBe(due);
  });

  it.each<[CaseAction]>([['upholdObjection'], ['overruleObjection']])('stands still while the case is objected, until %s', (ruling) => {
    const objected = step(walkThrough(wayTo.dispatched), 'object', 'departmentLead', T0 + HOUR);
    expect(contactClock(objected)).toMatchObject({ held: true });
    const ruled = step(objected, ruling, 'streetOperator', T0 + 20 * HOUR, 1);
    expect(ruled.snapshot.contactDue?.at).toBe(due + 19 * HOUR);
    expect(ruled.snapshot.contactHolds).toEqual([{ from: T0 + HOUR, to: T0 + 20 * HOUR }]);
    expect(contactClock(ruled)).toMatchObject({ held: false, due: { at: due + 19 * HOUR } });
  });

  it('stands still on hold, after an objection too, and gives the unit its whole time', () => {
    const objected = step(walkThrough(wayTo.dispatched), 'object', 'departmentLead', T0 + HOUR);
    const ruled = step(objected, 'overruleObjection', 'streetOperator', T0 + 3 * HOUR, 1);
    const signed = step(ruled, 'sign', 'departmentHandler', T0 + 4 * HOUR);
    const asked = step(signed, 'requestHold', 'departmentLead', T0 + 5 * HOUR);
    const held = step(asked, 'approveHold', 'secretary', T0 + 6 * HOUR);
    expect(contactClock(held)).toMatchObject({ held: true });
    const resumed = step(held, 'resume', 'secretary', T0 + 6 * HOUR + 2 * DAY);
    const { snapshot } = resumed;
    expect(snapshot.contactDue?.at).toBe(due + 2 * HOUR + 2 * DAY);
    expect(contactDueOf(snapshot, plainDue)?.at).toBe(snapshot.contactDue?.at);
    expect(recomputedDues(snapshot, plainDue).contactDue?.at).toBe(snapshot.contactDue?.at);
    expect(clockOf(snapshot, T0 + 6 * HOUR + 2 * DAY)).toMatchObject({ limit: 'contact', from: T0 + 2 * HOUR + 2 * DAY, overdue: false });
  });

  it('does not move once it is made', () => {
    const contacted = step(walkThrough(wayTo.inProgress), 'contact', 'departmentHandler', T0 + HOUR);
    const asked = step(contacted, 'requestHold', 'departmentLead', T0 + 2 * HOUR);
    const resumed = step(step(asked, 'approveHold', 'secretary', T0 + 2 * HOUR), 'resume', 'secretary', T0 + 9 * HOUR);
    expect(resumed.snapshot).toMatchObject({ contactDue: { at: due }, contactHolds: [] });
  });

  it('stays where it was for the rulings of before, which say nothing of it', () => {
    const objected = step(walkThrough(wayTo.dispatched), 'object', 'departmentLead', T0 + HOUR);
    const { events } = step(objected, 'upholdObjection', 'streetOperator', T0 + 20 * HOUR, 1);
    const old = events.map((event) => {
      if (event.type !== 'ObjectionUpheld') return event;
      const { contactDue: _, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(replayCase(old)).toMatchObject({ contactDue: { at: due }, contactHolds: [], objectedAt: null });
  });
});
