import { writeAudit } from '#server/platform/audit.ts';
import { auditRefusals } from '#server/platform/audit-refusals.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { notFound, RefusalError } from '#server/platform/errors.ts';
import { announce } from '#server/platform/live.ts';
import { answerOfRepeat, rememberRequest } from '#server/platform/performed-requests.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { Refusal } from '#shared/kernel/decision.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { SettingsRefusalCode } from '#shared/settings/settings-refusals.ts';

export const settingsRefused = (refusal: Refusal<SettingsRefusalCode>) =>
  new RefusalError({ module: 'settings', refusal, kind: 'conflict' });

type Change = { action: string; districtId: string; requestId: RequestId; detail: object };

/**
 * A rule of the district changed by its administrator: one change at a time, once per request, with a line in the audit trail; every page
 * that shows it hears of it. What `work` answers stands in that line as it came to be. Refuses `notFound` and `notYourRole`.
 */
export function changeRule(ctx: Ctx, change: Change, work: (tx: Tx) => Promise<object | null>): Promise<void> {
  const { action, districtId, requestId, detail } = change;
  const aggregate = { aggregateType: 'territoryUnit', aggregateId: districtId };
  const all = () =>
    inTransaction(ctx, async (tx) => {
      const { userId: actorId } = ctx.actor;
      if (await answerOfRepeat(tx, 'settings', { requestId, actorId })) return;
      const district = await tx.territoryUnit.findUnique({ where: { id: districtId }, select: { path: true } });
      if (!district) throw notFound('settings');
      if (!covers(ctx.actor, district.path, 'administrator')) throw forbidden();
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rules of ${districtId}`}, 0))`;
      const became = await work(tx);
      const at = ctx.now();
      await writeAudit(tx, { at, actorId, action, outcome: 'done', ...aggregate, detail: { ...detail, ...became } });
      await rememberRequest(tx, { requestId, actorId, action, aggregateId: districtId, version: 1, at });
      const nobody = { communityId: null, departmentIds: [], applicantId: null, reporterId: null };
      await announce(tx, { topic: 'rules', id: districtId, version: 1, unitPath: district.path, ...nobody });
    });
  return auditRefusals(ctx, { action, aggregate, work: all });
}

const forbidden = () => new RefusalError({ module: 'settings', refusal: { code: 'notYourRole' }, kind: 'forbidden' });
