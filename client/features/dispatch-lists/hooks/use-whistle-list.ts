import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { WhistleFilters, WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { useTRPC } from '../../../platform/index.ts';
import type { WhistleLine } from '../whistle-types.ts';

/** The rows of a list of whistles, nearest clock first, page by page; the total is the count of the very same filter. */
export function useWhistleList({ view, filters = {}, limit = 100 }: { view: WhistleView; filters?: WhistleFilters; limit?: number }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.dispatch.list.infiniteQueryOptions(
      { ...filters, view, sort: 'clock', limit },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = useWhistleCounts([view], filters);
  const rows: WhistleLine[] = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return { rows, total: counts[view] ?? rows.length, list };
}

/** How many whistles each named list holds under the same filters. */
export function useWhistleCounts(views: readonly WhistleView[], filters: WhistleFilters = {}): Partial<Record<WhistleView, number>> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.dispatch.counts.queryOptions({ ...filters, views: [...views] }, { placeholderData: keepPreviousData }));
  return data?.counts ?? {};
}
