import * as z from 'zod/mini';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import { caseSnapshot } from '#shared/cases/cases-schema.ts';
import type { PhotoPurpose } from '#shared/files/files-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';

export type StoredFileRow = Prisma.StoredFileGetPayload<object>;

export function findFile(db: Db | Tx, id: string): Promise<StoredFileRow | null> {
  return db.storedFile.findUnique({ where: { id } });
}

export function findFiles(db: Db | Tx, ids: readonly string[]): Promise<StoredFileRow[]> {
  return db.storedFile.findMany({ where: { id: { in: [...ids] } } });
}

export function countWaiting(db: Db | Tx, ownerId: string): Promise<number> {
  return db.storedFile.count({ where: { ownerId, caseId: null } });
}

/** Two commands that want the same photo come one after the other; in order of id, so that they cannot block each other. */
export async function lockFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...ids].sort();
  await tx.$queryRaw`select "id" from "stored_file" where "id" = any(${wanted}::uuid[]) order by "id" for update`;
}

export async function giveToCase(
  tx: Tx,
  { ids, caseId, purpose }: { ids: readonly FileId[]; caseId: string; purpose: PhotoPurpose },
): Promise<void> {
  await tx.storedFile.updateMany({ where: { id: { in: [...ids] } }, data: { caseId, purpose } });
}

/** Files that were sent before `before` and never used. */
export function findForgotten(db: Db, { before, take }: { before: Date; take: number }): Promise<StoredFileRow[]> {
  return db.storedFile.findMany({ where: { caseId: null, uploadedAt: { lt: before } }, orderBy: { uploadedAt: 'asc' }, take });
}

/** Takes a forgotten file's row away; false when a command used the photo in the meantime. */
export async function dropForgotten(db: Db, id: string): Promise<boolean> {
  return (await db.storedFile.deleteMany({ where: { id, caseId: null } })).count === 1;
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
