import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
/** What the server tells of settings of either kind. */
export type SettingsTold = Outputs['dispatch']['settings'] | Outputs['cases']['settings'];

/** The version was saved for a time that has not come yet. */
export function waits({ effectiveFrom, savedAt }: { effectiveFrom: number; savedAt: number }, now: number): boolean {
  return effectiveFrom > savedAt && effectiveFrom > now;
}

/** A new version as the form hands it over; the page's own schema reads it. */
export type SettingsSent = { requestId: string; districtId: string; expectedVersion: number; effectiveFrom: number | null; why: string };
