import { bigrams, searchForm } from '#server/modules/cases/index.ts';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { todoDues } from '#shared/dispatch/todo-dues.ts';
import { whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { partiesOf } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { todoOf } from '#shared/dispatch/whistle-todo.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** What a whistle has beside its snapshot: the district it is counted in and what that district set when it was written. */
export type WhistleExtras = { districtId: string; settings: WhistleSettings };
export type StoredWhistle = { snapshot: WhistleSnapshot; districtId: string };

/** The only mapping from a snapshot to the columns that lists and counts filter and sort by. */
function whistleColumns(snapshot: WhistleSnapshot, { districtId, settings }: WhistleExtras) {
  const { point, voidAsked, blownById, approvedById, units, state } = snapshot;
  const searchText = searchForm([snapshot.whistleNo, snapshot.title, snapshot.address, snapshot.reason].join(' '));
  const clock = whistleClockOf(snapshot, snapshot.lastEventAt);
  const over = state === 'cleared' || state === 'withdrawn' || state === 'void';
  const silent = units.filter(({ status }) => status === 'summoned').flatMap(({ ackDue }) => ackDue?.at ?? []);
  return {
    version: snapshot.version,
    districtId,
    state,
    whistleNo: snapshot.whistleNo,
    whistleType: snapshot.whistleType,
    title: snapshot.title,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    unitId: snapshot.unitId,
    unitPath: snapshot.scopePath,
    communityId: snapshot.communityId,
    leadUnitId: snapshot.leadUnitId,
    departmentIds: partiesOf(snapshot).map(({ departmentId }) => departmentId),
    todo: todoOf(snapshot, settings),
    blewIds: [blownById, approvedById].filter((id) => id !== null),
    voidAskedBy: voidAsked?.byId ?? null,
    blowAsked: snapshot.blowAsked !== null,
    objected: !over && units.some(({ status }) => status === 'objected'),
    silentFrom: silent.length === 0 || over ? null : new Date(Math.min(...silent)),
    clockLimit: clock.limit,
    clockDueAt: dateOf(clock.due?.at),
    clockSoonAt: dateOf(clock.soonAt),
    clearDueAt: state === 'fedBack' ? dateOf(snapshot.clearDue?.at) : null,
    hot: !over && (snapshot.escalations > 0 || snapshot.reworkCount > 0 || snapshot.supervisionCount > 0),
    draftedAt: new Date(snapshot.draftedAt),
    blownAt: dateOf(snapshot.blownAt),
    clearedAt: dateOf(snapshot.clearedAt),
    endedAt: over ? new Date(snapshot.lastEventAt) : null,
    lastEventAt: new Date(snapshot.lastEventAt),
    searchText,
    grams: bigrams(searchText),
    snapshot: snapshot satisfies object as Prisma.InputJsonObject,
  } satisfies Prisma.WhistleUncheckedUpdateInput;
}

function dateOf(at: Instant | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at);
}

/** The snapshot in a row: written by `whistleColumns` alone, so its shape is known. */
export function whistleOf(row: { snapshot: Prisma.JsonValue }): WhistleSnapshot {
  return row.snapshot as unknown as WhistleSnapshot;
}

/** Locks the row until the transaction ends and reads it; null when there is none. */
export async function lockWhistle(tx: Tx, id: WhistleId): Promise<StoredWhistle | null> {
  await tx.$queryRaw`select "id" from "whistle" where "id" = ${id}::uuid for update`;
  return findWhistle(tx, id);
}

export async function findWhistle(db: Db | Tx, id: WhistleId): Promise<StoredWhistle | null> {
  const row = await db.whistle.findUnique({ where: { id }, select: { snapshot: true, districtId: true } });
  return row && { snapshot: whistleOf(row), districtId: row.districtId };
}

/** Several at once, in no order; unknown ones are left out. */
export async function findWhistles(db: Db | Tx, ids: readonly string[]): Promise<WhistleSnapshot[]> {
  return (await db.whistle.findMany({ where: { id: { in: [...ids] } }, select: { snapshot: true } })).map(whistleOf);
}

export async function insertWhistle(tx: Tx, snapshot: WhistleSnapshot, extras: WhistleExtras): Promise<void> {
  await tx.whistle.create({ data: { id: snapshot.id, ...whistleColumns(snapshot, extras) } });
  await writeTodos(tx, snapshot, extras);
}

export async function updateWhistle(tx: Tx, snapshot: WhistleSnapshot, extras: WhistleExtras): Promise<void> {
  await tx.whistle.update({ where: { id: snapshot.id }, data: whistleColumns(snapshot, extras), select: { id: true } });
  await tx.whistleTodo.deleteMany({ where: { whistleId: snapshot.id } });
  await writeTodos(tx, snapshot, extras);
}

async function writeTodos(tx: Tx, snapshot: WhistleSnapshot, { settings }: WhistleExtras): Promise<void> {
  const rows = todoDues(snapshot, settings).map(({ mark, due }) => ({ whistleId: snapshot.id, mark, dueAt: dateOf(due) }));
  await tx.whistleTodo.createMany({ data: rows });
}

/** The next number of the district's month; the counter's row stays locked until the transaction ends, so that no number is left out. */
export async function drawWhistleSequence(tx: Tx, { districtId, month }: { districtId: string; month: string }): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into "whistle_counter" ("district_id", "month", "last") values (${districtId}::uuid, ${month}, 1)
    on conflict ("district_id", "month") do update set "last" = "whistle_counter"."last" + 1
    returning "last"`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error('the whistle counter gave no number');
  return last;
}
