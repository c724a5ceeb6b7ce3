import { auditRefusals as auditRefused } from '#server/platform/audit-refusals.ts';
import type { Ctx } from '#server/platform/context.ts';
import { notFound, RefusalError, type RefusalKind } from '#server/platform/errors.ts';
import type { WhistleRefusalCode } from '#shared/dispatch/whistle-refusals.ts';
import type { Refusal } from '#shared/kernel/decision.ts';

export const whistleNotFound = () => notFound('dispatch');

/** A refusal of the lifecycle as it travels to the client. */
export function refusalOf(refusal: Refusal<WhistleRefusalCode>): RefusalError {
  if (refusal.code === 'whistleUnknown') return whistleNotFound();
  return new RefusalError({ module: 'dispatch', refusal, kind: kindOf(refusal.code) });
}

function kindOf(code: WhistleRefusalCode): RefusalKind {
  return code === 'notYourRole' || code === 'outsideScope' || code === 'placeNotYours' ? 'forbidden' : 'conflict';
}

/** The audit line of a refused action on a whistle. */
export function auditRefusals<T>(ctx: Ctx, { action, id, work }: { action: string; id: string; work: () => Promise<T> }): Promise<T> {
  return auditRefused(ctx, { action: `dispatch.${action}`, aggregate: { aggregateType: 'whistle', aggregateId: id }, work });
}
