import { QueryClient } from '@tanstack/react-query';
import { SECOND } from '#shared/kernel/durations.ts';
import { readFailure } from './api-error.ts';

/** Reads are kept and renewed by live updates; a refusal is an answer and is not asked again. Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30 * SECOND,
        gcTime: 600 * SECOND,
        refetchOnWindowFocus: true,
        retry: (count, error) => {
          const { kind } = readFailure(error);
          return (kind === 'offline' || kind === 'broken') && count < 2;
        },
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
