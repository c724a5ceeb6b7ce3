import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../router.ts';
import { BENCH_PASSWORD } from './build-town.ts';
import type { TownPerson } from './town-plan.ts';

export type BenchClient = TRPCClient<AppRouter>;
export type SignedIn = { client: BenchClient; headers: Record<string, string> };

/** Signs a person in over HTTP, from an address of their own as behind a proxy, and answers a client with that session. */
export async function signIn(address: string, { username }: TownPerson): Promise<SignedIn> {
  const from = { 'x-forwarded-for': addressOf(username) };
  const response = await fetch(`${address}/trpc/identity.signIn`, {
    method: 'POST',
    headers: { ...from, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: BENCH_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { ...from, cookie };
  return {
    headers,
    client: createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers, methodOverride: 'POST' })] }),
  };
}

/** A private address made of the number in the name. */
function addressOf(username: string): string {
  const number = Number(username.replace(/\D/g, ''));
  return `10.0.${Math.floor(number / 250)}.${(number % 250) + 1}`;
}
