import type { Ctx } from '#server/platform/context.ts';
import { whistleScope, whistleScopeFacts, whistleVisible } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { whistleNotFound } from '../refusals.ts';
import { findWhistle, type StoredWhistle } from '../whistle-store.ts';

/** A whistle the person may see. Refuses `notFound`. */
export async function findVisibleWhistle(ctx: Ctx, id: WhistleId): Promise<StoredWhistle> {
  const stored = await findWhistle(ctx.db, id);
  if (!stored || !whistleVisible(whistleScope(ctx.actor), whistleScopeFacts(stored.snapshot))) throw whistleNotFound();
  return stored;
}
