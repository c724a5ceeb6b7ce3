import { useCallback } from 'react';
import { failureWords, type RefusalLookup, readFailure } from './api-error.ts';
import { useLabel } from './i18n.tsx';

/** Any failure of a request as one sentence in the page's language. */
export function useFailureText(lookup: RefusalLookup): (error: unknown) => string {
  const say = useLabel();
  return useCallback(
    (error) => {
      const { label, params } = failureWords(readFailure(error), lookup);
      return say(label, params);
    },
    [say, lookup],
  );
}
