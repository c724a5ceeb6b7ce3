import { type QueryFunctionContext, skipToken } from '@tanstack/react-query';
import type { TRPCClient } from '@trpc/client';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '#server/router.ts';
import { type Call, callServer } from './call-server.ts';

/*
 * The two faces of tRPC's own client, typed by it and made here: its code is a tenth of what a phone may load before the first screen,
 * for links, subscriptions and transformers that no page uses.
 */

type Options = Readonly<Record<string, unknown>>;
type KeyKind = 'query' | 'infinite';

const isRecord = (value: unknown): value is Options => typeof value === 'object' && value !== null;

function keyOf(path: readonly string[], kind: KeyKind | null, input?: unknown): unknown[] {
  const given = input === undefined || input === skipToken ? {} : { input: kind === 'infinite' ? withoutPage(input) : input };
  return [path, kind ? { ...given, type: kind } : given];
}

/** Pages of one list are one entry: where a page begins is no part of its key. */
function withoutPage(input: unknown): unknown {
  if (!isRecord(input)) return input;
  const { cursor: _cursor, direction: _direction, ...rest } = input;
  return rest;
}

const call = (kind: Call['kind'], path: readonly string[], input: unknown) => callServer({ kind, path: path.join('.'), input });

function queryOptions(path: readonly string[], input: unknown, options?: Options) {
  const queryFn = input === skipToken ? skipToken : () => call('query', path, input);
  return { ...options, queryKey: keyOf(path, 'query', input), queryFn, trpc: { path: path.join('.') } };
}

function infiniteQueryOptions(path: readonly string[], input: unknown, options?: Options) {
  const page = ({ pageParam }: QueryFunctionContext<readonly unknown[], unknown>) =>
    call('query', path, { ...(isRecord(input) ? input : {}), ...(pageParam === undefined ? {} : { cursor: pageParam }) });
  return {
    ...options,
    queryKey: keyOf(path, 'infinite', input),
    queryFn: input === skipToken ? skipToken : page,
    initialPageParam: options?.initialCursor ?? (isRecord(input) ? input.cursor : undefined),
    trpc: { path: path.join('.') },
  };
}

const mutationOptions = (path: readonly string[], options?: Options) => ({
  ...options,
  mutationKey: [path],
  mutationFn: (input: unknown) => call('mutation', path, input),
  trpc: { path: path.join('.') },
});

type Act = (path: readonly string[], first: unknown, second: unknown) => unknown;
const optionsOf: Readonly<Record<string, Act>> = {
  queryOptions: (path, input, options) => queryOptions(path, input, isRecord(options) ? options : undefined),
  queryKey: (path, input) => keyOf(path, 'query', input),
  queryFilter: (path, input, filter) => ({ ...(isRecord(filter) ? filter : {}), queryKey: keyOf(path, 'query', input) }),
  infiniteQueryOptions: (path, input, options) => infiniteQueryOptions(path, input, isRecord(options) ? options : undefined),
  infiniteQueryKey: (path, input) => keyOf(path, 'infinite', input),
  infiniteQueryFilter: (path, input, filter) => ({ ...(isRecord(filter) ? filter : {}), queryKey: keyOf(path, 'infinite', input) }),
  mutationOptions: (path, options) => mutationOptions(path, isRecord(options) ? options : undefined),
  mutationKey: (path) => [path],
  pathKey: (path) => (path.length > 0 ? [path] : []),
  pathFilter: (path, filter) => ({ ...(isRecord(filter) ? filter : {}), queryKey: path.length > 0 ? [path] : [] }),
};
const callsOf: Readonly<Record<string, Act>> = {
  query: (path, input) => call('query', path, input),
  mutate: (path, input) => call('mutation', path, input),
};

/** `router.procedure.verb(…)`: every step of a path is made when it is asked for, the last one is done. */
function faceOf(verbs: Readonly<Record<string, Act>>, path: readonly string[] = []): unknown {
  const made = new Map<string, unknown>();
  return new Proxy(() => undefined, {
    get: (_target, step) => {
      if (typeof step !== 'string' || step === 'then') return undefined;
      if (!made.has(step)) made.set(step, faceOf(verbs, [...path, step]));
      return made.get(step);
    },
    apply: (_target, _self, args: readonly unknown[]) => {
      const act = verbs[path.at(-1) ?? ''];
      if (!act) throw new Error(`${path.join('.')} cannot be called`);
      return act(path.slice(0, -1), args[0], args[1]);
    },
  });
}

export const queries = faceOf(optionsOf) as TRPCOptionsProxy<AppRouter>;
export const calls = faceOf(callsOf) as TRPCClient<AppRouter>;

/** `const trpc = useTRPC(); useQuery(trpc.cases.list.queryOptions(input))` */
export const useTRPC = (): TRPCOptionsProxy<AppRouter> => queries;

/** One call outside a query or mutation: `await client.cases.act.mutate(command)`. */
export const useTRPCClient = (): TRPCClient<AppRouter> => calls;
