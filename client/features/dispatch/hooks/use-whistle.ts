import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../platform/index.ts';

/** One whistle with everything its page shows. */
export function useWhistle(whistleId: string | undefined) {
  const trpc = useTRPC();
  return useQuery(trpc.dispatch.byId.queryOptions({ whistleId: whistleId ?? '' }, { enabled: whistleId !== undefined }));
}

/** Performs one action on a whistle; everything about whistles is asked anew afterwards, whether it was done or refused. */
export function usePerformWhistle() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.dispatch.act.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() }),
    }),
  );
}
