import { RefusalError } from '#server/platform/errors.ts';
import type { NotificationsRefusal } from '#shared/notifications/notifications-refusals.ts';

/** A refusal of this module as it travels to the client. */
export function notificationsRefusal(code: NotificationsRefusal): RefusalError {
  return new RefusalError({ module: 'notifications', refusal: { code }, kind: code === 'notFound' ? 'notFound' : 'conflict' });
}
