import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['calendar'];
export type CalendarNow = Outputs['current'];
export type YearDay = Outputs['days']['days'][number];
export type Preview = Outputs['import'];

/** `08:30` of minutes after midnight. */
export function minuteText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
