import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Dispatch = inferRouterOutputs<AppRouter>['dispatch'];

/** One row of a list of whistles, with what may be done to it. */
export type WhistleLine = Dispatch['list']['rows'][number];
/** One visit of one unit to one place. */
export type WhistleVisit = Dispatch['visits']['visits'][number];
