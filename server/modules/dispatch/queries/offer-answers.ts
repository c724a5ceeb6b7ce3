import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { proposeArrival } from '#shared/dispatch/propose-arrival.ts';
import { ownUnits, whistleScope } from '#shared/dispatch/whistle-policy.ts';
import { unitGuard } from '#shared/dispatch/whistle-preconditions.ts';
import type { SummonedUnit, WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import type { DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { whistleWhere } from '../whistle-scope-where.ts';
import { whistleOf } from '../whistle-store.ts';

/** What the form of an answer (应哨) holds when it opens: a time to come, and whom this person named for this unit last time. */
export type AnswerOffer = {
  whistleId: WhistleId;
  unitId: DepartmentId;
  eta: Instant;
  reportInBy: Instant | null;
  contact: { person: string; phone: string } | null;
};
type Asked = { snapshot: WhistleSnapshot; districtId: string };

/** Past whistles of a unit in which its last answer is looked for. */
const PAST = 50;
const { from } = whistleTransitions.acknowledge;

/** One offer for every unit the person may answer for now, in whistles the person sees. */
export async function offerAnswers(ctx: Ctx, whistleIds: readonly WhistleId[]): Promise<AnswerOffer[]> {
  const where = { AND: [{ id: { in: [...whistleIds] } }, whistleWhere(whistleScope(ctx.actor))] };
  const rows = await ctx.db.whistle.findMany({ where, select: { snapshot: true, districtId: true } });
  const asked = new Map(rows.map((row) => [String(whistleOf(row).id), { snapshot: whistleOf(row), districtId: row.districtId }]));
  return answersOf(
    ctx,
    whistleIds.flatMap((id) => asked.get(id) ?? []),
  );
}

/** The offers of whistles that were read already. */
export async function answersOf(ctx: Ctx, asked: readonly Asked[]): Promise<AnswerOffer[]> {
  const now = ctx.now();
  const owed = asked.flatMap(({ snapshot, districtId }) => toAnswer(ctx, snapshot, now).map((unit) => ({ snapshot, districtId, unit })));
  if (owed.length === 0) return [];
  const districtIds = [...new Set(owed.map(({ districtId }) => districtId))];
  const calendars = new Map(
    await Promise.all(districtIds.map(async (districtId) => [districtId, await readCalendar(ctx.db, districtId)] as const)),
  );
  const unitIds = [...new Set(owed.map(({ unit }) => unit.departmentId))];
  const contacts = new Map(await Promise.all(unitIds.map(async (unitId) => [unitId, await lastContact(ctx, unitId)] as const)));
  return owed.flatMap(({ snapshot: { id, whistleType }, districtId, unit: { departmentId, reportInDue } }) => {
    const calendar = calendars.get(districtId);
    if (!calendar) return [];
    const reportInBy = reportInDue?.at ?? null;
    const eta = proposeArrival({ calendar, now, whistleType, reportInBy });
    return [{ whistleId: id, unitId: departmentId, eta, reportInBy, contact: contacts.get(departmentId) ?? null }];
  });
}

function toAnswer({ actor }: Ctx, snapshot: WhistleSnapshot, now: Instant): SummonedUnit[] {
  if (from === 'none' || !from.includes(snapshot.state)) return [];
  return ownUnits('acknowledge', actor, snapshot).filter((unit) => unitGuard('acknowledge', unit, { snapshot, actor, now }) === null);
}

/** Whom the person named when answering for this unit last. */
async function lastContact({ db, actor }: Ctx, unitId: DepartmentId): Promise<AnswerOffer['contact']> {
  const past = await db.whistle.findMany({
    where: { departmentIds: { has: unitId }, blownAt: { not: null } },
    orderBy: { blownAt: 'desc' },
    take: PAST,
    select: { id: true },
  });
  const row = await db.domainEvent.findFirst({
    where: {
      ...{ aggregateType: WHISTLE_AGGREGATE, aggregateId: { in: past.map(({ id }) => id) }, actorId: actor.userId },
      ...{ type: 'UnitAcknowledged', payload: { path: ['unitId'], equals: unitId } },
    },
    orderBy: { id: 'desc' },
    select: { payload: true },
  });
  if (!row) return null;
  const { person, phone } = row.payload as { person: string; phone: string };
  return { person, phone };
}
