import type { Platform } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { type Channel, channels } from '#shared/notifications/notifications-schema.ts';
import { defaultPreferences, type Preferences, preferences } from '#shared/notifications/preferences.ts';

/** How somebody wants to be told, and where each channel would reach them; sealed until a message goes out. */
export type Reach = {
  preferences: Preferences;
  sealed: Readonly<Record<Channel, Uint8Array | null>>;
  locale: 'zh' | 'en';
  resident: boolean;
};

/** By person; people without an account in use are left out. SMS goes to the phone of the account. */
export async function readReach(db: Db | Tx, userIds: readonly string[]): Promise<Map<string, Reach>> {
  const [users, rows] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...userIds] }, disabledAt: null },
      select: { id: true, phoneSealed: true, locale: true, kind: true },
    }),
    db.notificationPreference.findMany({ where: { userId: { in: [...userIds] } } }),
  ]);
  const chosen = new Map(rows.map((row) => [row.userId, row]));
  return new Map(
    users.map(({ id, phoneSealed, locale, kind }) => {
      const row = chosen.get(id);
      const sealed = { sms: phoneSealed, email: row?.emailSealed ?? null, wecom: row?.wecomSealed ?? null };
      const written = row ? preferences.parse(row.preferences) : defaultPreferences;
      return [id, { preferences: written, sealed, locale: locale === 'en' ? 'en' : 'zh', resident: kind === 'resident' }];
    }),
  );
}

/** The channels that exist here and that reach the person. */
export function reachableBy({ carriers }: Pick<Platform, 'carriers'>, { sealed }: Reach): Channel[] {
  return channels.filter((channel) => carriers[channel] !== null && sealed[channel] !== null);
}

const PAGE = 500;
export type DigestReader = { userId: string; digestMinute: number };

/**
 * People in use whose digest of that day is not queued yet and whose minute has come, in order, up to 500 from the one after `after`: none
 * whose digest is due is left out when `day` is the latest there is in any district now, and `minute` the latest of the clock.
 */
export function digestReaders(
  db: Db,
  { day, minute, after }: { day: LocalDate; minute: number; after: string | null },
): Promise<DigestReader[]> {
  return db.$queryRaw<DigestReader[]>`
    select p."user_id" as "userId", p."digest_minute" as "digestMinute"
    from "notification_preference" p join "user" u on u."id" = p."user_id"
    where p."digest_minute" <= ${minute} and p."email_sealed" is not null and u."disabled_at" is null
      and (${after}::uuid is null or p."user_id" > ${after}::uuid)
      and not exists (select from "notification_delivery" d where d."user_id" = p."user_id" and d."digest_day" = ${day})
    order by p."user_id" limit ${PAGE}`;
}
