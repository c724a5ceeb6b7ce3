import type { Due, Limit } from '../calendar/calendar-schema.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseCategory, CaseLimits, CaseSnapshot, Urgency } from './cases-schema.ts';

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ amount, unit: 'hours' });
const workingHours = (amount: number): Limit => ({ amount, unit: 'workingHours' });
const workingDays = (amount: number): Limit => ({ amount, unit: 'workingDays' });

const after = { objection: workingDays(1), inspection: workingDays(1), callback: workingDays(3) };

/** Default limits by urgency (table of lifecycles D1). */
export const defaultLimits: Readonly<Record<Urgency, CaseLimits>> = {
  emergency: { accept: minutes(10), sign: minutes(10), contact: minutes(30), finish: hours(24), extension: null, ...after },
  urgent: { accept: workingHours(1), sign: workingHours(1), contact: hours(2), finish: hours(24), extension: hours(24), ...after },
  normal: {
    accept: workingHours(4),
    sign: workingHours(4),
    contact: hours(24),
    finish: workingDays(5),
    extension: workingDays(5),
    ...after,
  },
  complex: {
    accept: workingHours(4),
    sign: workingHours(4),
    contact: hours(24),
    finish: workingDays(15),
    extension: workingDays(15),
    ...after,
  },
  inquiry: {
    accept: workingHours(4),
    sign: workingHours(4),
    contact: workingDays(2),
    finish: workingDays(2),
    extension: workingDays(2),
    ...after,
  },
};

/**
 * Limits of a new order: the urgency's defaults, with the category's own limits over them as long as the case keeps the
 * category's urgency (a matter raised to emergency is not slowed by the category's ordinary 5 days).
 */
export function limitsFor(category: Pick<CaseCategory, 'limits' | 'defaultUrgency'>, urgency: Urgency): CaseLimits {
  const base = defaultLimits[urgency];
  if (urgency !== category.defaultUrgency) return base;
  const own = category.limits;
  return {
    accept: own.accept ?? base.accept,
    sign: own.sign ?? base.sign,
    contact: own.contact ?? base.contact,
    finish: own.finish ?? base.finish,
    extension: own.extension === undefined ? base.extension : own.extension,
    objection: own.objection ?? base.objection,
    inspection: own.inspection ?? base.inspection,
    callback: own.callback ?? base.callback,
  };
}

/** A share of a limit, never less than the share: half of 5 working days is 3, half of 1 hour is 30 minutes. */
export function shareOf(limit: Limit, share: number): Limit {
  if (limit.unit === 'hours' && !Number.isInteger(limit.amount * share))
    return { amount: Math.ceil(limit.amount * 60 * share), unit: 'minutes' };
  return { amount: Math.max(1, Math.ceil(limit.amount * share)), unit: limit.unit };
}

/** The limits frozen on the order; an imported order without any gets those of its category. */
export function limitsOf(snapshot: Pick<CaseSnapshot, 'limits' | 'urgency'>, category: CaseCategory): CaseLimits {
  return snapshot.limits ?? limitsFor(category, snapshot.urgency ?? category.defaultUrgency);
}

/** Until when a request (extension, hold, voiding) is decided on, or the reply to a supervision judged: within the limit that an objection has. */
export function decidedBy({ snapshot, context }: { snapshot: CaseSnapshot; context: Pick<CaseContext, 'category' | 'due' | 'now'> }): Due {
  return context.due(limitsOf(snapshot, context.category).objection, context.now);
}
