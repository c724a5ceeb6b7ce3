import type { Db, Tx } from '#server/platform/db.ts';
import { defaultWhistleSettings, type WhistleSettings, whistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { Instant } from '#shared/kernel/time.ts';

type Asked = { districtId: string; at: Instant };

/** The newest settings of the district in force then; the defaults while it has set nothing. */
export async function readWhistleSettings(db: Db | Tx, { districtId, at }: Asked): Promise<WhistleSettings> {
  const row = await db.whistleSetting.findFirst({
    where: { districtId, effectiveFrom: { lte: new Date(at) } },
    orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
  });
  return row ? whistleSettings.parse({ ...defaultWhistleSettings, ...(row.settings as object) }) : defaultWhistleSettings;
}

/** Codes on the community duty list in force then. */
export async function readDutyCodes(db: Db | Tx, { districtId, at }: Asked): Promise<string[]> {
  const rows = await db.communityDuty.findMany({ where: { districtId, ...inForce(at) }, select: { code: true } });
  return rows.map(({ code }) => code);
}

export function inForce(at: Instant) {
  const moment = new Date(at);
  return { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
}
