import type { Platform } from '#server/platform/context.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { readActor } from './read-actor.ts';

/** Who the session cookie belongs to, with the posts in force now; null without a valid session. */
export async function readSessionActor(ctx: Platform, headers: Headers): Promise<Actor | null> {
  if (!headers.has('cookie')) return null;
  const session = await ctx.auth.sessions.api.getSession({ headers });
  return session ? readActor(ctx.db, { userId: session.user.id, now: ctx.now() }) : null;
}
