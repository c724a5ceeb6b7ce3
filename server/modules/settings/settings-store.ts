import type { Db, Tx } from '#server/platform/db.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { SettingKind } from '#shared/settings/settings-schema.ts';

/** Settings of one kind: their schema, and what holds while a district has set nothing. */
export type SettingSpec<T extends object> = { kind: SettingKind; schema: { parse: (value: unknown) => T }; defaults: T };

/** A figure that came later than the version takes its default. */
export function settingsOf<T extends object>({ schema, defaults }: SettingSpec<T>, stored: unknown): T {
  return schema.parse({ ...defaults, ...(stored as object) });
}

/** What holds then in each of these districts: of the versions in force the newest, the defaults while it has set nothing. */
export async function readSettings<T extends object>(
  db: Db | Tx,
  spec: SettingSpec<T>,
  { districtIds, at }: { districtIds: readonly string[]; at: Instant },
): Promise<(districtId: string) => T> {
  const rows = await db.districtSetting.findMany({
    where: { districtId: { in: [...new Set(districtIds)] }, kind: spec.kind, effectiveFrom: { lte: new Date(at) } },
    orderBy: [{ districtId: 'asc' }, { version: 'desc' }],
    distinct: ['districtId'],
    select: { districtId: true, settings: true },
  });
  const known = new Map(rows.map(({ districtId, settings }) => [districtId, settingsOf(spec, settings)]));
  return (districtId) => known.get(districtId) ?? spec.defaults;
}

/** The same of one district. */
export async function readSetting<T extends object>(
  db: Db | Tx,
  spec: SettingSpec<T>,
  { districtId, at }: { districtId: string; at: Instant },
): Promise<T> {
  return (await readSettings(db, spec, { districtIds: [districtId], at }))(districtId);
}
