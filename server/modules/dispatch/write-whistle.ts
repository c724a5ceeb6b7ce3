import { linkWhistle } from '#server/modules/cases/index.ts';
import { syncLimits } from '#server/modules/clocks/index.ts';
import { attachPhotos } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { announce } from '#server/platform/live.ts';
import type { WhistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { limitsOfWhistle } from '#shared/dispatch/whistle-clock.ts';
import type { NewWhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { whistleScopeFacts } from '#shared/dispatch/whistle-policy.ts';
import { openWhistleStates, type WhistleSnapshot, type WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { forgetPhones, makeDoors } from './door-store.ts';
import { writeMeasures } from './measure-store.ts';
import { appendWhistleEvents, foldWhistle, WHISTLE_AGGREGATE } from './whistle-history.ts';
import { photosOfWhistle } from './whistle-photos.ts';
import { insertWhistle, updateWhistle, type WhistleExtras } from './whistle-store.ts';

type Written = {
  before: WhistleSnapshot | null;
  extras: WhistleExtras;
  events: readonly NewWhistleEvent[];
  at: Instant;
  /** nobody watched its limits before: of those that begin, only the marks still ahead fire */
  ahead?: boolean;
};
const open: readonly WhistleState[] = openWhistleStates;

/** Row, events, measures, clocks, links to cases, doors and announcement of what was decided, all in the caller's transaction. */
export async function writeWhistle(ctx: Ctx, tx: Tx, { before, extras, events, at, ahead = false }: Written): Promise<WhistleSnapshot> {
  const moment = { at, actorId: ctx.actor.userId };
  const snapshot = foldWhistle(before, events, moment);
  if (before === null) await insertWhistle(tx, snapshot, extras);
  else await updateWhistle(tx, snapshot, extras);
  await appendWhistleEvents(tx, snapshot.id, { ...moment, events });
  await writeMeasures(tx, { before, after: snapshot, districtId: extras.districtId });
  const aggregates = [{ id: snapshot.id, limits: limitsOfWhistle(snapshot) }];
  await syncLimits(tx, { aggregateType: WHISTLE_AGGREGATE, districtId: extras.districtId, at, ahead, aggregates });
  if (events.some((event) => linking.has(event.type))) {
    // a draft binds nobody; from the blow on its cases wait for it
    const binding = snapshot.state !== 'drafted' && open.includes(snapshot.state);
    await linkWhistle(tx, { whistleId: snapshot.id, caseIds: snapshot.caseIds, open: binding });
  }
  for (const event of events) {
    if (event.type === 'HouseholdsListed')
      await makeDoors(ctx, tx, { whistleId: snapshot.id, householdIds: event.payload.households.map(({ id }) => id) });
  }
  if (!open.includes(snapshot.state)) await forgetPhones(tx, snapshot.id);
  await announceWhistle(tx, before, snapshot);
  return snapshot;
}

const linking: ReadonlySet<NewWhistleEvent['type']> = new Set([
  'WhistleDrafted',
  'WhistleRevised',
  'WhistleBlown',
  'WhistleCleared',
  'WhistleWithdrawn',
  'WhistleVoided',
]);

/** The photos an action brought, after its row is there. */
export async function attachWhistlePhotos(ctx: Ctx, tx: Tx, { command, id }: { command: WhistleCommand; id: string }): Promise<void> {
  for (const { purpose, ids } of photosOfWhistle(command)) {
    await attachPhotos(tx, { photoIds: ids, owner: { kind: 'whistle', id }, purpose, actorId: ctx.actor.userId });
  }
}

/** Told to the place and to every party, those that just left it included; and to the applicants of its cases, one by one. */
async function announceWhistle(tx: Tx, before: WhistleSnapshot | null, after: WhistleSnapshot): Promise<void> {
  const parties = new Set([before, after].flatMap((snapshot) => (snapshot ? whistleScopeFacts(snapshot).departmentIds : [])));
  const about = { topic: 'whistle', id: after.id, version: after.version, applicantId: null, reporterId: null } as const;
  await announce(tx, { ...about, unitPath: after.scopePath, communityId: after.communityId, departmentIds: [...parties] });
  if (after.state === 'drafted' || after.caseIds.length === 0) return;
  const cases = await tx.case.findMany({
    where: { id: { in: after.caseIds }, applicantId: { not: null } },
    distinct: ['applicantId'],
    select: { applicantId: true },
  });
  for (const { applicantId } of cases) await announce(tx, { ...about, unitPath: null, communityId: null, departmentIds: [], applicantId });
}
