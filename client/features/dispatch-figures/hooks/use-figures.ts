import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import type { FigurePart } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasureId } from '#shared/scoring/whistle-measures-schema.ts';
import { useTRPC } from '../../../platform/index.ts';
import type { DayRange } from './figure-period.ts';

/** Of what the figures are: an area, or one unit. */
export type FigureSubjectIds = { unitId?: UnitId; departmentId?: DepartmentId };
export type FiguresAsked = DayRange & FigureSubjectIds & { by: 'unit' | 'community' };

export function useFigures(asked: FiguresAsked) {
  const trpc = useTRPC();
  return useQuery(trpc.dispatch.figures.queryOptions(asked, { placeholderData: keepPreviousData }));
}

type Behind = FiguresAsked & { row: string | null; figure: WhistleMeasureId; part: FigurePart };

/** The whistles behind one figure of one row, page by page. */
export function useFigureWhistles({ by, row, figure, part, ...asked }: Behind) {
  const trpc = useTRPC();
  const narrowed = row === null ? {} : by === 'unit' ? { departmentId: row as DepartmentId } : { unitId: row as UnitId };
  return useInfiniteQuery(
    trpc.dispatch.figureWhistles.infiniteQueryOptions(
      { ...asked, ...narrowed, measure: figure, part, limit: 100 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
}
