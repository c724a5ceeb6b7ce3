import { QueryClient, skipToken } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppRouter } from '#server/router.ts';
import { ApiError } from './api-error.ts';
import { calls, queries as ours } from './trpc.ts';

const link = httpBatchLink({ url: '/trpc', methodOverride: 'POST' });
const theirs = createTRPCOptionsProxy<AppRouter>({
  client: createTRPCClient<AppRouter>({ links: [link] }),
  queryClient: new QueryClient(),
});

type Sent = { address: string; method: string | undefined; body: unknown };
function serverSays(answer: (sent: Sent) => Response | Promise<Response>): Sent[] {
  const seen: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, { method, body }: { method?: string; body?: string } = {}) => {
    const sent = { address, method, body: JSON.parse(body ?? 'null') };
    seen.push(sent);
    return answer(sent);
  });
  return seen;
}
const said = (answers: unknown, status = 200) => new Response(JSON.stringify(answers), { status });

afterEach(() => vi.unstubAllGlobals());

describe('asking the server', () => {
  it('sends what the library would send: calls of one tick together, reads and writes apart', async () => {
    const answer = ({ address }: Sent) => said(address.split(',').map((_, i) => ({ result: { data: i } })));
    const seen = serverSays(answer);
    const answers = await Promise.all([calls.identity.me.query(), calls.reporting.form.query(), calls.identity.signOut.mutate()]);
    expect(answers).toEqual([0, 1, 0]);
    expect(seen).toEqual([
      { address: '/trpc/identity.me,reporting.form?batch=1', method: 'POST', body: {} },
      { address: '/trpc/identity.signOut?batch=1', method: 'POST', body: {} },
    ]);
    const library = serverSays(answer);
    const client = createTRPCClient<AppRouter>({ links: [link] });
    await Promise.all([client.identity.me.query(), client.reporting.form.query(), client.identity.signOut.mutate()]);
    expect(library).toEqual(seen);
  });

  it('tells each call its own answer', async () => {
    const refused = {
      error: { code: -32001, message: 'refused', data: { code: 'FORBIDDEN', refusal: { module: 'cases', code: 'tooLate' } } },
    };
    serverSays(() => said([{ result: { data: null } }, refused], 207));
    const [first, second] = await Promise.allSettled([calls.identity.me.query(), calls.reporting.form.query()]);
    expect(first).toEqual({ status: 'fulfilled', value: null });
    expect(second).toEqual({ status: 'rejected', reason: new ApiError('refused', refused.error.data) });
  });

  it.each([
    ['a page of a gateway', () => new Response('<html>', { status: 502 }), ApiError],
    ['no line at all', () => Promise.reject(new TypeError('Failed to fetch')), TypeError],
  ])('fails every call of the batch on %s', async (_name, answer, kind) => {
    serverSays(answer);
    const both = await Promise.allSettled([calls.identity.me.query(), calls.reporting.form.query()]);
    for (const each of both) expect(each.status === 'rejected' && each.reason).toBeInstanceOf(kind);
  });
});

describe('what a page hands to its queries', () => {
  const unitId = '0192f5a0-0000-7000-8000-000000000001';
  it.each([
    ['a query', ours.territory.unit.queryKey({ unitId }), theirs.territory.unit.queryKey({ unitId })],
    ['a query without input', ours.identity.me.queryOptions().queryKey, theirs.identity.me.queryOptions().queryKey],
    ['a list by pages', ours.cases.list.infiniteQueryKey(), theirs.cases.list.infiniteQueryKey()],
    ['a router', ours.cases.pathKey(), theirs.cases.pathKey()],
    ['everything', ours.pathKey(), theirs.pathKey()],
    ['a mutation', ours.cases.act.mutationKey(), theirs.cases.act.mutationKey()],
    ['a filter', ours.cases.pathFilter(), theirs.cases.pathFilter()],
  ])('keeps %s under the key of the library', (_name, own, library) => expect(own).toEqual(library));

  it('asks nothing while the input is not known', () => {
    expect(ours.territory.unit.queryOptions(skipToken).queryFn).toBe(skipToken);
  });
});
