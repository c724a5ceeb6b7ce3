import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { notFound } from '#server/platform/errors.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { readSetting, type SettingSpec, settingsOf } from '../settings-store.ts';

export type SettingVersion<T> = {
  version: number;
  effectiveFrom: Instant;
  savedAt: Instant;
  /** told to the district's staff only */
  by: string | null;
  why: string;
  settings: T;
};
export type SettingHistory<T> = {
  district: { id: UnitId; name: string };
  mayChange: boolean;
  /** version of the newest line, 0 while the district has set nothing */
  version: number;
  /** in force now */
  current: T;
  defaults: T;
  /** newest first */
  history: SettingVersion<T>[];
};

const VERSIONS_SHOWN = 50;

/** What a district set, now and before. Refuses `notFound`. */
export async function readSettingHistory<T extends object>(ctx: Ctx, spec: SettingSpec<T>, districtId: UnitId): Promise<SettingHistory<T>> {
  const district = await ctx.db.territoryUnit.findUnique({ where: { id: districtId }, select: { name: true, path: true, level: true } });
  if (district?.level !== 'district') throw notFound('settings');
  const where = { districtId, kind: spec.kind };
  const rows = await ctx.db.districtSetting.findMany({ where, orderBy: { version: 'desc' }, take: VERSIONS_SHOWN });
  const staff = ctx.actor.posts.some(({ unitPath }) => unitPath?.startsWith(district.path));
  const names = await namesOf(ctx.db, staff ? rows.map(({ createdBy }) => createdBy) : []);
  return {
    district: { id: districtId, name: district.name },
    mayChange: covers(ctx.actor, district.path, 'administrator'),
    version: rows[0]?.version ?? 0,
    current: await readSetting(ctx.db, spec, { districtId, at: ctx.now() }),
    defaults: spec.defaults,
    history: rows.map(({ version, effectiveFrom, createdAt, createdBy, why, settings }) => ({
      ...{ version, effectiveFrom: effectiveFrom.getTime(), savedAt: createdAt.getTime(), by: names.get(createdBy) ?? null },
      ...{ why: staff ? why : '', settings: settingsOf(spec, settings) },
    })),
  };
}
