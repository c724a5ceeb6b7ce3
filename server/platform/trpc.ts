import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { $ZodError } from 'zod/v4/core';
import type { RequestCtx } from './context.ts';
import { RefusalError, type RefusalKind } from './errors.ts';

const trpcCodes = {
  badRequest: 'BAD_REQUEST',
  notFound: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  tooMany: 'TOO_MANY_REQUESTS',
  unauthenticated: 'UNAUTHORIZED',
} as const satisfies Record<RefusalKind, string>;

const t = initTRPC.context<RequestCtx>().create({
  errorFormatter: ({ shape, error }) => ({
    // never a stack, never a database message: the client gets a code that has a label
    code: shape.code,
    message: error.cause instanceof RefusalError ? error.cause.message : error.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      refusal: error.cause instanceof RefusalError ? { module: error.cause.module, ...error.cause.refusal } : null,
      issues: issuesOf(error.cause),
    },
  }),
});

/** What is wrong with the input, field by field, so that a form can say it in place. */
function issuesOf(cause: unknown): { path: string; code: string; message: string; params: Record<string, unknown> }[] {
  if (!(cause instanceof ZodError || cause instanceof $ZodError)) return [];
  return cause.issues.map((issue) => {
    const { code, path, message, input: _input, ...params } = issue as typeof issue & { input?: unknown };
    return { path: path.join('.'), code: code ?? 'custom', message, params: JSON.parse(JSON.stringify(params)) };
  });
}

const asTrpcError = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof RefusalError)) {
    if (!result.ok && result.error.code === 'INTERNAL_SERVER_ERROR')
      ctx.log.error({ err: result.error.cause ?? result.error, path }, 'request failed');
    return result;
  }
  const refusal = result.error.cause;
  throw new TRPCError({ code: trpcCodes[refusal.kind], cause: refusal, message: refusal.message });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Open to everybody: sign-in, the public facts. */
export const publicProcedure = t.procedure.use(asTrpcError);

/** A signed-in actor with at least one post in force. Scope is enforced by the command or query itself. */
export const actorProcedure = publicProcedure.use(async ({ ctx, next, path }) => {
  if (!ctx.actor) {
    // not into the audit trail: it only grows, and anybody on the network could make it grow
    ctx.log.info({ path }, 'a visitor was asked to sign in');
    throw new RefusalError({ module: 'identity', refusal: { code: 'signInFirst' }, kind: 'unauthenticated' });
  }
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});
