import type { Ctx } from '#server/platform/context.ts';
import { defaultWhistleSettings, type WhistleSettings, whistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { readWhistleSettings } from '../settings-store.ts';

export type SettingsHistory = {
  /** version of the newest line, 0 while the district has set nothing */
  version: number;
  current: WhistleSettings;
  defaults: WhistleSettings;
  history: { version: number; effectiveFrom: Instant; settings: WhistleSettings }[];
};

/** What a district set for whistles, now and before. */
export async function readSettings(ctx: Ctx, districtId: UnitId): Promise<SettingsHistory> {
  const rows = await ctx.db.whistleSetting.findMany({ where: { districtId }, orderBy: { version: 'desc' }, take: 50 });
  return {
    version: rows[0]?.version ?? 0,
    current: await readWhistleSettings(ctx.db, { districtId, at: ctx.now() }),
    defaults: defaultWhistleSettings,
    history: rows.map(({ version, effectiveFrom, settings }) => ({
      ...{ version, effectiveFrom: effectiveFrom.getTime() },
      settings: whistleSettings.parse(settings),
    })),
  };
}
