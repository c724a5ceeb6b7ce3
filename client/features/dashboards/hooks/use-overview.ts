import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UnitId } from '#shared/kernel/ids.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import { useTRPC } from '../../../platform/index.ts';

/** The overview of a unit; live changes renew it at once, and the passing of time every two minutes (a case goes overdue without an event). */
export function useOverview(unitId: string | undefined) {
  const trpc = useTRPC();
  return useQuery(
    trpc.dashboards.overview.queryOptions(
      { unitId: (unitId ?? '') as UnitId },
      { enabled: unitId !== undefined, placeholderData: keepPreviousData, refetchInterval: 2 * MINUTE, staleTime: MINUTE / 2 },
    ),
  );
}
