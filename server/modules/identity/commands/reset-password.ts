import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { ResetPasswordInput } from '#shared/identity/staff-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';
import { managedStaffWhere } from '../staff-scope.ts';

/** An administrator sets a new first password; the person is signed out everywhere. Refuses with `notFound`. */
export async function resetPassword(ctx: Ctx, input: ResetPasswordInput): Promise<void> {
  const managed = { AND: [{ id: input.userId }, managedStaffWhere(ctx.actor, ctx.now())] };
  // asked before the password is hashed, which is made to be slow
  if ((await ctx.db.user.count({ where: managed })) === 0) throw identityRefusal('notFound', 'notFound');
  const password = await (await ctx.auth.sessions.$context).password.hash(input.password);
  await inTransaction(ctx, async (tx) => {
    const user = await tx.user.findFirst({
      where: managed,
      select: { id: true },
    });
    if (!user) throw identityRefusal('notFound', 'notFound');
    await tx.account.updateMany({ where: { userId: input.userId, providerId: 'credential' }, data: { password } });
    await tx.session.deleteMany({ where: { userId: input.userId } });
    await writeAudit(tx, {
      at: ctx.now(),
      actorId: ctx.actor.userId,
      action: 'identity.resetPassword',
      outcome: 'done',
      aggregateType: 'user',
      aggregateId: input.userId,
    });
  });
}
