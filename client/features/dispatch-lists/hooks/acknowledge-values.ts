import { HOUR, MINUTE } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { fromLocal, localDateAt } from '#shared/kernel/zone-time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import type { WhistleLine } from '../whistle-types.ts';

export type AcknowledgeValues = { person: string; phone: string; eta: Instant | undefined };

/** The unit for which this person would answer: of the own ones the first that has not. */
export function unitToAnswer(line: WhistleLine, own: readonly string[]): WhistleLine['units'][number] | null {
  if (!line.allowedActions.includes('acknowledge')) return null;
  return line.units.find(({ departmentId, status }) => status === 'summoned' && own.includes(departmentId)) ?? null;
}

/** When the person probably comes: within the hour for an emergency, else tomorrow morning, never after a limit that is still ahead. */
export function firstEta(lines: readonly WhistleLine[], { now, timeZone }: { now: Instant; timeZone: string }): Instant {
  const urgent = lines.some(({ whistleType }) => whistleType === 'emergency');
  const morning = fromLocal(timeZone, { date: addDays(localDateAt(timeZone, now), 1), minute: 9 * 60 + 30 });
  const wanted = urgent ? now + HOUR : morning;
  const limits = lines.flatMap(({ units }) =>
    units.flatMap(({ clock }) => (clock?.limit === 'reportIn' && clock.due && clock.due.at > now + HOUR ? [clock.due.at] : [])),
  );
  const eta = Math.min(wanted, ...limits);
  return Math.ceil(eta / (5 * MINUTE)) * 5 * MINUTE;
}

/** The answer of one unit to one whistle as the server reads it, unchecked. */
export function acknowledgeInput(line: WhistleLine, values: AcknowledgeValues & { unitId: string; requestId: string }) {
  const action = 'acknowledge';
  return { action, input: { ...values, whistleId: line.id, expectedVersion: line.version } };
}
