import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '#server/router.ts';
import { rememberedLocale } from './i18n.tsx';

/** `const trpc = useTRPC(); useQuery(trpc.cases.list.queryOptions(input))` */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** One client a page; calls made in the same tick travel together. */
export function createApiClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: '/trpc', maxURLLength: 4000, headers: () => ({ 'x-locale': rememberedLocale() }) })],
  });
}
