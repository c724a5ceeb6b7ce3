import type { Ctx } from '#server/platform/context.ts';
import type { Db, Prisma } from '#server/platform/db.ts';
import { limitOfDuty, type UnitDuty, unitDuties } from '#shared/dispatch/unit-duties.ts';
import type { WhistleAction } from '#shared/dispatch/whistle-actions.ts';
import { unitClocks, type WhistleClock, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { type DueReason, dueReasonOf } from '#shared/dispatch/whistle-due-reason.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import { supervisionOpen } from '#shared/dispatch/whistle-requirements.ts';
import { openWhistleStates, type UnitStatus, type WhistleSnapshot, type WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import { whistleOf } from './whistle-store.ts';

export const whistleLineColumns = {
  id: true,
  districtId: true,
  clockDueAt: true,
  draftedAt: true,
  snapshot: true,
} as const satisfies Prisma.WhistleSelect;
export type WhistleLineRow = Prisma.WhistleGetPayload<{ select: typeof whistleLineColumns }>;

const openStates: readonly WhistleState[] = openWhistleStates;

type Bilingual = { zh: string; en: string };
/** One row of a list or one card of the board: enough to draw it and to act on it without opening it. */
export type WhistleLine = Pick<
  WhistleSnapshot,
  | 'id'
  | 'version'
  | 'state'
  | 'whistleNo'
  | 'whistleType'
  | 'title'
  | 'address'
  | 'point'
  | 'communityId'
  | 'draftedAt'
  | 'blownAt'
  | 'reworkCount'
  | 'escalations'
  | 'persons'
> & {
  community: string | null;
  cases: number;
  units: {
    departmentId: DepartmentId;
    name: Bilingual;
    side: 'lead' | 'support';
    status: UnitStatus;
    arrived: boolean;
    clock: WhistleClock | null;
  }[];
  /** what waits for somebody's decision */
  asked: ('blow' | 'objection' | 'extension' | 'hold' | 'void')[];
  supervised: boolean;
  clock: WhistleClock;
  /** why that limit ends when it does */
  reason: DueReason | null;
  /** the nearest step each own unit of the person owes, first due first */
  own: (UnitDuty & { reason: DueReason | null })[];
  allowedActions: WhistleAction[];
};

/** Names of departments by id, in one look. */
export async function departmentNames(
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, { zh: string; en: string; phone: string | null }>> {
  const rows = await db.department.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, nameZh: true, nameEn: true, phone: true },
  });
  return new Map(rows.map((row) => [row.id, { zh: row.nameZh, en: row.nameEn, phone: row.phone }]));
}

/** Rows of a list with the names they show, looked up at once. */
export async function toWhistleLines(ctx: Ctx, rows: readonly WhistleLineRow[], settings: WhistleSettings): Promise<WhistleLine[]> {
  const snapshots = rows.map(whistleOf);
  const communityIds = snapshots.flatMap(({ communityId }) => communityId ?? []);
  const wanted = snapshots.flatMap(({ leadUnitId, supportUnitIds, units }) => [
    leadUnitId,
    ...supportUnitIds,
    ...units.map((unit) => unit.departmentId),
  ]);
  const [names, communities] = await Promise.all([
    departmentNames(ctx.db, wanted),
    ctx.db.territoryUnit.findMany({ where: { id: { in: communityIds } }, select: { id: true, name: true } }),
  ]);
  const communityOf = new Map(communities.map(({ id, name }) => [id, name]));
  const now = ctx.now();
  return snapshots.map((snapshot) => {
    const clock = whistleClockOf(snapshot, now);
    return {
      ...shown(snapshot),
      community: snapshot.communityId && (communityOf.get(snapshot.communityId) ?? null),
      units: unitsOf(snapshot, names, now),
      asked: askedOf(snapshot),
      supervised: snapshot.units.some(({ supervision }) => supervisionOpen(supervision)),
      clock,
      reason: dueReasonOf(snapshot, clock),
      own: ownDuties(ctx, snapshot, settings),
      allowedActions: availableWhistleActions({ snapshot, actor: ctx.actor, now, settings }),
    };
  });
}

function ownDuties({ actor }: Ctx, snapshot: WhistleSnapshot, settings: WhistleSettings): WhistleLine['own'] {
  const mine = [...new Set(actor.posts.flatMap(({ departmentId }) => departmentId ?? []))];
  return mine
    .flatMap((id) => unitDuties(snapshot, id, settings).slice(0, 1))
    .map((duty) => {
      const { action, from, due, departmentId } = duty;
      const running = { limit: limitOfDuty[action], from, departmentId, due: due === null ? null : { at: due } };
      return { ...duty, reason: dueReasonOf(snapshot, running) };
    })
    .sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
}

function shown(snapshot: WhistleSnapshot) {
  const { id, version, state, whistleNo, whistleType, title, address, point, communityId, draftedAt, blownAt, reworkCount, escalations } =
    snapshot;
  return {
    ...{ id, version, state, whistleNo, whistleType, title, address, point, communityId, draftedAt, blownAt, reworkCount, escalations },
    persons: snapshot.persons,
    cases: snapshot.caseIds.length,
  };
}

function unitsOf(snapshot: WhistleSnapshot, names: Map<string, Bilingual>, now: number): WhistleLine['units'] {
  const nameOf = (id: string): Bilingual => {
    const { zh, en } = names.get(id) ?? { zh: '', en: '' };
    return { zh, en };
  };
  if (snapshot.units.length === 0) {
    const wanted = [
      { id: snapshot.leadUnitId, side: 'lead' as const },
      ...snapshot.supportUnitIds.map((id) => ({ id, side: 'support' as const })),
    ];
    return wanted.map(({ id, side }) => ({ departmentId: id, name: nameOf(id), side, status: 'summoned', arrived: false, clock: null }));
  }
  const clocks = unitClocks(snapshot, now);
  return snapshot.units.map(({ departmentId, side, status, arrival }) => ({
    ...{ departmentId, side, status },
    name: nameOf(departmentId),
    arrived: arrival !== null,
    clock: clocks.get(departmentId) ?? null,
  }));
}

function askedOf({ state, blowAsked, units, extensionAsked, holdAsked, voidAsked }: WhistleSnapshot): WhistleLine['asked'] {
  const asked: WhistleLine['asked'] = [];
  if (blowAsked) asked.push('blow');
  if (openStates.includes(state) && units.some(({ status }) => status === 'objected')) asked.push('objection');
  if (extensionAsked) asked.push('extension');
  if (holdAsked) asked.push('hold');
  if (voidAsked) asked.push('void');
  return asked;
}
