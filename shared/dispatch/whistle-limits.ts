import type { Limit } from '../calendar/calendar-schema.ts';
import type { WhistleType } from './whistle-schema.ts';

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ amount, unit: 'hours' });
const workingHours = (amount: number): Limit => ({ amount, unit: 'workingHours' });
const workingDays = (amount: number): Limit => ({ amount, unit: 'workingDays' });

/** Limits of one whistle; `approval` null = the street is told, not asked. */
export type WhistleLimits = Readonly<{
  approval: Limit | null;
  acknowledge: Limit;
  reportIn: Limit;
  ruling: Limit;
  opinions: Limit;
  plan: Limit;
  verify: Limit;
  rework: Limit;
  clear: Limit;
}>;

const after = { opinions: workingDays(5), plan: workingDays(5), verify: workingDays(1), rework: workingDays(3), clear: workingDays(3) };
const ordinary: WhistleLimits = {
  approval: workingHours(4),
  acknowledge: workingHours(4),
  reportIn: workingDays(2),
  ruling: workingDays(1),
  ...after,
};

/** Default limits of lifecycles D2; acknowledging and reporting in both run from the blow. */
export const whistleLimits: Readonly<Record<WhistleType, WhistleLimits>> = {
  appeal: ordinary,
  keyTask: ordinary,
  jointEnforcement: ordinary,
  emergency: { ...ordinary, approval: null, acknowledge: minutes(10), reportIn: minutes(30), ruling: hours(1) },
};
