import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma, Tx } from '#server/platform/db.ts';
import { announce, type Change } from '#server/platform/live.ts';

export type TerritoryChange = {
  action: string;
  topic: Extract<Change['topic'], 'territory' | 'people'>;
  unit: { id: string; path: string; version: number };
  /** whom the change concerns, for the topic `people` */
  personId?: string;
  detail?: Prisma.InputJsonValue;
};

/** What every change of the territory leaves behind: an audit line, and word to whoever shows the place. */
export async function recordChange(ctx: Ctx, tx: Tx, change: TerritoryChange): Promise<void> {
  const { action, topic, unit, personId, detail } = change;
  await writeAudit(tx, {
    at: ctx.now(),
    actorId: ctx.actor.userId,
    action: `territory.${action}`,
    outcome: 'done',
    aggregateType: 'territoryUnit',
    aggregateId: unit.id,
    ...(detail === undefined ? {} : { detail }),
  });
  const nobody = { communityId: null, departmentIds: [], applicantId: null, reporterId: null };
  await announce(tx, { topic, id: personId ?? unit.id, version: unit.version, unitPath: unit.path, ...nobody });
}
