import type { DueStep } from '#shared/calendar/due-steps.ts';
import type { DueDay, DueDayKind } from './due-explain.tsx';

/** The server's explanation of a due time as days of the strip. */
export function dueDays(steps: readonly DueStep[]): DueDay[] {
  return steps.map((step) => ({
    date: step.date,
    kind: kindOf(step),
    ...(step.ordinal === null ? {} : { n: step.ordinal }),
    ...(step.holiday === null ? {} : { name: step.holiday }),
  }));
}

function kindOf(step: DueStep): DueDayKind {
  if (step.isDue) return 'due';
  if (step.kind === 'startDay') return 'start';
  if (step.kind === 'held') return 'held';
  if (step.kind === 'restDay') return 'rest';
  return step.day === 'madeUpWorkday' ? 'madeUp' : 'counted';
}
