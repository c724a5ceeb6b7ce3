import type { Ctx } from '#server/platform/context.ts';
import type { Page } from '#shared/kernel/page.ts';
import type { ListDeadLettersInput } from '#shared/notifications/dead-letters.ts';
import { type NoticeParams, type NoticeTopic, noticeText } from '#shared/notifications/notices.i18n.ts';
import type { DeadLetter } from '#shared/notifications/notices-dto.ts';
import type { Channel } from '#shared/notifications/notifications-schema.ts';
import { deadLetterWhere } from '../dead-letter-scope.ts';

/** Messages nobody could deliver, below the administrator's units, newest first; without address and without name. Refuses `notFound` to others. */
export async function listDeadLetters(ctx: Ctx, { limit, cursor }: ListDeadLettersInput): Promise<Page<DeadLetter> & { total: number }> {
  const where = deadLetterWhere(ctx.actor);
  const [rows, total] = await Promise.all([
    ctx.db.notificationDelivery.findMany({
      where: { AND: [where, cursor ? { id: { lt: cursor } } : {}] },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
    ctx.db.notificationDelivery.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  const notices = await ctx.db.notification.findMany({
    where: { id: { in: page.flatMap(({ notificationId }) => notificationId ?? []) } },
    select: { id: true, topic: true, params: true, via: true },
  });
  const notice = new Map(notices.map((row) => [row.id, row]));
  const letters = page.map(({ id, channel, tries, lastError, endedAt, createdAt, notificationId, digestDay, householdId }): DeadLetter => {
    const about = notificationId === null ? undefined : notice.get(notificationId);
    return {
      ...{ id, tries, reason: lastError ?? '', channel: channel as Channel },
      kind: about ? 'notice' : householdId !== null ? 'door' : digestDay === null ? 'test' : 'digest',
      text: about ? noticeText(about.topic as NoticeTopic, about.params as NoticeParams) : null,
      role: (about?.via?.split('@')[0] ?? null) as DeadLetter['role'],
      at: (endedAt ?? createdAt).getTime(),
    };
  });
  return { rows: letters, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total };
}
