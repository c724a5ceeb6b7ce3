import { auditRefusals as auditRefused } from '#server/platform/audit-refusals.ts';
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

/** The audit line of a refused action on a case. */
export function auditRefusals<T>(
  ctx: Ctx,
  { action, caseId, work }: { action: string; caseId: string | null; work: () => Promise<T> },
): Promise<T> {
  const aggregate = caseId === null ? null : { aggregateType: 'case', aggregateId: caseId };
  return auditRefused(ctx, { action: `cases.${action}`, aggregate, work });
}
