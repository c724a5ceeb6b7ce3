import type { Instant } from '../kernel/time.ts';

/** The month part of a case number in the district's zone: November 2026 → `2611`. Sequences count within it. */
export function caseNumberMonth(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', year: '2-digit', month: '2-digit' }).formatToParts(
    new Date(at),
  );
  const part = (type: 'year' | 'month') => parts.find((entry) => entry.type === type)?.value ?? '00';
  return `${part('year')}${part('month')}`;
}

/** The number people see and say on the phone, `2611-0112`; it grows to five and more digits when a month needs them. */
export function caseNumber({ at, timeZone, sequence }: { at: Instant; timeZone: string; sequence: number }): string {
  return `${caseNumberMonth(at, timeZone)}-${String(sequence).padStart(4, '0')}`;
}

/** Whether a search text is a case number. */
export const caseNumberPattern = /^\d{4}-\d{4,8}$/;
