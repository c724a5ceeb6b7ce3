import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../platform/index.ts';

/** Performs one action on a case; every list, count and file of cases is asked anew afterwards, whether it was done or refused. */
export function usePerform() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.cases.act.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
    }),
  );
}
