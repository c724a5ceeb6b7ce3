import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** Codes on the community duty list (社区职责清单) in force then. */
export async function readDutyCodes(db: Db | Tx, { districtId, at }: { districtId: string; at: Instant }): Promise<string[]> {
  const rows = await db.communityDuty.findMany({ where: { districtId, ...dutyInForce(at) }, select: { code: true } });
  return rows.map(({ code }) => code);
}

export function dutyInForce(at: Instant): Prisma.CommunityDutyWhereInput {
  const moment = new Date(at);
  return { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
}
