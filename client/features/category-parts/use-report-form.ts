import { useQuery } from '@tanstack/react-query';
import { HOUR } from '#shared/kernel/durations.ts';
import { useTRPC } from '../../platform/index.ts';

/** Kinds of matters and communities; they change rarely. */
export function useReportForm() {
  const trpc = useTRPC();
  return useQuery(trpc.reporting.form.queryOptions(undefined, { staleTime: HOUR, gcTime: 24 * HOUR }));
}
