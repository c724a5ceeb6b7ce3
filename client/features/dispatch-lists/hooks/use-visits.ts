import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { dayRange, localDateAt } from '#shared/kernel/zone-time.ts';
import { addDays, weekday } from '#shared/kernel/zone-time-dates.ts';
import { useTimeWords, useTRPC } from '../../../platform/index.ts';
import type { WhistleVisit } from '../whistle-types.ts';

/** The day in the address, today without one, with the week around it. */
export function useVisits() {
  const { writing } = useTimeWords();
  const { timeZone, now } = writing;
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const today = localDateAt(timeZone, now);
  const asked = raw['day'];
  const day = typeof asked === 'string' && isDay(asked) ? asked : today;
  const monday = addDays(day, 1 - weekday(day));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const from = dayRange(timeZone, monday).t0;
  const to = dayRange(timeZone, addDays(monday, 6)).t1;
  const query = useQuery(trpc.dispatch.visits.queryOptions({ from, to }, { placeholderData: keepPreviousData }));
  const visits = query.data?.visits ?? [];
  const byDay = days.map((date) => ({
    date,
    start: dayRange(timeZone, date).t0,
    visits: visits.filter(({ at }) => localDateAt(timeZone, at) === date),
  }));
  const go = (date: string) => void navigate({ href: date === today ? '/d/visits' : `/d/visits?day=${date}`, replace: true });
  const chosen = byDay.find(({ date }) => date === day);
  return {
    ...{ query, byDay, day, today, go, stops: stopsOf(chosen?.visits ?? []), start: chosen?.start ?? from },
    ...{ complete: query.data?.complete ?? true, yesterday: addDays(day, -1), tomorrow: addDays(day, 1) },
    ...{ before: addDays(day, -7), after: addDays(day, 7) },
  };
}

/** One place of the day's route: everybody who comes to one whistle, first time first, numbered as on the map. */
export type Stop = { number: number; visits: WhistleVisit[] };

function stopsOf(visits: readonly WhistleVisit[]): Stop[] {
  return [...Map.groupBy(visits, ({ whistleId }) => whistleId).values()].map((own, index) => ({ number: index + 1, visits: own }));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
