import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Cases = inferRouterOutputs<AppRouter>['cases'];

/** One row of a list of cases, with what may be done to it. */
export type CaseLine = Cases['list']['rows'][number];
/** Everything a desk shows of one case. */
export type CaseDetail = Cases['byId'];
export type SuggestedUnit = Cases['suggestUnits'][number];
export type NearbyCase = Cases['nearby'][number];
/** Why a due time of a case is what it is. */
export type DueReason = NonNullable<Cases['explainDue']>;
