import type { RequestId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Cipher } from './cipher.ts';
import type { Tx } from './db.ts';
import { notFound, RefusalError } from './errors.ts';

type Request = {
  requestId: RequestId;
  actorId: UserId;
  /** `contentMark` of what was asked for; where it is told, other content under the same id is refused */
  contentHash?: string;
};
type Performed = { aggregateId: string; version: number };

/**
 * Waits for another delivery of the same request and tells its answer; null = first delivery. The lock lasts until the transaction ends.
 * Somebody else's request id is answered like something unknown to `module`; other content under the same id refuses `requestReused`.
 */
export async function answerOfRepeat(tx: Tx, module: string, { requestId, actorId, contentHash }: Request): Promise<Performed | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`;
  const done = await tx.performedRequest.findUnique({ where: { requestId } });
  if (done && done.actorId !== actorId) throw notFound(module);
  if (done && done.contentHash !== null && contentHash && done.contentHash !== contentHash)
    throw new RefusalError({ module, refusal: { code: 'requestReused' } });
  return done && { aggregateId: done.aggregateId, version: done.version };
}

export async function rememberRequest(tx: Tx, request: Request & Performed & { action: string; at: Instant }): Promise<void> {
  const { at, ...row } = request;
  await tx.performedRequest.create({ data: { ...row, at: new Date(at) } });
}

/**
 * A keyed hash of what was asked for, so that nothing in it (a phone, say) can be guessed from the table. The version a person saw is no
 * part of it: a second try may have seen a newer one.
 */
export function contentMark({ cipher }: { cipher: Pick<Cipher, 'blindIndex'> }, content: object): string {
  return cipher.blindIndex(JSON.stringify(content, (key, value: unknown) => (key === 'expectedVersion' ? undefined : value)));
}
