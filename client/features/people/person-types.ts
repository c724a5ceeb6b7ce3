import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type StaffPerson = Outputs['identity']['staff']['rows'][number];
export type StaffPost = StaffPerson['posts'][number];
export type DepartmentLine = Outputs['territory']['departments'][number];
