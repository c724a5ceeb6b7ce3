import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { UpdateStaffInput } from '#shared/identity/staff-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';
import { managedStaffWhere } from '../staff-scope.ts';

/** An administrator changes name, work phone or activity; a disabled account is signed out everywhere at once. Refuses with `notFound`. */
export async function updateStaff(ctx: Ctx, input: UpdateStaffInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const user = await tx.user.findFirst({
      where: { AND: [{ id: input.userId }, managedStaffWhere(ctx.actor, ctx.now())] },
      select: { disabledAt: true },
    });
    if (!user) throw identityRefusal('notFound', 'notFound');
    const disabledAt = input.active ? null : (user.disabledAt ?? new Date(ctx.now()));
    await tx.user.update({
      where: { id: input.userId },
      data: {
        name: input.name,
        disabledAt,
        ...(input.phone === undefined ? {} : { phoneSealed: input.phone === null ? null : ctx.cipher.seal(input.phone) }),
      },
    });
    if (disabledAt) await tx.session.deleteMany({ where: { userId: input.userId } });
    await writeAudit(tx, {
      at: ctx.now(),
      actorId: ctx.actor.userId,
      action: 'identity.updateStaff',
      outcome: 'done',
      aggregateType: 'user',
      aggregateId: input.userId,
      detail: { active: input.active },
    });
  });
}
