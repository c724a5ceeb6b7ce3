import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { readDoors } from '../door-store.ts';
import { refusalOf } from '../refusals.ts';
import { findVisibleWhistle } from './find-visible-whistle.ts';

export type Slip = { householdId: string; label: string; code: string };

/** The codes of the affected households, to be printed and cut apart; each look leaves an audit line. */
export async function readSlips(ctx: Ctx, whistleId: WhistleId): Promise<Slip[]> {
  const { snapshot } = await findVisibleWhistle(ctx, whistleId);
  if (!covers(ctx.actor, snapshot.scopePath, 'secretary', 'gridWorker')) throw refusalOf({ code: 'notYourRole' });
  const codes = await readDoors(ctx, ctx.db, whistleId);
  const about = { aggregateType: 'whistle', aggregateId: whistleId };
  await writeAudit(ctx.db, { at: ctx.now(), actorId: ctx.actor.userId, action: 'dispatch.slips', outcome: 'revealed', ...about });
  return snapshot.households.map(({ id, label }) => ({ householdId: id, label, code: codes.get(id) ?? '' }));
}
