import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { appointableRole } from '#shared/identity/staff-schema.ts';
import { appointmentId, requestId, unitId, userId } from '#shared/kernel/ids.ts';
import { isSinglePost } from '../holder-roles.ts';
import { perform } from '../perform.ts';
import { endPost, insertPost, lockPostUnit } from '../post-store.ts';
import type { Performed } from '../request-store.ts';
import { territoryRefusal } from '../territory-refusal.ts';

export const replaceHolderInput = z.object({ requestId, appointmentId, unitId, role: appointableRole, userId });
export type ReplaceHolderInput = z.infer<typeof replaceHolderInput>;

/** Hands a single post over at one instant, so that it is never vacant and never held twice; the former holder's line stays. */
export function replaceHolder(ctx: Ctx, input: ReplaceHolderInput): Promise<Performed> {
  const { requestId, ...given } = input;
  return perform(ctx, {
    action: 'replaceHolder',
    requestId,
    unitId: given.unitId,
    work: async (tx) => {
      if (!isSinglePost(given.role)) throw territoryRefusal('roleNotOfUnit');
      const unit = await lockPostUnit(ctx, tx, { ...given, departmentId: null });
      const at = ctx.now();
      const moment = new Date(at);
      const holders = await tx.appointment.findMany({
        where: { unitId: unit.id, role: given.role, deputy: false, OR: [{ validTo: null }, { validTo: { gt: moment } }] },
      });
      for (const post of holders) {
        const end = Math.max(at, post.validFrom.getTime());
        await endPost(ctx, tx, { post, unit, at: end, action: 'replaceHolder' });
      }
      const post = { ...given, departmentId: null, deputy: false, validFrom: at, validTo: null };
      await insertPost(ctx, tx, { post, unit, action: 'replaceHolder' });
      return { aggregateId: given.appointmentId, version: 1 };
    },
  });
}
