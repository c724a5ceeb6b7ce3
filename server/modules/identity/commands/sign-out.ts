import type { RequestCtx } from '#server/platform/context.ts';

/** Ends the session of this device; harmless when there is none. */
export async function signOut(ctx: RequestCtx): Promise<void> {
  const { headers } = await ctx.auth.sessions.api.signOut({ headers: ctx.request.headers, returnHeaders: true });
  ctx.request.setCookies(headers.getSetCookie());
}
