import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Dispatch = inferRouterOutputs<AppRouter>['dispatch'];

export type Figures = Dispatch['figures'];
export type FigureRow = Figures['rows'][number];
export type FigureWhistle = Dispatch['figureWhistles']['rows'][number];
/** One line of the table: the whole, or one unit or community. */
export type FigureLine = Figures['total'] & Pick<FigureRow, 'rank'> & { id: string | null; name: string };
