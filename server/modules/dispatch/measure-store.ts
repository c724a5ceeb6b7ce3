import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { failedAcceptances, measuresOf } from '#shared/scoring/whistle-measures.ts';
import { readWhistleHistory } from './whistle-history.ts';

type Measured = { before: WhistleSnapshot | null; after: WhistleSnapshot; districtId: string };

/** Keeps the measures of a whistle as its state and events give them, in the transaction that wrote those. */
export async function writeMeasures(tx: Tx, { before, after, districtId }: Measured): Promise<void> {
  const failures = await failuresOf(tx, after);
  const measures = measuresOf(after, failures);
  const asBefore = before !== null && before.reworkCount === after.reworkCount ? measuresOf(before, failures) : [];
  if (JSON.stringify(asBefore) === JSON.stringify(measures)) return;
  await tx.whistleMeasure.deleteMany({ where: { whistleId: after.id } });
  await tx.whistleMeasure.createMany({ data: toRows(after, districtId, measures) });
}

/** Which tasks were sent back stands in the events alone; most whistles have none. */
async function failuresOf(db: Db | Tx, { id, reworkCount }: WhistleSnapshot) {
  return reworkCount === 0 ? [] : failedAcceptances(await readWhistleHistory(db, id));
}

function toRows(
  { id, scopePath, communityId }: WhistleSnapshot,
  districtId: string,
  measures: ReturnType<typeof measuresOf>,
): Prisma.WhistleMeasureCreateManyInput[] {
  return measures.map(({ at, doneAt, ...rest }) => ({
    ...rest,
    ...{ whistleId: id, districtId, unitPath: scopePath, communityId },
    at: new Date(at),
    doneAt: doneAt === null ? null : new Date(doneAt),
  }));
}
