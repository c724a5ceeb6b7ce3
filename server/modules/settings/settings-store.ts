import type { Db, Tx } from '#server/platform/db.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { SettingKind } from '#shared/settings/settings-schema.ts';

/** Settings of one kind: their schema, and what holds while a district has set nothing. */
export type SettingSpec<T extends object> = { kind: SettingKind; schema: { parse: (value: unknown) => T }; defaults: T };

/** A figure that came later than the version takes its default. */
export function settingsOf<T extends object>({ schema, defaults }: SettingSpec<T>, stored: unknown): T {
  return schema.parse({ ...defaults, ...(stored as object) });
}

/** What holds in the district then: of the versions in force the newest, the defaults while it has set nothing. */
export async function readSetting<T extends object>(
  db: Db | Tx,
  spec: SettingSpec<T>,
  { districtId, at }: { districtId: string; at: Instant },
): Promise<T> {
  const row = await db.districtSetting.findFirst({
    where: { districtId, kind: spec.kind, effectiveFrom: { lte: new Date(at) } },
    orderBy: { version: 'desc' },
    select: { settings: true },
  });
  return row ? settingsOf(spec, row.settings) : spec.defaults;
}
