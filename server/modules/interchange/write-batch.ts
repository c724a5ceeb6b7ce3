import { caseAggregate, caseColumns, limitsOfCases, lockCase, updateCase } from '#server/modules/cases/index.ts';
import { syncLimits } from '#server/modules/clocks/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { appendSilently, chainEvents, GENESIS_HASH, type NewEvent, type StoredEvent } from '#server/platform/events.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { caseNumber, caseNumberMonth } from '#shared/cases/case-number.ts';
import { CASE_EVENT_VERSION } from '#shared/cases/cases-events.ts';
import { limitsFor } from '#shared/cases/limits.ts';
import { forwardEvents } from '#shared/interchange/forward-events.ts';
import type { ImportSummary } from '#shared/interchange/import-summary.ts';
import { importedEvents, type RecordHome, type TimedEvent } from '#shared/interchange/imported-events.ts';
import type { CaseMapping } from '#shared/interchange/mapping-schema.ts';
import type { ImportedRecord } from '#shared/interchange/read-record.ts';
import type { PlaceRecord } from '#shared/interchange/record-placer.ts';
import type { RecordFlag, RecordRefusal } from '#shared/interchange/record-problems.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { foldStored } from './fold-stored.ts';
import { drawSequences, insertCases, type KnownRecord, knownRecords, lockSource, type NewCase, updateRecord } from './import-store.ts';
import { addReferences, categoryCodeOf, departmentOf, type References } from './reference-store.ts';

export type ImportRun = {
  id: string;
  districtId: string;
  mapping: CaseMapping;
  summary: ImportSummary;
  place: PlaceRecord;
  references: References;
  /** communities (and the district) whose cases changed, with their paths */
  touched: Map<string, string>;
};
export type BatchRow = { line: number; record: ImportedRecord; rowHash: string };
export type RefusedRow = { line: number; refusal: RecordRefusal };
type Outcome = { created: NewCase[]; unchanged: number; changed: number; refused: RefusedRow[] };

/** Writes one batch in one transaction and counts it when that is done; answers the rows that the state of their cases refuses. */
export async function writeBatch(ctx: Ctx, run: ImportRun, rows: readonly BatchRow[]): Promise<RefusedRow[]> {
  if (rows.length === 0) return [];
  const records = rows.map(({ record }) => record);
  await addReferences(ctx.db, run.references, { districtId: run.districtId, mapping: run.mapping, now: ctx.now(), records });
  const outcome = await inTransaction(ctx, (tx) => writeRows(tx, run, { rows, at: ctx.now() }));
  const { summary, touched } = run;
  summary.created += outcome.created.length;
  summary.unchanged += outcome.unchanged;
  summary.changed += outcome.changed;
  for (const { row, record } of outcome.created) {
    if (record.flags.length > 0) summary.flagged += 1;
    for (const flag of record.flags) summary.flags[flag] += 1;
    if (row.communityId) touched.set(row.communityId, row.unitPath);
  }
  return outcome.refused;
}

async function writeRows(tx: Tx, run: ImportRun, { rows, at }: { rows: readonly BatchRow[]; at: Instant }): Promise<Outcome> {
  const { source } = run.mapping;
  await lockSource(tx, source);
  const known = await knownRecords(tx, { source, externalIds: rows.map(({ record }) => record.externalId) });
  const fresh = rows.filter(({ record }) => !known.has(record.externalId));
  const outcome: Outcome = { created: [], unchanged: 0, changed: 0, refused: [] };
  const number = await numbersFor(tx, run, fresh);
  for (const row of fresh) outcome.created.push(newCase(run, { ...row, caseNo: number(row.record) }));
  await insertCases(tx, { cases: outcome.created, source, runId: run.id });
  const { districtId } = run;
  const snapshots = outcome.created.map(({ snapshot }) => snapshot);
  await syncLimits(tx, limitsOfCases(snapshots, { districtId, at }));
  for (const row of rows) {
    const before = known.get(row.record.externalId);
    if (before === undefined) continue;
    if (before.rowHash === row.rowHash) {
      outcome.unchanged += 1;
      continue;
    }
    const refusal = await moveForward(tx, run, { ...row, before, at });
    if (refusal === null) outcome.changed += 1;
    else outcome.refused.push({ line: row.line, refusal });
  }
  return outcome;
}

/** Numbers of the months in which the records were created, drawn for the whole batch at once; a case only reported has none yet. */
async function numbersFor(tx: Tx, run: ImportRun, rows: readonly BatchRow[]): Promise<(record: ImportedRecord) => string> {
  const { timeZone } = run.mapping;
  const months = new Map<string, string>();
  const monthOf = (at: Instant) => {
    const local = monthAt(timeZone, at);
    const month = months.get(local) ?? caseNumberMonth(at, timeZone);
    months.set(local, month);
    return month;
  };
  const counts = new Map<string, number>();
  for (const { record } of rows) {
    if (record.state === 'reported') continue;
    const month = monthOf(record.createdAt);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const last = await drawSequences(tx, { districtId: run.districtId, counts });
  return ({ createdAt, state }) => {
    if (state === 'reported') return '';
    const month = monthOf(createdAt);
    const sequence = (last.get(month) ?? 0) + 1;
    last.set(month, sequence);
    return caseNumber({ at: createdAt, timeZone, sequence });
  };
}

type Facts = Omit<RecordHome, 'caseNo'> & { flags: RecordFlag[] };

function factsOf(run: ImportRun, record: ImportedRecord, caseId: CaseId): Facts {
  const { mapping, references } = run;
  const categoryCode = categoryCodeOf(record.type);
  const category = references.categories.get(categoryCode);
  if (category === undefined) throw new Error(`the type ${record.type} has no category`);
  const { placed, flags } = run.place(record);
  return {
    caseId,
    categoryScheme: mapping.category.scheme,
    categoryCode,
    title: category.name.zh,
    urgency: mapping.urgency,
    limits: limitsFor(category, mapping.urgency),
    placed,
    departmentId: departmentOf(references, mapping, record.agency),
    flags: [...record.flags, ...flags],
  };
}

function newCase(run: ImportRun, { record, rowHash, caseNo }: BatchRow & { caseNo: string }): NewCase {
  const caseId = newId<CaseId>(record.createdAt);
  const { flags, ...facts } = factsOf(run, record, caseId);
  const events = chainEvents(
    caseAggregate(caseId),
    { seq: 0, hash: GENESIS_HASH },
    authored(run, importedEvents(record, { ...facts, caseNo })),
  );
  const snapshot = foldStored(null, events);
  const columns = caseColumns(snapshot, { districtId: run.districtId, description: record.text });
  const { source } = run.mapping;
  return {
    row: { id: caseId, firstCommunityId: columns.communityId, ...columns, externalSource: source, externalId: record.externalId },
    events,
    snapshot,
    record: { externalId: record.externalId, caseId, rowHash, caseVersion: snapshot.version, flags },
  };
}

/** The publisher is the author of what it published. */
function authored({ references }: ImportRun, events: readonly TimedEvent[]): NewEvent[] {
  return events.map(({ at, event: { type, payload } }) => ({ type, payload, v: CASE_EVENT_VERSION, at, actorId: references.publisherId }));
}

/** Adds to the case what a changed row proves beyond what was imported; answers the refusal otherwise. */
async function moveForward(
  tx: Tx,
  run: ImportRun,
  { record, rowHash, before, at }: BatchRow & { before: KnownRecord; at: Instant },
): Promise<RecordRefusal | null> {
  const stored = await lockCase(tx, before.caseId);
  if (stored === null) throw new Error(`the case of the imported record ${record.externalId} is gone`);
  const { flags, ...facts } = factsOf(run, record, before.caseId);
  const decide = (caseNo: string) =>
    forwardEvents({ record, snapshot: stored.snapshot, importedVersion: before.caseVersion, home: { ...facts, caseNo } });
  let forward = decide(stored.snapshot.caseNo ?? '');
  // a number is drawn for a row that is taken only, so that none is left out
  if (forward.ok && stored.snapshot.caseNo === null) forward = decide((await numbersFor(tx, run, [{ line: 0, record, rowHash }]))(record));
  if (!forward.ok) return forward.refusal;
  const events: StoredEvent[] = await appendSilently(tx, caseAggregate(before.caseId), authored(run, forward.events));
  const snapshot = foldStored(stored.snapshot, events);
  await updateCase(tx, { ...stored, snapshot });
  await syncLimits(tx, limitsOfCases([snapshot], { districtId: stored.districtId, at }));
  const updated = { externalId: record.externalId, caseId: before.caseId, rowHash, caseVersion: snapshot.version, flags };
  await updateRecord(tx, { source: run.mapping.source, record: updated, runId: run.id });
  return null;
}
