import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import { dueBy } from '../clocks/limit-due.ts';
import { sampleCommand } from './case-samples.ts';
import { walkThrough } from './case-walk.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const context = { due: dueBy(calendar2026) };

/** A report of Wednesday 2026-11-18, registered and dispatched that morning, handled by the working calendar. */
const start = at('2026-11-18T10:00');
const begun = [
  { action: 'submit', role: 'resident', now: start, context },
  { action: 'register', role: 'dispatcher', now: start, context },
  { action: 'dispatch', role: 'streetOperator', now: start, context },
  { action: 'sign', role: 'departmentHandler', now: start, context },
] as const;

describe('a case by the working calendar of 2026', () => {
  it('owes each step at the right hour', () => {
    const { snapshot } = walkThrough(begun);
    expect(snapshot.signDue?.at).toBe(at('2026-11-18T15:30'));
    expect(snapshot.objectionDue?.at).toBe(at('2026-11-19T18:00'));
    expect(snapshot.contactDue?.at).toBe(at('2026-11-19T10:00'));
    expect(snapshot.finishDue?.at).toBe(at('2026-11-25T18:00'));
  });

  it('does not count working days that were held, nor the weekend twice', () => {
    const { snapshot } = walkThrough([
      ...begun,
      { action: 'requestHold', role: 'departmentLead', now: at('2026-11-20T09:00'), context },
      { action: 'approveHold', role: 'secretary', now: at('2026-11-20T10:00'), context },
      { action: 'resume', role: 'secretary', now: at('2026-11-24T09:00'), context },
    ]);
    expect(snapshot.finishDue?.at).toBe(at('2026-11-27T18:00'));
  });

  it('lets a granted extension start after the old due day', () => {
    const asked = at('2026-11-25T17:00');
    const beforeAsking = walkThrough(begun);
    const command = sampleCommand('requestExtension', { role: 'departmentHandler', snapshot: beforeAsking.snapshot, now: asked });
    const { snapshot } = walkThrough(
      [
        { action: 'requestExtension', role: 'departmentHandler', now: asked, context, command },
        { action: 'grantExtension', role: 'streetOperator', now: at('2026-11-26T09:00'), context },
      ],
      beforeAsking,
    );
    expect(snapshot.finishDue?.at).toBe(at('2026-11-30T18:00'));
  });

  it('gives a rework half of five days, three, from the failed inspection', () => {
    const { snapshot } = walkThrough([
      ...begun,
      { action: 'recordSupportResult', role: 'departmentHandler', now: start, context },
      { action: 'submitFeedback', role: 'departmentHandler', now: at('2026-11-25T11:00'), context },
      { action: 'inspectFail', role: 'inspector', now: at('2026-11-26T11:00'), context },
    ]);
    expect(snapshot.finishDue?.at).toBe(at('2026-12-01T18:00'));
  });

  it('marks due times beyond the published years', () => {
    const late = at('2026-12-29T10:00');
    const { snapshot } = walkThrough(begun.map((step) => ({ ...step, now: late })));
    expect(snapshot.finishDue?.provisional).toBe(true);
    expect(snapshot.signDue?.provisional).toBe(false);
  });
});
