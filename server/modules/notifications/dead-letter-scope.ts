import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import { postsOf } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { notificationsRefusal } from './notifications-refusal.ts';

/** Dead letters about what lies below an administrator's units. Refuses `notFound` to whoever administers nothing. */
export function deadLetterWhere(actor: Actor): Prisma.NotificationDeliveryWhereInput {
  const paths = postsOf(actor, 'administrator').flatMap(({ unitPath }) => unitPath ?? []);
  if (paths.length === 0) throw notificationsRefusal('notFound');
  return { AND: [{ state: 'dead' }, anyOf(paths.map((path) => ({ unitPath: { startsWith: path } })))] };
}
