import * as z from 'zod/mini';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import { caseSnapshot } from '#shared/cases/cases-schema.ts';
import type { WhistleScopeFacts } from '#shared/dispatch/whistle-policy.ts';
import type { PhotoPurpose } from '#shared/files/files-schema.ts';
import type { DepartmentId, FileId, UnitId } from '#shared/kernel/ids.ts';

export type StoredFileRow = Prisma.StoredFileGetPayload<object>;

/** Sent and not used by any command yet. */
const unused = { caseId: null, whistleId: null } as const;

export function isUnused({ caseId, whistleId }: Pick<StoredFileRow, 'caseId' | 'whistleId'>): boolean {
  return caseId === null && whistleId === null;
}

export function findFile(db: Db | Tx, id: string): Promise<StoredFileRow | null> {
  return db.storedFile.findUnique({ where: { id } });
}

export function findFiles(db: Db | Tx, ids: readonly string[]): Promise<StoredFileRow[]> {
  return db.storedFile.findMany({ where: { id: { in: [...ids] } } });
}

export function countWaiting(db: Db | Tx, ownerId: string): Promise<number> {
  return db.storedFile.count({ where: { ownerId, ...unused } });
}

/** How many of these pictures serve already under another id: the same bytes, sent again. */
export function countSamePictures(tx: Tx, rows: readonly Pick<StoredFileRow, 'sha256'>[]): Promise<number> {
  const used = { OR: [{ caseId: { not: null } }, { whistleId: { not: null } }] };
  return tx.storedFile.count({ where: { sha256: { in: rows.map((row) => row.sha256) }, ...used } });
}

/** Two commands that want the same photo come one after the other; in order of id, so that they cannot block each other. */
export async function lockFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...ids].sort();
  await tx.$queryRaw`select "id" from "stored_file" where "id" = any(${wanted}::uuid[]) order by "id" for update`;
}

/** What a photo belongs to from its use on. */
export type PhotoOwner = { kind: 'case' | 'whistle'; id: string };

export async function giveTo(
  tx: Tx,
  { ids, owner, purpose }: { ids: readonly FileId[]; owner: PhotoOwner; purpose: PhotoPurpose },
): Promise<void> {
  const data = owner.kind === 'case' ? { caseId: owner.id, purpose } : { whistleId: owner.id, purpose };
  await tx.storedFile.updateMany({ where: { id: { in: [...ids] } }, data });
}

/** Files that were sent before `before` and never used. */
export function findForgotten(db: Db, { before, take }: { before: Date; take: number }): Promise<StoredFileRow[]> {
  return db.storedFile.findMany({ where: { ...unused, uploadedAt: { lt: before } }, orderBy: { uploadedAt: 'asc' }, take });
}

/** Takes a forgotten file's row away; false when a command used the photo in the meantime. */
export async function dropForgotten(db: Db, id: string): Promise<boolean> {
  return (await db.storedFile.deleteMany({ where: { id, ...unused } })).count === 1;
}

const scopeColumns = z.pick(caseSnapshot, {
  scopePath: true,
  unitId: true,
  leadUnitId: true,
  supportUnits: true,
  reporterId: true,
  applicantId: true,
});

/** What decides who may see a case's photos. */
export async function readScopeFacts(db: Db | Tx, caseId: string): Promise<ScopeFacts | null> {
  const row = await db.case.findUnique({ where: { id: caseId }, select: { snapshot: true } });
  if (!row) return null;
  const { supportUnits, ...facts } = scopeColumns.parse(row.snapshot);
  return { ...facts, supportUnitIds: supportUnits.map((unit) => unit.departmentId) };
}

/** What decides who may see a whistle's photos. */
export async function readWhistleScopeFacts(db: Db | Tx, id: string): Promise<WhistleScopeFacts | null> {
  const row = await db.whistle.findUnique({ where: { id }, select: { unitPath: true, unitId: true, departmentIds: true } });
  return row && toScopeFacts(row);
}

const toScopeFacts = (row: { unitPath: string; unitId: string | null; departmentIds: string[] }): WhistleScopeFacts => ({
  scopePath: row.unitPath,
  unitId: row.unitId as UnitId | null,
  departmentIds: row.departmentIds as DepartmentId[],
});

/** What decides who may see the photos of a case through the whistles blown over it. */
export async function readScopesOfWhistlesOver(db: Db | Tx, caseId: string): Promise<WhistleScopeFacts[]> {
  const over = await db.caseWhistle.findMany({ where: { caseId }, select: { whistleId: true } });
  const rows = await db.whistle.findMany({
    where: { id: { in: over.map(({ whistleId }) => whistleId) } },
    select: { unitPath: true, unitId: true, departmentIds: true },
  });
  return rows.map(toScopeFacts);
}

/** Whether the photo stands beside another as before and after in an accepted whistle over one of this person's own cases. */
export async function isShownToApplicant(db: Db | Tx, { fileId, userId }: { fileId: string; userId: string }): Promise<boolean> {
  const rows = await db.$queryRaw<{ shown: boolean }[]>`
    select true as "shown" from "case" c
    join "case_whistle" l on l."case_id" = c."id"
    join "whistle" w on w."id" = l."whistle_id" and w."snapshot" ->> 'acceptedAt' is not null
    where c."applicant_id" = ${userId}::uuid
      and exists (select 1 from jsonb_array_elements(w."snapshot" -> 'pairs') p where ${fileId} in (p ->> 'beforeId', p ->> 'afterId'))
    limit 1`;
  return rows.length > 0;
}
