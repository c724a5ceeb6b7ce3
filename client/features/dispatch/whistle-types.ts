import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Dispatch = inferRouterOutputs<AppRouter>['dispatch'];

/** Everything the page of a whistle shows. */
export type WhistleDetail = Dispatch['byId'];
/** A unit that may be called, with the reasons for it. */
export type SuggestedUnit = Dispatch['suggestUnits'][number];

type Snapshot = WhistleDetail['snapshot'];
export type PlanTask = NonNullable<Snapshot['plan']>['tasks'][number];
export type TaskResult = Snapshot['results'][string];
