import { writeAudit } from '#server/platform/audit.ts';
import type { RequestCtx } from '#server/platform/context.ts';
import type { PasswordSignIn } from '#shared/identity/sign-in-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';

/** Signs staff in and sets the session cookie. Refuses with `wrongPassword` (also for an unknown name), `accountDisabled`, `tooManyTries`. */
export async function signInWithPassword(ctx: RequestCtx, input: PasswordSignIn): Promise<{ userId: string }> {
  const account = input.username.toLowerCase();
  await ctx.auth.limits.take('password', { account, ip: ctx.request.ip });
  const user = await ctx.db.user.findUnique({ where: { username: account }, select: { id: true, disabledAt: true } });
  const answer = await ctx.auth.sessions.api
    .signInUsername({
      body: { username: account, password: input.password, rememberMe: true },
      headers: ctx.request.headers,
      returnHeaders: true,
    })
    .catch(() => null);
  const refused = !answer?.response ? 'wrongPassword' : user?.disabledAt ? 'accountDisabled' : null;
  await writeAudit(ctx.db, {
    at: ctx.now(),
    actorId: user?.id ?? null,
    action: 'identity.signIn',
    outcome: refused ? 'refused' : 'done',
    ...(refused ? { code: refused } : {}),
  });
  if (refused || !answer?.response || !user) throw identityRefusal(refused ?? 'wrongPassword', 'unauthenticated');
  await ctx.auth.limits.forgive('password', account);
  ctx.request.setCookies(answer.headers.getSetCookie());
  return { userId: user.id };
}
