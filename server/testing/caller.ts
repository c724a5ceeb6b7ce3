import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Platform, RequestCtx } from '../platform/context.ts';
import { createCallerFactory } from '../platform/trpc.ts';
import { appRouter } from '../router.ts';

const createCaller = createCallerFactory(appRouter);

export type TestRequest = { cookies: string[]; headers?: Record<string, string> };

/** A context as an HTTP request would make it; cookies that the server sets are collected in `request.cookies`. */
export function requestCtx(platform: Platform, options: { actor: Actor | null; request?: TestRequest }): RequestCtx {
  const request = options.request ?? { cookies: [] };
  const headers = new Headers(request.headers);
  if (request.cookies.length > 0) headers.set('cookie', request.cookies.map((cookie) => cookie.split(';')[0]).join('; '));
  return {
    ...platform,
    actor: options.actor,
    locale: 'zh',
    request: { ip: '127.0.0.1', userAgent: 'test', headers, setCookies: (values) => request.cookies.push(...values) },
  };
}

/** The real router, called as the given actor (or as a visitor). */
export function callAs(platform: Platform, actor: Actor | null, request?: TestRequest) {
  return createCaller(requestCtx(platform, { actor, ...(request ? { request } : {}) }));
}

/** The code of the refusal that the call ended with; fails when it did not refuse. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    (value) => Promise.reject(new Error(`expected a refusal, got ${JSON.stringify(value)}`)),
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause && typeof cause === 'object' && 'refusal' in cause) return (cause.refusal as { code: string }).code;
  throw error;
}
