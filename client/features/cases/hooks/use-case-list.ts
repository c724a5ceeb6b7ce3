import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { CaseSort, CaseView } from '#shared/cases/case-queries.ts';
import { useTRPC } from '../../../platform/index.ts';
import type { CaseLine } from '../case-types.ts';
import { type DeskSearch, filtersOf } from './desk-search.ts';

const pageSize = 100;

/** The rows of a list as the address says, page by page; the total is the count of the very same filter. */
export function useCaseList({ view, search, sort = 'clock' }: { view: CaseView; search: DeskSearch; sort?: CaseSort }) {
  const trpc = useTRPC();
  const filters = filtersOf(search);
  const list = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      { ...filters, view, sort, limit: pageSize },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = useQuery(trpc.cases.counts.queryOptions({ ...filters, views: [view] }, { placeholderData: keepPreviousData }));
  const rows: CaseLine[] = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return { rows, total: counts.data?.counts[view] ?? rows.length, list };
}

/** How many cases each named list holds under the same filters. */
export function useViewCounts(views: readonly CaseView[], search: DeskSearch): Partial<Record<CaseView, number>> {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.cases.counts.queryOptions(
      { ...filtersOf(search), views: [...views] },
      { placeholderData: keepPreviousData, enabled: views.length > 0 },
    ),
  );
  return data?.counts ?? {};
}

/** One case with everything a desk shows. */
export function useCase(caseId: string | undefined) {
  const trpc = useTRPC();
  return useQuery(trpc.cases.byId.queryOptions({ caseId: caseId ?? '' }, { enabled: caseId !== undefined }));
}
