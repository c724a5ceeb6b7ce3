import { writeAudit } from '#server/platform/audit.ts';
import { auditRefusals } from '#server/platform/audit-refusals.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { announce } from '#server/platform/live.ts';
import { answerOfRepeat, rememberRequest } from '#server/platform/performed-requests.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { AddDutyInput, EndDutyInput, SetWhistleSettingsInput } from '#shared/dispatch/whistle-queries.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import { refusalOf, whistleNotFound } from '../refusals.ts';
import { inForce } from '../settings-store.ts';

type Change = { action: string; districtId: string; requestId: AddDutyInput['requestId']; detail: object };

/** A rule of the district changed by its administrator: once per request, with a line in the audit trail. */
function changeRule(ctx: Ctx, change: Change, work: (tx: Tx) => Promise<void>): Promise<void> {
  const { action, districtId, requestId, detail } = change;
  const aggregate = { aggregateType: 'territoryUnit', aggregateId: districtId };
  const all = () =>
    inTransaction(ctx, async (tx) => {
      const { userId: actorId } = ctx.actor;
      if (await answerOfRepeat(tx, 'dispatch', { requestId, actorId })) return;
      const district = await tx.territoryUnit.findUnique({ where: { id: districtId }, select: { path: true } });
      if (!district) throw whistleNotFound();
      if (!covers(ctx.actor, district.path, 'administrator')) throw refusalOf({ code: 'notYourRole' });
      await work(tx);
      const at = ctx.now();
      await writeAudit(tx, { at, actorId, action, outcome: 'done', ...aggregate, detail: { ...detail } });
      await rememberRequest(tx, { requestId, actorId, action, aggregateId: districtId, version: 1, at });
      const nobody = { communityId: null, departmentIds: [], applicantId: null, reporterId: null };
      await announce(tx, { topic: 'rules', id: districtId, version: 1, unitPath: district.path, ...nobody });
    });
  return auditRefusals(ctx, { action, aggregate, work: all });
}

const refused = (code: 'dutyTaken' | 'dutyUnknown' | 'staleVersion' | 'dateInPast') =>
  new RefusalError({ module: 'dispatch', refusal: { code }, kind: 'conflict' });

/** Adds an item to the community duty list, from now on. */
export function addDuty(ctx: Ctx, { districtId, requestId, code, nameZh, nameEn }: AddDutyInput): Promise<void> {
  return changeRule(ctx, { action: 'dispatch.addDuty', districtId, requestId, detail: { code } }, async (tx) => {
    const validFrom = new Date(ctx.now());
    if (await tx.communityDuty.findFirst({ where: { districtId, code, ...inForce(ctx.now()) } })) throw refused('dutyTaken');
    await tx.communityDuty.create({ data: { id: newId(), districtId, code, nameZh, nameEn, validFrom } });
  });
}

/** Takes an item off the list, from now on; plans that name it stay. */
export function endDuty(ctx: Ctx, { districtId, requestId, dutyId }: EndDutyInput): Promise<void> {
  return changeRule(ctx, { action: 'dispatch.endDuty', districtId, requestId, detail: { dutyId } }, async (tx) => {
    const where = { id: dutyId, districtId, validTo: null };
    const { count } = await tx.communityDuty.updateMany({ where, data: { validTo: new Date(ctx.now()) } });
    if (count === 0) throw refused('dutyUnknown');
  });
}

/** New settings of the district from an instant that is not over yet; what runs keeps the due times it has. */
export function setWhistleSettings(ctx: Ctx, input: SetWhistleSettingsInput): Promise<void> {
  const { districtId, requestId, expectedVersion, effectiveFrom, settings } = input;
  return changeRule(ctx, { action: 'dispatch.setSettings', districtId, requestId, detail: settings }, async (tx) => {
    const now = ctx.now();
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`whistle settings ${districtId}`}, 0))`;
    const newest = await tx.whistleSetting.findFirst({ where: { districtId }, orderBy: { version: 'desc' }, select: { version: true } });
    const version = newest?.version ?? 0;
    if (version !== expectedVersion) throw refused('staleVersion');
    if (effectiveFrom < now - 60_000) throw refused('dateInPast');
    await tx.whistleSetting.create({
      data: {
        ...{ id: newId<string>(), districtId, version: version + 1, settings },
        ...{ effectiveFrom: new Date(effectiveFrom), createdAt: new Date(now), createdBy: ctx.actor.userId },
      },
    });
  });
}
