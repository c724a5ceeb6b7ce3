import { syncLimits } from '#server/modules/clocks/index.ts';
import { attachPhotos } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { announce } from '#server/platform/live.ts';
import { rememberRequest } from '#server/platform/performed-requests.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import type { NewCaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { unitsOf } from '#shared/cases/own-unit-guard.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { appendCaseEvents, foldEvents } from './case-history.ts';
import { photosOf } from './case-photos.ts';
import { type CaseExtras, insertCase, updateCase } from './case-store.ts';
import { enqueueFollowUps } from './follow-ups.ts';
import { limitsOfCases } from './limits-of-cases.ts';

/** `ahead`: nobody watched its limits before; of those that begin, only the marks still ahead fire */
type Written = { before: CaseSnapshot | null; extras: CaseExtras; events: readonly NewCaseEvent[]; at: Instant; ahead?: boolean };

/** Writes everything a decision leads to, all in the caller's transaction: row, events, photos, request, jobs, announcement. */
export async function writeDecision(ctx: Ctx, tx: Tx, written: Written & { command: CaseCommand }): Promise<CaseSnapshot> {
  const { command, at } = written;
  const snapshot = await writeEvents(ctx, tx, written);
  for (const { purpose, ids } of photosOf(command)) {
    await attachPhotos(tx, { photoIds: ids, owner: { kind: 'case', id: snapshot.id }, purpose, actorId: ctx.actor.userId });
  }
  const { requestId } = command.input;
  const { version } = snapshot;
  await rememberRequest(tx, { requestId, actorId: ctx.actor.userId, action: command.action, aggregateId: snapshot.id, version, at });
  return snapshot;
}

/** Row, events, clocks, jobs and announcement of events that nobody asked for by a request (a timer, a new calendar). */
export async function writeEvents(ctx: Ctx, tx: Tx, { before, extras, events, at, ahead = false }: Written): Promise<CaseSnapshot> {
  const moment = { at, actorId: ctx.actor.userId };
  const snapshot = foldEvents(before, events, moment);
  if (before === null) await insertCase(tx, { ...extras, snapshot });
  else await updateCase(tx, { ...extras, snapshot });
  await appendCaseEvents(tx, snapshot.id, { ...moment, events });
  await syncLimits(tx, { ...limitsOfCases([snapshot], { districtId: extras.districtId, at }), ahead });
  await enqueueFollowUps(tx, { snapshot, events });
  await announceCase(tx, before, snapshot);
  return snapshot;
}

/** Departments and places that lost the case hear of it too, so that it leaves their lists. */
async function announceCase(tx: Tx, before: CaseSnapshot | null, after: CaseSnapshot): Promise<void> {
  const departmentIds = new Set([before, after].flatMap((snapshot) => (snapshot ? unitsOf(snapshot) : [])));
  const { id, version, applicantId, reporterId } = after;
  const about = { topic: 'case', id, version, departmentIds: [...departmentIds], applicantId, reporterId } as const;
  await announce(tx, { ...about, unitPath: after.scopePath, communityId: after.communityId });
  if (before === null || before.scopePath === after.scopePath) return;
  const nobodyElse = { departmentIds: [], applicantId: null, reporterId: null };
  await announce(tx, { ...about, ...nobodyElse, unitPath: before.scopePath, communityId: before.communityId });
}
