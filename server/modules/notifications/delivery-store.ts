import { systemClock } from '#server/platform/clock.ts';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { addJob, addJobs } from '#server/platform/jobs.ts';
import { MINUTE } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Channel } from '#shared/notifications/notifications-schema.ts';

/** The queue's task that sends one message; payload `{ deliveryId }`. */
export const DELIVER_TASK = 'notifications.deliver';
/** Whoever began to send and did not come back is taken for dead after this. */
const CLAIM_MS = 2 * MINUTE;

export type NewDelivery = {
  id: string;
  userId: string;
  notificationId: string | null;
  digestDay: string | null;
  /** to a household: which, and of which event */
  door?: { householdId: string; source: string };
  channel: Channel;
  at: Instant;
  unitPath: string;
  now: Instant;
};

/** Writes messages and their jobs, in two statements; those that are there already stay as they are. Tells how many were new. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = deliveries.map(({ id, userId, notificationId, digestDay, door, channel, at, unitPath, now }) => ({
    ...{ id, channel, user_id: userId, notification_id: notificationId, digest_day: digestDay, unit_path: unitPath },
    ...{ next_at: new Date(at), created_at: new Date(now), source: door?.source ?? null, household_id: door?.householdId ?? null },
  }));
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into "notification_delivery" ("id", "user_id", "notification_id", "digest_day", "channel", "next_at", "unit_path", "created_at",
      "source", "household_id")
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as d("id" uuid, "user_id" uuid, "notification_id" uuid, "digest_day" text,
      "channel" text, "next_at" timestamptz(3), "unit_path" text, "created_at" timestamptz(3),
      "source" text, "household_id" uuid)
    on conflict do nothing
    returning "id"`;
  const ids = new Set(written.map(({ id }) => id));
  const queued = deliveries.filter(({ id }) => ids.has(id));
  await addJobs(
    tx,
    queued.map(({ id, at, now }) => deliveryJob({ deliveryId: id, waitMs: at - now })),
  );
  return queued.length;
}

/** The queue runs by the machine's clock, the product perhaps by a demo's: the wait is the same in both. */
export async function enqueue(tx: Tx, asked: Asked): Promise<void> {
  await addJob(tx, deliveryJob(asked));
}

type Asked = { deliveryId: string; waitMs: number };

function deliveryJob({ deliveryId, waitMs }: Asked) {
  const runAt = new Date(systemClock() + Math.max(0, waitMs));
  return { task: DELIVER_TASK, payload: { deliveryId }, runAt, key: `${DELIVER_TASK}:${deliveryId}` };
}

export type Claimed = Prisma.NotificationDeliveryGetPayload<object>;

/** Takes a message to send it, once among all workers: null when it is not its time, somebody has it, or it is over. Counts the try. */
export async function claimDelivery(db: Db, id: string, now: Instant): Promise<Claimed | null> {
  const at = new Date(now);
  const rows = await db.notificationDelivery.updateManyAndReturn({
    where: { id, state: 'waiting', nextAt: { lte: at }, OR: [{ claimedUntil: null }, { claimedUntil: { lte: at } }] },
    data: { claimedUntil: new Date(now + CLAIM_MS), tries: { increment: 1 } },
  });
  return rows[0] ?? null;
}

/** Messages whose time came a while ago and that nobody has in hand: what a crash left behind. */
export async function strandedDeliveries(db: Db, now: Instant): Promise<string[]> {
  const at = new Date(now);
  const rows = await db.notificationDelivery.findMany({
    where: { state: 'waiting', nextAt: { lte: new Date(now - MINUTE) }, OR: [{ claimedUntil: null }, { claimedUntil: { lte: at } }] },
    orderBy: { nextAt: 'asc' },
    take: 500,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
