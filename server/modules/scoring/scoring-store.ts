import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import type { Period } from '#shared/kernel/zone-time.ts';
import { type CaseFacts, foldFacts } from '#shared/scoring/case-facts.ts';
import { schemeOn } from '#shared/scoring/scheme.ts';
import { type ScoreBody, type ScoreResult, type ScoringScheme, scoreResult, scoringScheme } from '#shared/scoring/scoring-schema.ts';
import { readCaseEvents } from '#server/modules/cases/index.ts';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';

const BATCH = 500;

/** The scheme of the district in force on a date; null when none was made. */
export async function readScheme(db: Db | Tx, options: { districtId: string; date: LocalDate }): Promise<ScoringScheme | null> {
  const rows = await db.scoreScheme.findMany({ where: { districtId: options.districtId } });
  return schemeOn(
    rows.map((row) => scoringScheme.parse(row.scheme)),
    options.date,
  );
}

/**
 * The facts of every case that can matter to the period, as of `asOf`. A case whose last event lies before the period matters
 * only while something of it falls due inside; every other one has an event since its beginning. So three index ranges hold them all.
 */
export async function readFacts(db: Db | Tx, options: { communityId: string; period: Period; asOf: Instant }): Promise<CaseFacts[]> {
  const { communityId, period, asOf } = options;
  const [from, to] = [new Date(period.t0), new Date(period.t1)];
  const inPeriod = { gte: from, lt: to };
  const rows = await db.case.findMany({
    where: {
      OR: [{ communityId }, { firstCommunityId: communityId }],
      AND: [
        { reportedAt: { lte: new Date(Math.min(asOf, period.t1)) } },
        { OR: [{ lastEventAt: { gte: from } }, { finishDueAt: inPeriod }, { contactDueAt: inPeriod }] },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const facts: CaseFacts[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
    facts.push(...foldFacts(await readCaseEvents(db, ids), asOf));
  }
  return facts.filter((one) => one.communityId === communityId);
}

export function hashed(body: ScoreBody): ScoreResult {
  return { ...body, hash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}

export async function readStoredScore(db: Db | Tx, key: { communityId: string; month: string }): Promise<ScoreResult | null> {
  const row = await db.scoreResult.findUnique({ where: { communityId_month: key } });
  return row ? scoreResult.parse(row.result) : null;
}

/** Stores the score of a closed month once; a second attempt keeps the first. */
export async function storeScore(tx: Tx, options: { id: string; communityId: string; month: string; score: ScoreResult }): Promise<void> {
  const { id, communityId, month, score } = options;
  const row = { id, communityId, month, schemeVersion: score.schemeVersion, asOf: new Date(score.asOf), result: score as Prisma.InputJsonValue, hash: score.hash };
  await tx.scoreResult.createMany({ data: [row], skipDuplicates: true });
}
