import * as z from 'zod/mini';
import { type Limit, limitUnit } from '../calendar/calendar-schema.ts';
import type { WhistleSnapshot, WhistleType } from './whistle-schema.ts';

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ amount, unit: 'hours' });
const workingHours = (amount: number): Limit => ({ amount, unit: 'workingHours' });
const workingDays = (amount: number): Limit => ({ amount, unit: 'workingDays' });

/** Most of any unit that a limit of a whistle may have. */
export const WHISTLE_LIMIT_MAX = 1_000;
const ownLimit = z.object({ amount: z.int().check(z.gte(1), z.lte(WHISTLE_LIMIT_MAX)), unit: limitUnit });

/** Limits from the call to 销账; acknowledging and reporting in both run from the call. */
const fromTheCall = {
  acknowledge: ownLimit,
  reportIn: ownLimit,
  ruling: ownLimit,
  opinions: ownLimit,
  plan: ownLimit,
  verify: ownLimit,
  rework: ownLimit,
  clear: ownLimit,
};
const ordinary = z.object({ approval: ownLimit, ...fromTheCall });
const emergency = z.object(fromTheCall);

/** Limits of one whistle; `approval` null = the street is told, not asked. */
export const whistleLimits = z.object({ approval: z.nullable(ownLimit), ...fromTheCall });
export type WhistleLimits = z.infer<typeof whistleLimits>;

/** What a district sets: one table for emergencies, one for all other whistles. */
export const districtLimits = z.object({ ordinary, emergency });
export type DistrictLimits = z.infer<typeof districtLimits>;

const after = { opinions: workingDays(5), plan: workingDays(5), verify: workingDays(1), rework: workingDays(3), clear: workingDays(3) };

/** Default limits of lifecycles D2. */
export const defaultDistrictLimits: DistrictLimits = {
  ordinary: {
    ...{ approval: workingHours(4), acknowledge: workingHours(4), reportIn: workingDays(2), ruling: workingDays(1) },
    ...after,
  },
  emergency: { acknowledge: minutes(10), reportIn: minutes(30), ruling: hours(1), ...after },
};

/** What a district's limits are for a whistle of this kind. */
export function limitsOfType(limits: DistrictLimits, type: WhistleType): WhistleLimits {
  return type === 'emergency' ? { approval: null, ...limits.emergency } : limits.ordinary;
}

/** The limits fixed when the whistle was blown; one blown before limits could be set has the defaults. */
export function whistleLimitsOf({ limits, whistleType }: Pick<WhistleSnapshot, 'limits' | 'whistleType'>): WhistleLimits {
  return limits ?? limitsOfType(defaultDistrictLimits, whistleType);
}
