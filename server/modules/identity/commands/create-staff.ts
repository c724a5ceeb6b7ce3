import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction, isUniqueViolation } from '#server/platform/transaction.ts';
import type { CreateStaffInput } from '#shared/identity/staff-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';
import { homeUnitOf } from '../staff-scope.ts';

/** An administrator makes a staff account. A repeat with the same user id changes nothing. Refuses with `usernameTaken`, `outsideScope`. */
export async function createStaff(ctx: Ctx, input: CreateStaffInput): Promise<{ userId: string }> {
  const homeUnitId = homeUnitOf(ctx.actor);
  if (!homeUnitId) throw identityRefusal('outsideScope', 'forbidden');
  const known = await ctx.db.user.findUnique({ where: { id: input.userId }, select: { homeUnitId: true } });
  if (known) {
    if (known.homeUnitId !== homeUnitId) throw identityRefusal('outsideScope', 'forbidden');
    return { userId: input.userId };
  }
  const password = await (await ctx.auth.sessions.$context).password.hash(input.password);
  const username = input.username.toLowerCase();
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.user.create({
        data: {
          id: input.userId,
          name: input.name,
          email: `${username}@staff.invalid`,
          username,
          displayUsername: input.username,
          kind: 'staff',
          homeUnitId,
          ...(input.phone ? { phoneSealed: ctx.cipher.seal(input.phone) } : {}),
          accounts: { create: { id: newId(), accountId: input.userId, providerId: 'credential', password } },
        },
      });
      await writeAudit(tx, {
        at: ctx.now(),
        actorId: ctx.actor.userId,
        action: 'identity.createStaff',
        outcome: 'done',
        aggregateType: 'user',
        aggregateId: input.userId,
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw identityRefusal('usernameTaken', 'conflict');
    throw error;
  }
  return { userId: input.userId };
}
