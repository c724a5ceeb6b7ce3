import type { RequestId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Tx } from './db.ts';
import { notFound } from './errors.ts';

type Request = { requestId: RequestId; actorId: UserId };
type Performed = { aggregateId: string; version: number };

/**
 * Waits for another delivery of the same request and tells its answer; null = first delivery. The lock lasts until the transaction ends.
 * Somebody else's request id is answered like something unknown to `module`.
 */
export async function answerOfRepeat(tx: Tx, module: string, { requestId, actorId }: Request): Promise<Performed | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`;
  const done = await tx.performedRequest.findUnique({ where: { requestId } });
  if (done && done.actorId !== actorId) throw notFound(module);
  return done && { aggregateId: done.aggregateId, version: done.version };
}

export async function rememberRequest(tx: Tx, request: Request & Performed & { action: string; at: Instant }): Promise<void> {
  const { at, ...row } = request;
  await tx.performedRequest.create({ data: { ...row, at: new Date(at) } });
}
