import { createHash } from 'node:crypto';
import type { RequestId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Tx } from './db.ts';
import { notFound, RefusalError } from './errors.ts';

type Request = {
  requestId: RequestId;
  actorId: UserId;
  /** what was asked for; where it is told, other content under the same id is refused */
  content?: object;
};
type Performed = { aggregateId: string; version: number };

/**
 * Waits for another delivery of the same request and tells its answer; null = first delivery. The lock lasts until the transaction ends.
 * Somebody else's request id is answered like something unknown to `module`; other content under the same id refuses `requestReused`.
 */
export async function answerOfRepeat(tx: Tx, module: string, { requestId, actorId, content }: Request): Promise<Performed | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`;
  const done = await tx.performedRequest.findUnique({ where: { requestId } });
  if (done && done.actorId !== actorId) throw notFound(module);
  if (done && done.contentHash !== null && content && done.contentHash !== hashOf(content))
    throw new RefusalError({ module, refusal: { code: 'requestReused' } });
  return done && { aggregateId: done.aggregateId, version: done.version };
}

export async function rememberRequest(tx: Tx, request: Request & Performed & { action: string; at: Instant }): Promise<void> {
  const { at, content, ...row } = request;
  await tx.performedRequest.create({ data: { ...row, contentHash: content ? hashOf(content) : null, at: new Date(at) } });
}

/** The version a person saw is no part of what is asked for: a second try may have seen a newer one. */
function hashOf(content: object): string {
  const meant = JSON.stringify(content, (key, value: unknown) => (key === 'expectedVersion' ? undefined : value));
  return createHash('sha256').update(meant).digest('hex');
}
