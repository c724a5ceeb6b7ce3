import { readSetting, readSettings, type SettingSpec } from '#server/modules/settings/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { type CaseSettings, caseSettings, defaultCaseSettings } from '#shared/cases/case-settings.ts';
import type { Instant } from '#shared/kernel/time.ts';

export const caseSetting: SettingSpec<CaseSettings> = { kind: 'case', schema: caseSettings, defaults: defaultCaseSettings };

/** What the district set for cases, as it holds then. */
export const readCaseSettings = (db: Db | Tx, asked: { districtId: string; at: Instant }): Promise<CaseSettings> =>
  readSetting(db, caseSetting, asked);

/** The same of several districts at once. */
export const caseSettingsIn = (
  db: Db | Tx,
  asked: { districtIds: readonly string[]; at: Instant },
): Promise<(districtId: string) => CaseSettings> => readSettings(db, caseSetting, asked);
