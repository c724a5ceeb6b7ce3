import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Scoring = inferRouterOutputs<AppRouter>['scoring'];

export type Score = Scoring['month'];
export type ScoreIndicator = Score['indicators'][number];
export type ScoreCase = Scoring['cases']['rows'][number];
