import { writeAudit } from '#server/platform/audit.ts';
import type { RequestCtx } from '#server/platform/context.ts';
import type { PhoneSignIn } from '#shared/identity/sign-in-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';

/** Signs a resident in by phone and code; the first time this makes the account. Refuses with `wrongCode`, `tooManyTries`, `accountDisabled`. */
export async function signInWithCode(ctx: RequestCtx, input: PhoneSignIn): Promise<{ userId: string }> {
  const blind = ctx.cipher.blindIndex(input.phone);
  await ctx.auth.limits.take('codeCheck', { account: blind, ip: ctx.request.ip });
  const answer = await ctx.auth.sessions.api
    .verifyPhoneNumber({ body: { phoneNumber: blind, code: input.code }, headers: ctx.request.headers, returnHeaders: true })
    .catch(() => null);
  const signedIn = answer?.response.user ?? null;
  if (!answer || !signedIn) {
    await writeAudit(ctx.db, { at: ctx.now(), actorId: null, action: 'identity.signInWithCode', outcome: 'refused', code: 'wrongCode' });
    throw identityRefusal('wrongCode', 'unauthenticated');
  }
  const user = await ctx.db.user.update({
    where: { id: signedIn.id },
    data: { phoneSealed: ctx.cipher.seal(input.phone) },
    select: { id: true, disabledAt: true },
  });
  await writeAudit(ctx.db, {
    at: ctx.now(),
    actorId: user.id,
    action: 'identity.signInWithCode',
    outcome: user.disabledAt ? 'refused' : 'done',
  });
  if (user.disabledAt) throw identityRefusal('accountDisabled', 'unauthenticated');
  await ctx.auth.limits.forgive('codeCheck', blind);
  ctx.request.setCookies(answer.headers.getSetCookie());
  return { userId: user.id };
}
