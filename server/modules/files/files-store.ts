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
  if (!row) return null;
  return { scopePath: row.unitPath, unitId: row.unitId as UnitId | null, departmentIds: row.departmentIds as DepartmentId[] };
}

/** Whether the photo stands beside another as before and after in a whistle over one of this person's own cases. */
export async function isShownToApplicant(
  db: Db | Tx,
  { fileId, whistleId, userId }: { fileId: string; whistleId: string; userId: string },
) {
  const rows = await db.$queryRaw<{ shown: boolean }[]>`
    select true as "shown" from "whistle" w
    join "case_whistle" l on l."whistle_id" = w."id"
    join "case" c on c."id" = l."case_id" and c."applicant_id" = ${userId}::uuid
    where w."id" = ${whistleId}::uuid
      and exists (select 1 from jsonb_array_elements(w."snapshot" -> 'pairs') p where ${fileId} in (p ->> 'beforeId', p ->> 'afterId'))
    limit 1`;
  return rows.length > 0;
}
