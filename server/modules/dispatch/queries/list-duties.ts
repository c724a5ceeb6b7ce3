import type { Ctx } from '#server/platform/context.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { inForce } from '../settings-store.ts';

export type Duty = { id: string; code: string; name: { zh: string; en: string }; since: Instant };

/** The community duty list (社区职责清单) of a district in force now, by code. */
export async function listDuties(ctx: Ctx, districtId: UnitId): Promise<Duty[]> {
  const rows = await ctx.db.communityDuty.findMany({ where: { districtId, ...inForce(ctx.now()) }, orderBy: { code: 'asc' } });
  return rows.map(({ id, code, nameZh, nameEn, validFrom }) => ({
    id,
    code,
    name: { zh: nameZh, en: nameEn },
    since: validFrom.getTime(),
  }));
}
