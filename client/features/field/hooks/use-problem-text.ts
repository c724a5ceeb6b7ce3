import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, failureWords, useLabel } from '../../../platform/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { photosFailureLabels } from '../../files-parts/photos-failure.ts';
import type { PendingProblem } from '../pending-item.ts';

const texts = defineTexts({
  signedOut: { zh: '登录已过期，重新登录后再发', en: 'Your sign-in has expired; sign in and send again' },
});

/** Why something did not go, in words that say what is safe. */
export function useProblemText(): (problem: PendingProblem) => string {
  const say = useLabel();
  return (problem) => {
    if (problem.kind === 'photos') return say(photosFailureLabels[problem.reason]);
    if (problem.kind === 'signedOut') return say(texts.signedOut);
    const { label, params }: { label: Label; params?: Readonly<Record<string, string | number>> | undefined } = failureWords(
      problem,
      caseRefusalWords,
    );
    return say(label, params);
  };
}
