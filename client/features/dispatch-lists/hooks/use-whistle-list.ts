import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { WhistleFilters, WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { useTRPC } from '../../../platform/index.ts';
import type { WhistleLine } from '../whistle-types.ts';

type Asked = { view: WhistleView; filters?: WhistleFilters; limit?: number; enabled?: boolean; sort?: 'clock' | 'own' };

/** The rows of a list of whistles, nearest clock first (the whole whistle's, or the reader's own), page by page. */
export function useWhistlePages({ view, filters = {}, limit = 100, enabled = true, sort = 'clock' }: Asked) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.dispatch.list.infiniteQueryOptions(
      { ...filters, view, sort, limit },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData, enabled },
    ),
  );
  const rows: WhistleLine[] = enabled ? (list.data?.pages.flatMap((page) => page.rows) ?? []) : [];
  return { rows, list };
}

/** The same with its total, the count of the very same filter. */
export function useWhistleList(asked: Asked) {
  const { rows, list } = useWhistlePages(asked);
  const counts = useWhistleCounts([asked.view], asked.filters);
  return { rows, total: counts[asked.view] ?? rows.length, list };
}

/** How many whistles each named list holds under the same filters. */
export function useWhistleCounts(views: readonly WhistleView[], filters: WhistleFilters = {}): Partial<Record<WhistleView, number>> {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.dispatch.counts.queryOptions({ ...filters, views: [...views] }, { placeholderData: keepPreviousData, enabled: views.length > 0 }),
  );
  return data?.counts ?? {};
}
