import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { DeadLettersInput } from '#shared/notifications/dead-letters.ts';
import { deadLetterWhere } from '../dead-letter-scope.ts';
import { enqueue } from '../delivery-store.ts';

/** Sends dead letters once more from the first try, or throws them away: the named ones, or all an administrator sees. Leaves one audit line. */
export async function settleDeadLetters(ctx: Ctx, { what, which }: DeadLettersInput): Promise<{ changed: number }> {
  const named = which === 'all' ? {} : { id: { in: which } };
  const at = new Date(ctx.now());
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.notificationDelivery.updateManyAndReturn({
      where: { AND: [deadLetterWhere(ctx.actor), named] },
      data:
        what === 'retry' ? { state: 'waiting', tries: 0, nextAt: at, endedAt: null, lastError: null } : { state: 'discarded', endedAt: at },
      select: { id: true },
    });
    if (what === 'retry') for (const { id } of rows) await enqueue(tx, { deliveryId: id, waitMs: 0 });
    if (rows.length > 0) {
      const action = what === 'retry' ? 'notifications.retry' : 'notifications.discard';
      const detail = { deliveryIds: rows.map(({ id }) => id) };
      await writeAudit(tx, { at: ctx.now(), actorId: ctx.actor.userId, action, outcome: 'done', detail });
    }
    return { changed: rows.length };
  });
}
