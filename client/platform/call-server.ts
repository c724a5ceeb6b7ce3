import { ApiError, type ApiErrorData } from './api-error.ts';
import { rememberedLocale } from './i18n.tsx';
import { followServerTime } from './use-now.ts';

/** One procedure called; reads and writes never travel in one request. */
export type Call = { kind: 'query' | 'mutation'; path: string; input: unknown };
type Waiting = Call & { resolve: (data: unknown) => void; reject: (error: unknown) => void };

const waiting: Record<Call['kind'], Waiting[]> = { query: [], mutation: [] };

/** The answer of a procedure. Calls made in the same tick travel together, in a body: an address never holds what somebody searched for. */
export function callServer(call: Call): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const group = waiting[call.kind];
    group.push({ ...call, resolve, reject });
    if (group.length === 1) queueMicrotask(() => void sendTogether(group.splice(0)));
  });
}

async function sendTogether(calls: readonly Waiting[]): Promise<void> {
  try {
    const answers = await send(calls);
    for (const [i, call] of calls.entries()) settle(call, answers[i]);
  } catch (error) {
    for (const call of calls) call.reject(error);
  }
}

/** The wire format of tRPC's batches: paths in the address, inputs by their place in it. */
async function send(calls: readonly Call[]): Promise<readonly unknown[]> {
  const response = await fetch(`/trpc/${calls.map(({ path }) => path).join(',')}?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-locale': rememberedLocale() },
    body: JSON.stringify(Object.fromEntries(calls.map(({ input }, i) => [i, input]))),
  });
  followServerTime(response.headers.get('x-server-time'));
  const answers: unknown = await response.json().catch(() => null);
  if (Array.isArray(answers)) return answers;
  // a whole batch refused comes as one answer; a gateway's own page is no answer at all
  return calls.map(() => answers);
}

function settle({ resolve, reject }: Waiting, answer: unknown): void {
  const { result, error } = (answer ?? {}) as { result?: { data?: unknown }; error?: { message?: string; data?: ApiErrorData } };
  if (result) resolve(result.data);
  else reject(new ApiError(error?.message ?? 'no answer', error?.data));
}
