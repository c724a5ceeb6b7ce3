import { districtOf } from '#server/modules/territory/index.ts';
import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { announce } from '#server/platform/live.ts';
import { answerOfRepeat, rememberRequest } from '#server/platform/performed-requests.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { CategoryRefusalCode } from '#shared/cases/category-schema.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { Refusal } from '#shared/kernel/decision.ts';
import type { RequestId, UnitId } from '#shared/kernel/ids.ts';

export type CategoryChange = { version: number };
type Change = {
  action: 'reviseCategory' | 'retireCategory';
  requestId: RequestId;
  districtId: UnitId;
  scheme: string;
  code: string;
  /** writes the rows; answers the id and version of the class's newest row */
  work: (tx: Tx) => Promise<{ id: string; version: number }>;
};

export function categoryRefusal(code: CategoryRefusalCode, params?: Refusal['params']): RefusalError {
  const kind = code === 'outsideScope' ? 'forbidden' : code === 'notFound' ? 'notFound' : 'conflict';
  return new RefusalError({ module: 'categories', refusal: params ? { code, params } : { code }, kind });
}

/** One change of a district's classes by its administrator: once per request, with an audit line, told to everybody who lists them. */
export async function changeCategory(ctx: Ctx, change: Change): Promise<CategoryChange> {
  const { action, districtId, scheme, code } = change;
  const about = { actorId: ctx.actor.userId, action: `categories.${action}`, aggregateType: 'district', aggregateId: districtId };
  try {
    return await inTransaction(ctx, async (tx) => {
      const repeat = await answerOfRepeat(tx, 'cases', { requestId: change.requestId, actorId: ctx.actor.userId });
      if (repeat) return { version: repeat.version };
      const district = await districtOf(tx, districtId);
      if (district.id !== districtId || !covers(ctx.actor, district.path, 'administrator')) throw categoryRefusal('outsideScope');
      const { id, version } = await change.work(tx);
      const at = ctx.now();
      await rememberRequest(tx, { requestId: change.requestId, actorId: ctx.actor.userId, action, aggregateId: id, version, at });
      await writeAudit(tx, { ...about, at, outcome: 'done', detail: { scheme, code, version } });
      const nobody = { communityId: null, departmentIds: [], applicantId: null, reporterId: null };
      await announce(tx, { topic: 'category', id, version, unitPath: district.path, ...nobody });
      return { version };
    });
  } catch (error) {
    if (error instanceof RefusalError) {
      await writeAudit(ctx.db, { ...about, at: ctx.now(), outcome: 'refused', code: error.refusal.code, detail: { scheme, code } });
    }
    throw error;
  }
}
