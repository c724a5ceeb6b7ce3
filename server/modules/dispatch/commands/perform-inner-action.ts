import { systemCtx } from '#server/modules/cases/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { answerOfRepeat, contentMark, rememberRequest } from '#server/platform/performed-requests.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { WhistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { decideWhistle } from '#shared/dispatch/whistle-lifecycle.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { refusalOf, whistleNotFound } from '../refusals.ts';
import { lookUpWhistle } from '../whistle-facts.ts';
import { lockWhistle } from '../whistle-store.ts';
import { writeWhistle } from '../write-whistle.ts';

type Inner = {
  whistleId: WhistleId;
  requestId: RequestId;
  /** what a household asked for, to tell a repeat from something new under the same id */
  content?: object;
  command: (snapshot: WhistleSnapshot) => WhistleCommand;
};

/** What the product does on a whistle by itself, or for a household whose code was read: once per request id, on the state it finds. */
export async function performInnerAction(platform: Platform, { whistleId, requestId, content, command }: Inner): Promise<void> {
  const ctx = systemCtx(platform);
  await inTransaction(ctx, async (tx) => {
    const { userId: actorId } = ctx.actor;
    const asked = { requestId, actorId, ...(content && { contentHash: contentMark(ctx, content) }) };
    if (await answerOfRepeat(tx, 'dispatch', asked)) return;
    const stored = await lockWhistle(tx, whistleId);
    if (!stored) throw whistleNotFound();
    const { snapshot, districtId } = stored;
    const wanted = command(snapshot);
    const { context, settings } = await lookUpWhistle(ctx, tx, { command: wanted, snapshot, districtId });
    const decision = decideWhistle({ snapshot, command: wanted, actor: ctx.actor, context });
    if (!decision.ok) throw refusalOf(decision.refusal);
    const at = context.now;
    const { version } = await writeWhistle(ctx, tx, { before: snapshot, extras: { districtId, settings }, events: decision.events, at });
    await rememberRequest(tx, { ...asked, action: `dispatch.${wanted.action}`, aggregateId: whistleId, version, at });
  });
}
