import type { Tx } from '#server/platform/db.ts';
import type { CaseId, RequestId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { caseNotFound } from './refusals.ts';

/** Answer of every write on a case: the version it has now; a repeat of the request gets the same answer. */
export type PerformedAction = { caseId: CaseId; version: number };

type Request = { requestId: RequestId; actorId: UserId };
type Performed = { aggregateId: string; version: number };

/**
 * Waits for another delivery of the same request and tells its answer; null = first delivery. The lock lasts until the transaction ends.
 * Somebody else's request id is answered like an unknown case.
 */
export async function answerOfRepeat(tx: Tx, { requestId, actorId }: Request): Promise<Performed | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`;
  const done = await tx.performedRequest.findUnique({ where: { requestId } });
  if (done && done.actorId !== actorId) throw caseNotFound();
  return done && { aggregateId: done.aggregateId, version: done.version };
}

export async function rememberRequest(tx: Tx, request: Request & Performed & { action: string; at: Instant }): Promise<void> {
  const { at, ...row } = request;
  await tx.performedRequest.create({ data: { ...row, at: new Date(at) } });
}
