import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { RefusalError, type RefusalKind } from '#server/platform/errors.ts';
import type { Refusal } from '#shared/kernel/decision.ts';
import type { TerritoryRefusalCode } from '#shared/territory/territory-refusals.ts';

const kinds: Partial<Record<TerritoryRefusalCode, RefusalKind>> = {
  notFound: 'notFound',
  outsideScope: 'forbidden',
  badFile: 'badRequest',
};

export function territoryRefusal(code: TerritoryRefusalCode, params?: Refusal['params']): RefusalError {
  return new RefusalError({ module: 'territory', refusal: params ? { code, params } : { code }, kind: kinds[code] ?? 'conflict' });
}

/** Runs a command; a refusal leaves one audit line, written after its transaction has ended, and no other trace. */
export async function auditRefusals<T>(
  ctx: Ctx,
  { action, unitId, work }: { action: string; unitId: string | null; work: () => Promise<T> },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) {
      await writeAudit(ctx.db, {
        at: ctx.now(),
        actorId: ctx.actor.userId,
        action: `territory.${action}`,
        outcome: 'refused',
        code: error.refusal.code,
        ...(unitId === null ? {} : { aggregateType: 'territoryUnit', aggregateId: unitId }),
        ...(error.refusal.params ? { detail: { ...error.refusal.params } } : {}),
      });
    }
    throw error;
  }
}
