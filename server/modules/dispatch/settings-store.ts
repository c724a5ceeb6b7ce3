import { readSetting, readSettings, type SettingSpec } from '#server/modules/settings/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { defaultWhistleSettings, type WhistleSettings, whistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { Instant } from '#shared/kernel/time.ts';

type Asked = { districtId: string; at: Instant };

export const whistleSetting: SettingSpec<WhistleSettings> = { kind: 'whistle', schema: whistleSettings, defaults: defaultWhistleSettings };

/** What the district set for whistles, as it holds then. */
export const readWhistleSettings = (db: Db | Tx, asked: Asked): Promise<WhistleSettings> => readSetting(db, whistleSetting, asked);

/** The same of several districts at once. */
export const whistleSettingsIn = (
  db: Db | Tx,
  asked: { districtIds: readonly string[]; at: Instant },
): Promise<(districtId: string) => WhistleSettings> => readSettings(db, whistleSetting, asked);
