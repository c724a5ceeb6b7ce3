import { writeAudit } from '#server/platform/audit.ts';
import type { RequestCtx } from '#server/platform/context.ts';
import type { ChangePasswordInput } from '#shared/identity/staff-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';

/** A person's own new password; other devices are signed out. Refuses with `wrongPassword`, `tooManyTries`. */
export async function changePassword(
  ctx: RequestCtx & { actor: NonNullable<RequestCtx['actor']> },
  input: ChangePasswordInput,
): Promise<void> {
  const { userId } = ctx.actor;
  await ctx.auth.limits.take('password', { account: userId, ip: ctx.request.ip });
  const body = { currentPassword: input.currentPassword, newPassword: input.password, revokeOtherSessions: true };
  const answer = await ctx.auth.sessions.api.changePassword({ body, headers: ctx.request.headers, returnHeaders: true }).catch(() => null);
  await writeAudit(ctx.db, { at: ctx.now(), actorId: userId, action: 'identity.changePassword', outcome: answer ? 'done' : 'refused' });
  if (!answer) throw identityRefusal('wrongPassword', 'badRequest');
  await ctx.auth.limits.forgive('password', userId);
  ctx.request.setCookies(answer.headers.getSetCookie());
}
