import type { Ctx } from '#server/platform/context.ts';
import type { AppointInput } from '#shared/identity/staff-schema.ts';
import { perform } from '../perform.ts';
import { insertPost, lockPostUnit, refuseHolderPresent } from '../post-store.ts';
import type { Performed } from '../request-store.ts';

/** Gives a person a post. One holder at a time where the ladder has one. Refuses `holderPresent`, `roleNotOfUnit`, `personUnknown`. */
export function appoint(ctx: Ctx, input: AppointInput): Promise<Performed> {
  const { requestId, ...post } = input;
  return perform(ctx, {
    action: 'appoint',
    requestId,
    unitId: post.unitId,
    work: async (tx) => {
      const unit = await lockPostUnit(ctx, tx, post);
      await refuseHolderPresent(tx, post);
      await insertPost(ctx, tx, { post, unit, action: 'appoint' });
      return { aggregateId: post.appointmentId, version: 1 };
    },
  });
}
