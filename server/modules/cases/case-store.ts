import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { Due } from '#shared/calendar/calendar-schema.ts';
import { clockOf } from '#shared/cases/case-clock.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { unitsOf } from '#shared/cases/own-unit-guard.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { bigrams, searchForm } from './bigrams.ts';
import { tileOf } from './map-tiles.ts';

/** What a case has beside its snapshot: the district it is counted in and the words it was told in. */
export type CaseExtras = { districtId: string; description: string };
export type StoredCase = CaseExtras & { snapshot: CaseSnapshot };

/** The only mapping from a snapshot to the columns that lists, counts, tiles and scores filter and sort by. */
export function caseColumns(snapshot: CaseSnapshot, { districtId, description }: CaseExtras) {
  const { point, supportUnits } = snapshot;
  const supervision = openSupervision(snapshot);
  const searchText = searchForm([snapshot.caseNo ?? '', snapshot.title, snapshot.address, description].join(' '));
  return {
    version: snapshot.version,
    districtId,
    state: snapshot.state,
    caseNo: snapshot.caseNo,
    kind: snapshot.kind,
    source: snapshot.source,
    categoryScheme: snapshot.categoryScheme,
    categoryCode: snapshot.categoryCode,
    urgency: snapshot.urgency,
    title: snapshot.title,
    description,
    address: snapshot.address,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    tile13: point && tileOf({ ...point, zoom: 13 }),
    tile17: point && tileOf({ ...point, zoom: 17 }),
    unitId: snapshot.unitId,
    unitPath: snapshot.scopePath,
    gridId: snapshot.gridId,
    communityId: snapshot.communityId,
    reporterId: snapshot.reporterId,
    applicantId: snapshot.applicantId,
    leadUnitId: snapshot.leadUnitId,
    departmentIds: unitsOf(snapshot),
    waitingSupportIds: supportUnits.filter((unit) => unit.result === null).map((unit) => unit.departmentId),
    objectedUnitIds: snapshot.objectedUnitIds,
    handlerIds: snapshot.handlerIds,
    firstDispatcherId: snapshot.firstDispatcherId,
    barredReviewerIds: snapshot.barredReviewerIds,
    extensionAskedBy: snapshot.extensionAsked?.byId ?? null,
    holdAskedBy: snapshot.holdAsked?.byId ?? null,
    voidAskedBy: snapshot.voidAsked?.byId ?? null,
    reportedAt: new Date(snapshot.reportedAt),
    registeredAt: dateOf(snapshot.registeredAt),
    closedAt: dateOf(snapshot.closedAt),
    finishDueAt: dateOf(snapshot.finishDue?.at),
    contactDueAt: dateOf(snapshot.contactDue?.at),
    ...clockColumns(snapshot),
    nextReviewAt: dateOf(snapshot.nextReviewAt),
    supervisedUntil: dateOf(supervision?.until),
    supervisionState: supervision?.state ?? null,
    supervisedById: supervision?.byId ?? null,
    provisional: duesOf(snapshot).some((due) => due?.provisional === true),
    lastEventAt: new Date(snapshot.lastEventAt),
    duplicateOfId: snapshot.duplicateOfId,
    searchText,
    grams: bigrams(searchText),
    snapshot: snapshot satisfies object as Prisma.InputJsonObject,
  } satisfies Prisma.CaseUncheckedUpdateInput;
}

/** The running limit and when it turns yellow; both stand in the row, so that "overdue" and "due soon" are plain comparisons with now. */
function clockColumns(snapshot: CaseSnapshot) {
  const { limit, due, soonAt } = clockOf(snapshot, snapshot.lastEventAt);
  if (limit === null || due === null || soonAt === null) return { clockLimit: null, clockDueAt: null, clockSoonAt: null };
  return { clockLimit: limit, clockDueAt: new Date(due.at), clockSoonAt: new Date(soonAt) };
}

function duesOf(snapshot: CaseSnapshot): (Due | null)[] {
  const { acceptDue, signDue, contactDue, objectionDue, finishDue, inspectionDue, callbackDue } = snapshot;
  return [acceptDue, signDue, contactDue, objectionDue, finishDue, inspectionDue, callbackDue];
}

function dateOf(at: Instant | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at);
}

/** The snapshot in a row: written by `caseColumns` alone, so its shape is known. */
export function snapshotOf(row: { snapshot: Prisma.JsonValue }): CaseSnapshot {
  return row.snapshot as unknown as CaseSnapshot;
}

/** Locks the row until the transaction ends and reads it; null when there is none. */
export async function lockCase(tx: Tx, id: CaseId): Promise<StoredCase | null> {
  const [row] = await tx.$queryRaw<{ snapshot: Prisma.JsonValue; districtId: string; description: string }[]>`
    select "snapshot", "district_id" as "districtId", "description" from "case" where "id" = ${id}::uuid for update`;
  return row ? { ...row, snapshot: snapshotOf(row) } : null;
}

export async function findCase(db: Db | Tx, id: CaseId): Promise<StoredCase | null> {
  const row = await db.case.findUnique({ where: { id }, select: { snapshot: true, districtId: true, description: true } });
  return row && { snapshot: snapshotOf(row), districtId: row.districtId, description: row.description };
}

/** Several at once, in no order; unknown ones are left out. */
export async function findCases(db: Db | Tx, ids: readonly string[]): Promise<CaseSnapshot[]> {
  return (await db.case.findMany({ where: { id: { in: [...ids] } }, select: { snapshot: true } })).map(snapshotOf);
}

export async function insertCase(tx: Tx, { snapshot, ...extras }: StoredCase): Promise<void> {
  await tx.case.create({ data: { id: snapshot.id, firstCommunityId: snapshot.communityId, ...caseColumns(snapshot, extras) } });
}

export async function updateCase(tx: Tx, { snapshot, ...extras }: StoredCase): Promise<void> {
  await tx.case.update({ where: { id: snapshot.id }, data: caseColumns(snapshot, extras), select: { id: true } });
}

/** The next number of the district's month; the counter's row stays locked until the transaction ends, so that no number is left out. */
export async function drawSequence(tx: Tx, { districtId, month }: { districtId: string; month: string }): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into "case_counter" ("district_id", "month", "last") values (${districtId}::uuid, ${month}, 1)
    on conflict ("district_id", "month") do update set "last" = "case_counter"."last" + 1
    returning "last"`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error('the case counter gave no number');
  return last;
}
