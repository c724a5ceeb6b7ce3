import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { failedAcceptances, measuresOf, noneFailed } from '#shared/scoring/whistle-measures.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { readWhistleHistory } from './whistle-history.ts';

export type MeasureRow = Prisma.WhistleMeasureCreateManyInput;
type Row = MeasureRow;
/** Rows as the events say now; those of a closed month stand beside them. */
export const LIVE = { month: '' } as const;
type Measured = { before: WhistleSnapshot | null; after: WhistleSnapshot; districtId: string };

/** Keeps the measures of a whistle as its state and events give them, in the transaction that wrote those. */
export async function writeMeasures(tx: Tx, { before, after, districtId }: Measured): Promise<void> {
  const failures = await failuresOf(tx, after);
  const measures = measuresOf(after, failures);
  const asBefore = before !== null && before.reworkCount === after.reworkCount ? measuresOf(before, failures) : [];
  if (canonicalJson(asBefore) === canonicalJson(measures)) return;
  await replaceMeasures(tx, { id: after.id, rows: toRows(after, districtId, measures) });
}

/** Which tasks were sent back stands in the events alone; most whistles have none. */
async function failuresOf(db: Db | Tx, { id, reworkCount }: WhistleSnapshot) {
  return reworkCount === 0 ? noneFailed : failedAcceptances(await readWhistleHistory(db, id));
}

export async function replaceMeasures(tx: Tx, { id, rows }: { id: string; rows: Row[] }): Promise<void> {
  await tx.whistleMeasure.deleteMany({ where: { whistleId: id, ...LIVE } });
  await tx.whistleMeasure.createMany({ data: rows });
}

type Whole = { snapshot: WhistleSnapshot; districtId: string; events: readonly WhistleEvent[] };

/** The rows a whistle's whole history leads to. */
export function replayedMeasures({ snapshot, districtId, events }: Whole): Row[] {
  return toRows(snapshot, districtId, measuresOf(snapshot, failedAcceptances(events)));
}

/** Whether stored rows are the given ones, in whatever order. */
export function sameMeasures(stored: readonly Row[], wanted: readonly Row[]): boolean {
  const text = (rows: readonly Row[]) => canonicalJson(rows.map((row) => canonicalJson(plainMeasure(row))).sort());
  return text(stored) === text(wanted);
}

/** A row with its moments as numbers, for comparing and hashing. */
export function plainMeasure({ at, doneAt, ...row }: Row) {
  return { ...row, at: new Date(at).getTime(), doneAt: doneAt ? new Date(doneAt).getTime() : null };
}

function toRows({ id, scopePath, communityId }: WhistleSnapshot, districtId: string, measures: readonly WhistleMeasure[]): Row[] {
  return measures.map(({ at, doneAt, ...rest }) => ({
    ...rest,
    ...{ whistleId: id, districtId, unitPath: scopePath, communityId, ...LIVE, lateMinutes: null },
    at: new Date(at),
    doneAt: doneAt === null ? null : new Date(doneAt),
  }));
}
