import type { Ctx } from '#server/platform/context.ts';
import type { SavePreferencesInput } from '#shared/notifications/preferences.ts';

/** Keeps how the person wants to be told; addresses are sealed as phones are. */
export async function savePreferences(ctx: Ctx, { preferences, email, wecom }: SavePreferencesInput): Promise<void> {
  const { userId } = ctx.actor;
  const seal = (value: string | null) => (value === null ? null : ctx.cipher.seal(value));
  const data = {
    preferences,
    digestMinute: preferences.digestAt,
    updatedAt: new Date(ctx.now()),
    ...(email === undefined ? {} : { emailSealed: seal(email) }),
    ...(wecom === undefined ? {} : { wecomSealed: seal(wecom) }),
  };
  await ctx.db.notificationPreference.upsert({ where: { userId }, create: { userId, ...data }, update: data });
}
