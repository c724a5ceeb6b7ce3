import { Prisma, type Tx } from '#server/platform/db.ts';
import { type StoredEvent, toRow } from '#server/platform/events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { RecordFlag } from '#shared/interchange/record-problems.ts';
import type { CaseId } from '#shared/kernel/ids.ts';

export type KnownRecord = { externalId: string; caseId: CaseId; rowHash: string; caseVersion: number };
export type NewRecord = KnownRecord & { flags: readonly RecordFlag[] };

/** Imports of one source wait for each other, batch by batch, until the transaction ends. */
export async function lockSource(tx: Tx, source: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import ${source}`}, 0))`;
}

/** What is known of these records. */
export async function knownRecords(tx: Tx, { source, externalIds }: { source: string; externalIds: readonly string[] }) {
  const rows = await tx.importRecord.findMany({
    where: { source, externalId: { in: [...externalIds] } },
    select: { externalId: true, caseId: true, rowHash: true, caseVersion: true },
  });
  return new Map(rows.map((row): [string, KnownRecord] => [row.externalId, { ...row, caseId: row.caseId as CaseId }]));
}

/** Draws `count` numbers of each month at once; answers the last number before them. Months in order, so that two imports cannot block each other. */
export async function drawSequences(
  tx: Tx,
  { districtId, counts }: { districtId: string; counts: ReadonlyMap<string, number> },
): Promise<Map<string, number>> {
  const months = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const before = new Map<string, number>();
  for (const [month, count] of months) {
    const { last } = await tx.caseCounter.upsert({
      where: { districtId_month: { districtId, month } },
      create: { districtId, month, last: count },
      update: { last: { increment: count } },
    });
    before.set(month, last - count);
  }
  return before;
}

export type NewCase = { row: Prisma.CaseCreateManyInput; events: readonly StoredEvent[]; snapshot: CaseSnapshot; record: NewRecord };

/** Writes new cases with their histories. */
export async function insertCases(
  tx: Tx,
  { cases, source, runId }: { cases: readonly NewCase[]; source: string; runId: string },
): Promise<void> {
  await insertRows(
    tx,
    'case',
    cases.map(({ row }) => row),
  );
  await insertRows(
    tx,
    'domain_event',
    cases.flatMap(({ events }) => events.map(toRow)),
  );
  await insertRows(
    tx,
    'import_record',
    cases.map(({ record }) => ({ ...record, source, runId })),
  );
}

/** A whole batch as one JSON parameter: twenty thousand single ones would cost ten times the time and memory. Columns are the keys of the first row. */
async function insertRows(tx: Tx, table: 'case' | 'domain_event' | 'import_record', rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((key) => `"${columnName(key)}"`)
      .join(', '),
  );
  const target = Prisma.raw(`"${table}"`);
  const named = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), value])));
  await tx.$executeRaw`insert into ${target} (${columns}) select ${columns} from json_populate_recordset(null::${target}, ${JSON.stringify(named)}::json)`;
}

function columnName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Remembers the row that moved a case forward. */
export async function updateRecord(tx: Tx, { source, record, runId }: { source: string; record: NewRecord; runId: string }): Promise<void> {
  const { externalId, rowHash, caseVersion, flags } = record;
  await tx.importRecord.update({
    where: { source_externalId: { source, externalId } },
    data: { rowHash, caseVersion, flags: [...flags], runId },
  });
}
