import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Dashboards = inferRouterOutputs<AppRouter>['dashboards'];

export type Overview = Dashboards['overview'];
export type OverviewArea = Overview['areas'][number];
export type TrendDay = Overview['trend'][number];
export type Repeat = Dashboards['repeats']['repeats'][number];
export type DecisionLine = Overview['decisions']['overdue'][number];
