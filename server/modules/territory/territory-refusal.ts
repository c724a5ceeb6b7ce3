import { auditRefusals as auditRefused } from '#server/platform/audit-refusals.ts';
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

/** The audit line of a refused change of the territory. */
export function auditRefusals<T>(
  ctx: Ctx,
  { action, unitId, work }: { action: string; unitId: string | null; work: () => Promise<T> },
): Promise<T> {
  const aggregate = unitId === null ? null : { aggregateType: 'territoryUnit', aggregateId: unitId };
  return auditRefused(ctx, { action: `territory.${action}`, aggregate, work });
}
