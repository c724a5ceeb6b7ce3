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

/** Codes on the community duty list in force then. */
export async function readDutyCodes(db: Db | Tx, { districtId, at }: Asked): Promise<string[]> {
  const rows = await db.communityDuty.findMany({ where: { districtId, ...inForce(at) }, select: { code: true } });
  return rows.map(({ code }) => code);
}

export function inForce(at: Instant) {
  const moment = new Date(at);
  return { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
}
