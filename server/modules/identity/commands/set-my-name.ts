import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';

export const setMyNameInput = z.object({ name: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong')) });

/** How a resident wants to be called; shown to those who handle the case. */
export async function setMyName(ctx: Ctx, input: z.infer<typeof setMyNameInput>): Promise<void> {
  await ctx.db.user.updateMany({ where: { id: ctx.actor.userId, kind: 'resident' }, data: { name: input.name } });
}
