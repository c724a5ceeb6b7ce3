import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { answerOfRepeat, contentMark, rememberRequest } from '#server/platform/performed-requests.ts';
import { inTransaction, isUniqueViolation } from '#server/platform/transaction.ts';
import type { WhistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { decideWhistle } from '#shared/dispatch/whistle-lifecycle.ts';
import { whistleScope, whistleScopeFacts, whistleVisible } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { keepPhones } from '../door-store.ts';
import { auditRefusals, refusalOf, whistleNotFound } from '../refusals.ts';
import { lookUpWhistle } from '../whistle-facts.ts';
import { findWhistle, lockWhistle } from '../whistle-store.ts';
import { attachWhistlePhotos, writeWhistle } from '../write-whistle.ts';

/** Answer of every write on a whistle: the version it has now; a repeat of the request gets the same answer. */
export type PerformedWhistle = { whistleId: WhistleId; version: number };

/**
 * Performs one action of lifecycles D2 on a whistle: locks the row, looks up the facts, lets `decideWhistle` decide and writes what follows
 * in the same transaction. A repeat of the request answers with the first result. Refuses `notFound` for what the person may not see, else
 * with the codes of shared/dispatch; a refusal leaves one audit line and no other trace.
 */
export function performWhistleAction(ctx: Ctx, command: WhistleCommand): Promise<PerformedWhistle> {
  const work = async () => {
    await countTries(ctx, command);
    return inTransaction(ctx, (tx) => performIn(ctx, tx, command));
  };
  // two devices that drafted under the same id at once: the later one now finds the whistle of the first
  const twice = (error: unknown) => (isUniqueViolation(error) ? work() : Promise.reject(error));
  return auditRefusals(ctx, { action: command.action, id: command.input.whistleId, work: () => work().catch(twice) });
}

/** The digits on the secretary's tablet cannot be guessed: tries are counted per person and whistle. */
async function countTries(ctx: Ctx, { action, input }: WhistleCommand): Promise<void> {
  if (action !== 'reportIn' || input.code === null) return;
  await ctx.auth.limits.take('attendance', { account: `${input.whistleId} ${ctx.actor.userId}` });
}

async function performIn(ctx: Ctx, tx: Tx, command: WhistleCommand): Promise<PerformedWhistle> {
  const { whistleId, requestId } = command.input;
  const { userId: actorId } = ctx.actor;
  const contentHash = contentMark(ctx, command);
  const repeat = await answerOfRepeat(tx, 'dispatch', { requestId, actorId, contentHash });
  if (repeat) return { whistleId: repeat.aggregateId as WhistleId, version: repeat.version };
  const drafting = command.action === 'draft';
  const stored = drafting ? await findWhistle(tx, whistleId) : await lockWhistle(tx, whistleId);
  const snapshot = stored?.snapshot ?? null;
  const visible = snapshot !== null && whistleVisible(whistleScope(ctx.actor), whistleScopeFacts(snapshot));
  if (!drafting && !visible) throw whistleNotFound();
  const { context, districtId, settings } = await lookUpWhistle(ctx, tx, { command, snapshot, districtId: stored?.districtId ?? null });
  const decision = decideWhistle({ snapshot, command, actor: ctx.actor, context });
  if (!decision.ok) throw refusalOf(decision.refusal);
  const at = context.now;
  const after = await writeWhistle(ctx, tx, { before: snapshot, extras: { districtId, settings }, events: decision.events, at });
  await attachWhistlePhotos(ctx, tx, { command, id: whistleId });
  if (command.action === 'listHouseholds') await keepPhones(ctx, tx, command.input);
  const { version } = after;
  await rememberRequest(tx, {
    requestId,
    actorId,
    contentHash,
    action: `dispatch.${command.action}`,
    aggregateId: whistleId,
    version,
    at,
  });
  return { whistleId, version };
}
