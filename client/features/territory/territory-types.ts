import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['territory'];
export type UnitPage = Outputs['unit'];
export type Holder = UnitPage['holders'][number];
export type TreeNode = Outputs['tree']['rows'][number];
export type Finding = Outputs['checks']['findings'][number];
