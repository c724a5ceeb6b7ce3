import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { type PhotoPurpose, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { photosFailureLabels, sendPhotos } from '../../files-parts/index.ts';

export type CaseCommandInput = inferRouterInputs<AppRouter>['cases']['act'];

/** Sends the photos of an action, then the action. True when the server has both; else `problem` says what is safe. */
export function useAct() {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText(caseRefusalWords);
  const perform = useMutation(trpc.cases.act.mutationOptions());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (command: CaseCommandInput, photos: readonly { id: string; purpose: PhotoPurpose }[] = []): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const sent = await sendPhotos(photos);
      if (!sent.ok) {
        setProblem(say(photosFailureLabels[sent.reason]));
        return false;
      }
      await perform.mutateAsync(command);
      return true;
    } catch (error) {
      setProblem(failureText(error));
      return false;
    } finally {
      setBusy(false);
      // a refusal often means that the page is old: show what is true now
      await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    }
  };
  return { act, busy, problem };
}
