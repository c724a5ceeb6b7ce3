import { basename } from 'node:path';
import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { announce } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import { emptySummary, type ImportSummary } from '#shared/interchange/import-summary.ts';
import { type CaseMapping, columnsOf } from '#shared/interchange/mapping-schema.ts';
import { readRecord } from '#shared/interchange/read-record.ts';
import type { RecordRefusal } from '#shared/interchange/record-problems.ts';
import { readDistrict } from '../queries/read-district.ts';
import { readPlacer } from '../queries/read-placer.ts';
import { type Cells, type ReadProgress, readRows } from '../read-rows.ts';
import { openReferences } from '../reference-store.ts';
import { refusedFile } from '../refused-file.ts';
import { rowHashOf } from '../row-hash.ts';
import { type BatchRow, type ImportRun, writeBatch } from '../write-batch.ts';

const BATCH = 500;

export type ImportCasesInput = {
  file: string;
  mapping: CaseMapping;
  /** code of the district; null = the only one */
  districtCode: string | null;
  /** where refused rows go: line, field, reason, value */
  refusedPath: string;
  onProgress?: (progress: ReadProgress) => void;
  /** ends the import after the batch that is being written */
  signal?: AbortSignal;
};

/**
 * Imports case records from a CSV file, 500 rows a transaction, each record once by (source, id). Refuses with `notYourRole`,
 * `districtUnknown`, `districtAmbiguous`; a file without the mapped columns throws FileShapeError. A refused row stops nothing.
 */
export async function importCases(ctx: Ctx, input: ImportCasesInput): Promise<ImportSummary> {
  if (!hasRole(ctx.actor, 'system', 'administrator')) {
    throw new RefusalError({ module: 'interchange', refusal: { code: 'notYourRole' }, kind: 'forbidden' });
  }
  const { mapping } = input;
  const run = await openRun(ctx, input);
  const { summary } = run;
  const refused = await refusedFile(input.refusedPath);
  const columns = columnsOf(mapping);
  const refuse = async (line: number, refusal: RecordRefusal) => {
    summary.refused += 1;
    summary.refusals[refusal.code] += 1;
    await refused.add(line, refusal);
  };
  const write = async (batch: readonly BatchRow[]) => {
    for (const { line, refusal } of await writeBatch(ctx, run, batch)) await refuse(line, refusal);
  };

  let batch: BatchRow[] = [];
  let ids = new Set<string>();
  try {
    for await (const row of readRows(input.file, { columns, ...(input.onProgress ? { onProgress: input.onProgress } : {}) })) {
      if (input.signal?.aborted) break;
      summary.read += 1;
      const read = 'refusal' in row ? { ok: false as const, refusal: row.refusal } : readRecord(row.cells, mapping);
      if (!read.ok) {
        await refuse(row.line, read.refusal);
        continue;
      }
      // a second row of the same record is held against what the first one wrote
      if (batch.length === BATCH || ids.has(read.record.externalId)) {
        await write(batch);
        [batch, ids] = [[], new Set()];
      }
      ids.add(read.record.externalId);
      batch.push({ line: row.line, record: read.record, rowHash: rowHashOf(cellsOf(row), columns) });
    }
    await write(batch);
  } finally {
    await refused.close();
  }
  summary.stopped = input.signal?.aborted ?? false;
  await closeRun(ctx, run);
  return summary;
}

function cellsOf(row: { cells: Cells } | object): Cells {
  return 'cells' in row ? row.cells : {};
}

async function openRun(ctx: Ctx, { mapping, districtCode, file }: ImportCasesInput): Promise<ImportRun> {
  const district = await readDistrict(ctx.db, districtCode);
  const now = ctx.now();
  const run: ImportRun = {
    id: newId(now),
    districtId: district.id,
    mapping,
    summary: emptySummary(mapping.source),
    place: await readPlacer(ctx.db, { districtPath: district.path, at: now }),
    references: await openReferences(ctx.db, { districtId: district.id, mapping, now }),
    touched: new Map([[district.id, district.path]]),
  };
  await ctx.db.importRun.create({
    data: {
      id: run.id,
      source: mapping.source,
      fileName: basename(file),
      districtId: district.id,
      startedAt: new Date(now),
      startedBy: ctx.actor.userId,
    },
  });
  return run;
}

/** The summary stays beside the run, the trail names who imported, and pages of the touched communities hear of it once. */
async function closeRun(ctx: Ctx, { id, summary, references, touched }: ImportRun): Promise<void> {
  summary.categoriesAdded = references.added.categories;
  summary.departmentsAdded = references.added.departments;
  const at = ctx.now();
  await inTransaction(ctx, async (tx) => {
    await tx.importRun.update({ where: { id }, data: { finishedAt: new Date(at), summary } });
    const detail = { source: summary.source, read: summary.read, created: summary.created, changed: summary.changed };
    await writeAudit(tx, {
      at,
      actorId: ctx.actor.userId,
      action: 'interchange.importCases',
      outcome: 'done',
      aggregateType: 'importRun',
      aggregateId: id,
      detail,
    });
    if (summary.created + summary.changed === 0) return;
    for (const [unitId, unitPath] of touched) {
      await announce(tx, {
        topic: 'case',
        id,
        version: 0,
        unitPath,
        communityId: unitId,
        departmentIds: [],
        applicantId: null,
        reporterId: null,
      });
    }
  });
}
