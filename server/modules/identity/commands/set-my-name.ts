import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { storable } from '#shared/kernel/storable-text.ts';
import { identityRefusal } from '../identity-refusal.ts';

export const setMyNameInput = z.object({
  name: z.string().check(storable(), z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong')),
});

/** How a resident wants to be called; shown to those who handle the case. Staff are named by their administrator: `outsideScope`. */
export async function setMyName(ctx: Ctx, input: z.infer<typeof setMyNameInput>): Promise<void> {
  const { count } = await ctx.db.user.updateMany({ where: { id: ctx.actor.userId, kind: 'resident' }, data: { name: input.name } });
  if (count === 0) throw identityRefusal('outsideScope', 'forbidden');
}
