import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '#server/router.ts';
import { rememberedLocale } from './i18n.tsx';
import { followServerTime } from './use-now.ts';

/** `const trpc = useTRPC(); useQuery(trpc.cases.list.queryOptions(input))` */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** One client a page; calls made in the same tick travel together, in a body: an address never holds what somebody searched for. */
export function createApiClient() {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: '/trpc',
        methodOverride: 'POST',
        headers: () => ({ 'x-locale': rememberedLocale() }),
        fetch: async (url, options) => {
          const response = await fetch(url, options as RequestInit);
          followServerTime(response.headers.get('x-server-time'));
          return response;
        },
      }),
    ],
  });
}
