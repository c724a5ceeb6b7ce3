import type { Ctx } from '#server/platform/context.ts';
import { type Channel, channels } from '#shared/notifications/notifications-schema.ts';
import type { Preferences } from '#shared/notifications/preferences.ts';
import { readReach } from '../preference-store.ts';

export type OwnPreferences = {
  preferences: Preferences;
  /** the own addresses; the phone is the account's and masked elsewhere */
  email: string | null;
  wecom: string | null;
  /** which channels this installation has, and which of them reach the person */
  offered: Channel[];
  reached: Channel[];
};

/** How the person wants to be told. */
export async function readPreferences(ctx: Ctx): Promise<OwnPreferences> {
  const reach = (await readReach(ctx.db, [ctx.actor.userId])).get(ctx.actor.userId);
  if (!reach) throw new Error('the actor has no account');
  const { preferences, sealed } = reach;
  const open = (value: Uint8Array | null) => value && ctx.cipher.open(value);
  const offered = channels.filter((channel) => ctx.carriers[channel] !== null);
  return {
    preferences,
    email: open(sealed.email),
    wecom: open(sealed.wecom),
    offered,
    reached: offered.filter((channel) => sealed[channel] !== null),
  };
}
