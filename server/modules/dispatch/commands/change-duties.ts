import { dutyInForce, readDutyCodes } from '#server/modules/cases/index.ts';
import { changeRule } from '#server/modules/settings/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { type AddDutyInput, type DutyItem, type EndDutyInput, type ImportDutiesInput, readDutyLines } from '#shared/dispatch/duty-list.ts';
import type { DutyRefusalCode } from '#shared/dispatch/whistle-refusals.ts';
import type { Refusal } from '#shared/kernel/decision.ts';

const refused = (refusal: Refusal<DutyRefusalCode>) => new RefusalError({ module: 'dispatch', refusal, kind: 'conflict' });

type Added = { districtId: string; items: readonly DutyItem[] };

async function write(ctx: Ctx, tx: Tx, { districtId, items }: Added): Promise<void> {
  const since = { validFrom: new Date(ctx.now()), addedBy: ctx.actor.userId };
  await tx.communityDuty.createMany({ data: items.map((item) => ({ id: newId<string>(), districtId, ...item, ...since })) });
}

/** Adds an item to the community duty list (社区职责清单), from now on. Refuses `dutyTaken`. */
export function addDuty(ctx: Ctx, { districtId, requestId, ...item }: AddDutyInput): Promise<void> {
  return changeRule(ctx, { action: 'dispatch.addDuty', districtId, requestId, detail: item }, async (tx) => {
    const { code } = item;
    if (await tx.communityDuty.findFirst({ where: { districtId, code, ...dutyInForce(ctx.now()) } }))
      throw refused({ code: 'dutyTaken', params: { code } });
    await write(ctx, tx, { districtId, items: [item] });
    return null;
  });
}

/** Takes an item off the list, from now on; plans that name it stay. Refuses `dutyUnknown`. */
export function endDuty(ctx: Ctx, { districtId, requestId, dutyId, reason }: EndDutyInput): Promise<void> {
  return changeRule(ctx, { action: 'dispatch.endDuty', districtId, requestId, detail: { dutyId, why: reason } }, async (tx) => {
    const where = { id: dutyId, districtId, validTo: null };
    const data = { validTo: new Date(ctx.now()), endedBy: ctx.actor.userId, endReason: reason };
    const { count } = await tx.communityDuty.updateMany({ where, data });
    if (count === 0) throw refused({ code: 'dutyUnknown' });
    return null;
  });
}

/** Adds every usable line of a pasted list. Refuses `listChanged` when that would bring in other items than its author was shown. */
export function importDuties(ctx: Ctx, { districtId, requestId, text, codes }: ImportDutiesInput): Promise<void> {
  return changeRule(ctx, { action: 'dispatch.importDuties', districtId, requestId, detail: { codes } }, async (tx) => {
    const { items } = readDutyLines(text, await readDutyCodes(tx, { districtId, at: ctx.now() }));
    const found = items.map(({ code }) => code);
    if (found.length !== codes.length || found.some((code, index) => code !== codes[index])) throw refused({ code: 'listChanged' });
    await write(ctx, tx, { districtId, items });
    return null;
  });
}
