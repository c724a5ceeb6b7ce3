import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

/** One item of the community duty list as the server tells it. */
export type Duty = inferRouterOutputs<AppRouter>['dispatch']['duties'][number];
