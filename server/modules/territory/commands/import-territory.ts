import type { Readable } from 'node:stream';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Finding } from '#shared/territory/checks.ts';
import { importFeature } from '#shared/territory/import-geojson.ts';
import type { ImportMapping } from '#shared/territory/territory-schema.ts';
import { type ImportedUnit, importUnit, type TerritoryImportRefusal } from '../import-unit.ts';
import { FileFault, readFeatures } from '../read-features.ts';
import { recordChange } from '../record-change.ts';
import { readChecked, runChecks } from '../run-checks.ts';
import { auditRefusals, territoryRefusal } from '../territory-refusal.ts';
import { findUnit } from '../territory-store.ts';

export type TerritoryImportInput = {
  /** a GeoJSON FeatureCollection, plain or gzipped */
  file: Readable;
  mapping: ImportMapping;
  mode: 'preview' | 'apply';
  /** from when new units and boundaries hold; default now. History that is imported later needs an earlier moment. */
  validFrom?: Instant;
};

export type TerritoryImport = {
  applied: boolean;
  read: number;
  created: number;
  renamed: number;
  redrawn: number;
  unchanged: number;
  /** rings closed and repeated positions dropped on the way */
  repaired: number;
  /** the first thousand of `refusedCount` */
  refused: TerritoryImportRefusal[];
  refusedCount: number;
  /** what the checks say of the places the import touched, as they are after it */
  findings: Finding[];
};

/** A city of some thousand boundaries takes seconds; nobody else waits for them but other changes of the same units. */
const TIMEOUT_MS = 10 * 60_000;
const REFUSED_SHOWN = 1_000;
const FINDINGS_SHOWN = 500;

/** Ends a preview: everything was really done, so the report is exact, and then nothing of it happened. */
class PreviewEnds extends Error {}

/**
 * Takes boundaries from a file, feature by feature, all in one transaction; refused features are told with index and reason and do
 * not stop the others. The same file twice changes nothing. For administrators, within their unit. Refuses `badFile`.
 */
export async function importTerritory(ctx: Ctx, input: TerritoryImportInput): Promise<TerritoryImport> {
  const report: TerritoryImport = emptyReport(input.mode === 'apply');
  const work = async (): Promise<TerritoryImport> => {
    try {
      await ctx.db.$transaction((tx) => takeFile({ ctx, tx, input, report }), { timeout: TIMEOUT_MS, maxWait: 10_000 });
    } catch (error) {
      if (error instanceof FileFault) throw territoryRefusal('badFile', { detail: error.message.slice(0, 200) });
      if (!(error instanceof PreviewEnds)) throw error;
    }
    return report;
  };
  return auditRefusals(ctx, { action: 'import', unitId: null, work });
}

type Taking = { ctx: Ctx; tx: Tx; input: TerritoryImportInput; report: TerritoryImport };

async function takeFile({ ctx, tx, input, report }: Taking): Promise<void> {
  const validFrom = input.validFrom ?? ctx.now();
  const touched = new Set<string>();
  const codes = new Map<string, number>();
  for await (const raw of readFeatures(input.file)) {
    const index = report.read;
    report.read += 1;
    const feature = importFeature(index, raw, input.mapping);
    if (!feature.ok) {
      refuse(report, feature.refusal);
      continue;
    }
    const outcome = await importUnit(ctx, tx, { row: feature.row, mapping: input.mapping, validFrom, codes });
    if ('refusal' in outcome) refuse(report, outcome.refusal);
    else count(report, { outcome, touched });
  }
  report.findings = await findingsOf({ tx, touched, at: Math.max(validFrom, ctx.now()) });
  if (input.mode === 'preview') throw new PreviewEnds();
  await record({ ctx, tx, touched, report });
}

function refuse(report: TerritoryImport, refusal: TerritoryImportRefusal): void {
  report.refusedCount += 1;
  if (report.refused.length < REFUSED_SHOWN) report.refused.push(refusal);
}

function count(report: TerritoryImport, { outcome, touched }: { outcome: ImportedUnit; touched: Set<string> }): void {
  const { created, renamed, redrawn } = outcome;
  report.created += created ? 1 : 0;
  report.renamed += renamed ? 1 : 0;
  report.redrawn += redrawn ? 1 : 0;
  report.unchanged += created || renamed || redrawn ? 0 : 1;
  report.repaired += outcome.repairs;
  if (created || renamed || redrawn) touched.add(outcome.parentId ?? outcome.unitId);
}

async function findingsOf({ tx, touched, at }: { tx: Tx; touched: ReadonlySet<string>; at: Instant }): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const unitId of touched) {
    const unit = await findUnit(tx, unitId);
    if (unit && findings.length < FINDINGS_SHOWN) findings.push(...(await runChecks(await readChecked(tx, { unit, at }))));
  }
  return findings.slice(0, FINDINGS_SHOWN);
}

async function record({
  ctx,
  tx,
  touched,
  report,
}: Pick<Taking, 'ctx' | 'tx' | 'report'> & { touched: ReadonlySet<string> }): Promise<void> {
  const { read, created, renamed, redrawn, unchanged } = report;
  const detail = { read, created, renamed, redrawn, unchanged, refused: report.refusedCount };
  for (const unitId of touched) {
    const unit = await findUnit(tx, unitId);
    if (unit) await recordChange(ctx, tx, { action: 'import', topic: 'territory', unit, detail });
  }
}

function emptyReport(applied: boolean): TerritoryImport {
  return { applied, read: 0, created: 0, renamed: 0, redrawn: 0, unchanged: 0, repaired: 0, refused: [], refusedCount: 0, findings: [] };
}
