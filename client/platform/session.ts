import { useQuery } from '@tanstack/react-query';
import { MINUTE } from '#shared/kernel/durations.ts';
import { readFailure } from './api-error.ts';
import { useTRPC } from './trpc.ts';

/** Who is signed in, from the server; `signedOut` when nobody is. The last answer stays while off line. */
export function useSession() {
  const trpc = useTRPC();
  const { data, error, isPending } = useQuery(trpc.identity.me.queryOptions(undefined, { staleTime: 5 * MINUTE }));
  const signedOut = data === null || (error !== null && readFailure(error).kind === 'signedOut');
  return { me: data ?? null, isPending, signedOut, error };
}

/** Where to sign in, and to come back to afterwards. */
export function signInAddress(returnTo: string): string {
  return `/signin?next=${encodeURIComponent(returnTo)}`;
}

/** A path of this site to go to after signing in, or null; never another site. */
export function safeReturn(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}
