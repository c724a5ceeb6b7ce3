import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { notFound, RefusalError, type RefusalKind } from '#server/platform/errors.ts';
import type { CaseRefusalCode } from '#shared/cases/cases-refusals.ts';
import type { Refusal } from '#shared/kernel/decision.ts';

export const caseNotFound = () => notFound('cases');

/** A refusal of the lifecycle as it travels to the client. */
export function refusalOf(refusal: Refusal<CaseRefusalCode>): RefusalError {
  return refusal.code === 'caseUnknown' ? caseNotFound() : new RefusalError({ module: 'cases', refusal, kind: kindOf(refusal.code) });
}

function kindOf(code: CaseRefusalCode): RefusalKind {
  if (code === 'notYourRole' || code === 'outsideScope' || code === 'sourceNotYours') return 'forbidden';
  return 'conflict';
}

/** Runs a command; a refusal leaves one audit line, written after its transaction has ended, and no other trace. */
export async function auditRefusals<T>(
  ctx: Ctx,
  { action, caseId, work }: { action: string; caseId: string | null; work: () => Promise<T> },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) {
      await writeAudit(ctx.db, {
        at: ctx.now(),
        actorId: ctx.actor.userId,
        action: `cases.${action}`,
        outcome: 'refused',
        code: error.refusal.code,
        ...(caseId === null ? {} : { aggregateType: 'case', aggregateId: caseId }),
        ...(error.refusal.params ? { detail: { ...error.refusal.params } } : {}),
      });
    }
    throw error;
  }
}
