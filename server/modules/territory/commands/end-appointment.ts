import type { Ctx } from '#server/platform/context.ts';
import type { EndAppointmentInput } from '#shared/identity/staff-schema.ts';
import { perform } from '../perform.ts';
import { endPost, unitOfPost } from '../post-store.ts';
import type { Performed } from '../request-store.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { lockAdministered } from '../unit-scope.ts';

/** Ends a post now or later, never in the past: what was done in it was done with right. Refuses `appointmentEnded`. */
export function endAppointment(ctx: Ctx, input: EndAppointmentInput): Promise<Performed> {
  return perform(ctx, {
    action: 'endAppointment',
    requestId: input.requestId,
    unitId: null,
    work: async (tx) => {
      const known = await tx.appointment.findUnique({ where: { id: input.appointmentId } });
      if (!known) throw territoryRefusal('notFound');
      const { id } = await unitOfPost(tx, known);
      const unit = await lockAdministered(ctx, tx, { unitId: id, expectedVersion: null });
      const post = await tx.appointment.findUniqueOrThrow({ where: { id: known.id } });
      const now = ctx.now();
      if (post.validTo && post.validTo.getTime() <= now) throw territoryRefusal('appointmentEnded');
      const at = Math.max(input.validTo, now, post.validFrom.getTime());
      await endPost(ctx, tx, { post, unit, at, action: 'endAppointment' });
      return { aggregateId: post.id, version: 2 };
    },
  });
}
