import type { Ctx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import type { SettingChange } from '#shared/settings/settings-schema.ts';
import { changeRule, settingsRefused } from '../change-rule.ts';
import { type SettingSpec, settingsOf } from '../settings-store.ts';

/**
 * A new version of the district's settings from an instant that is not over yet; it replaces every earlier version, one that waits for its
 * day too. What was decided before stays as it was. Refuses `versionChanged`, `dateInPast` and `nothingChanged`.
 */
export function setSetting<T extends object>(ctx: Ctx, spec: SettingSpec<T>, input: SettingChange<T>): Promise<void> {
  const { districtId, requestId, expectedVersion, effectiveFrom, why, settings } = input;
  const { kind } = spec;
  const detail = { why, version: expectedVersion + 1, effectiveFrom, settings };
  return changeRule(ctx, { action: `settings.${kind}`, districtId, requestId, detail }, async (tx) => {
    const now = ctx.now();
    const newest = await tx.districtSetting.findFirst({ where: { districtId, kind }, orderBy: { version: 'desc' } });
    const version = newest?.version ?? 0;
    if (version !== expectedVersion) throw settingsRefused({ code: 'versionChanged', params: { version } });
    if (effectiveFrom !== null && effectiveFrom < now - MINUTE) throw settingsRefused({ code: 'dateInPast' });
    const before = newest ? settingsOf(spec, newest.settings) : spec.defaults;
    const waits = newest !== null && newest.effectiveFrom.getTime() > now;
    if (!waits && canonicalJson(before) === canonicalJson(settings)) throw settingsRefused({ code: 'nothingChanged' });
    // a moment of the minute that has just passed means now: nothing decided meanwhile went by these settings
    const effective = Math.max(effectiveFrom ?? now, now);
    await tx.districtSetting.create({
      data: {
        ...{ id: newId<string>(), districtId, kind, version: version + 1, settings, why },
        ...{ effectiveFrom: new Date(effective), createdAt: new Date(now), createdBy: ctx.actor.userId },
      },
    });
    return { effectiveFrom: effective };
  });
}
