import { dutyInForce } from '#server/modules/cases/index.ts';
import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

export type Duty = {
  id: string;
  code: string;
  name: { zh: string; en: string };
  basis: string;
  since: Instant;
  ended: { at: Instant; why: string; by: string | null } | null;
  /** who put it on the list, told to the district's administrators only */
  by: string | null;
};

/** The community duty list (社区职责清单) of a district by code: what is in force now, or with every item that was. */
export async function listDuties(ctx: Ctx, { districtId, ended }: { districtId: UnitId; ended: boolean }): Promise<Duty[]> {
  const where = { districtId, ...(ended ? {} : dutyInForce(ctx.now())) };
  const rows = await ctx.db.communityDuty.findMany({ where, orderBy: [{ code: 'asc' }, { validFrom: 'desc' }] });
  const district = await ctx.db.territoryUnit.findUnique({ where: { id: districtId }, select: { path: true } });
  const told = district !== null && covers(ctx.actor, district.path, 'administrator');
  const names = await namesOf(ctx.db, told ? rows.flatMap(({ addedBy, endedBy }) => [addedBy ?? [], endedBy ?? []].flat()) : []);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, name: { zh: row.nameZh, en: row.nameEn || row.nameZh }, basis: row.basis },
    ...{ since: row.validFrom.getTime(), by: nameOf(row.addedBy) },
    ended: row.validTo && { at: row.validTo.getTime(), why: told ? (row.endReason ?? '') : '', by: nameOf(row.endedBy) },
  }));
}
