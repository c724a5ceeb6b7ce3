import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';

export type Performed = { aggregateId: string; version: number };

/** What an earlier try of the same intended write led to; null when this is the first. */
export async function findPerformed(ctx: Ctx, tx: Tx, requestId: string): Promise<Performed | null> {
  const row = await tx.performedRequest.findUnique({ where: { requestId } });
  return row && row.actorId === ctx.actor.userId ? { aggregateId: row.aggregateId, version: row.version } : null;
}

/** Remembers a write in its own transaction; two tries at once meet at the primary key and the second is run again as a repeat. */
export async function rememberPerformed(ctx: Ctx, tx: Tx, done: { requestId: string; action: string } & Performed): Promise<void> {
  await tx.performedRequest.create({ data: { ...done, actorId: ctx.actor.userId, at: new Date(ctx.now()) } });
}
