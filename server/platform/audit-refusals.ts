import { writeAudit } from './audit.ts';
import type { Ctx } from './context.ts';
import { RefusalError } from './errors.ts';

/**
 * Runs a command; a refusal leaves one audit line, written after its transaction has ended, and no other trace.
 * `aggregate` is null while there is nothing yet that the refusal is about.
 */
export async function auditRefusals<T>(
  ctx: Ctx,
  { action, aggregate, work }: { action: string; aggregate: { aggregateType: string; aggregateId: string } | null; work: () => Promise<T> },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) {
      const { code, params } = error.refusal;
      const line = { at: ctx.now(), actorId: ctx.actor.userId, action, outcome: 'refused', code } as const;
      await writeAudit(ctx.db, { ...line, ...aggregate, ...(params ? { detail: { ...params } } : {}) });
    }
    throw error;
  }
}
