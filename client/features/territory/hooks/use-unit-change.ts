import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useToast } from '../../../ui/index.ts';

/** After a change of the territory: say it and renew what shows it. */
export function useUnitChange(): (said: string) => void {
  const toast = useToast();
  const queryClient = useQueryClient();
  return useCallback(
    (said) => {
      for (const router of ['territory', 'identity']) void queryClient.invalidateQueries({ queryKey: [[router]] });
      toast.show({ text: said });
    },
    [toast, queryClient],
  );
}
