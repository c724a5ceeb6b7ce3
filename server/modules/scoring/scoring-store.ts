import { createHash } from 'node:crypto';
import { readCaseEvents } from '#server/modules/cases/index.ts';
import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import type { Period } from '#shared/kernel/zone-time.ts';
import { type CaseFacts, foldFacts } from '#shared/scoring/case-facts.ts';
import { defaultScheme, schemeOn } from '#shared/scoring/scheme.ts';
import { type ScoreBody, type ScoreResult, type ScoringScheme, scoreResult, scoringScheme } from '#shared/scoring/scoring-schema.ts';

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
 * The facts of every case that can matter to the period, as of `asOf`. A case whose last event lies before the period matters only
 * while something of it falls due inside; a case that was reported here and moved away since has an event in or after the period.
 * So four index ranges hold them all, and what happened after `asOf` changes nothing. What was reported after the period has no event in
 * it, so that an old month does not read the histories of all the years since.
 */
export async function readFacts(db: Db | Tx, options: { communityId: string; period: Period; asOf: Instant }): Promise<CaseFacts[]> {
  const { communityId, period, asOf } = options;
  const [from, to] = [new Date(period.t0), new Date(period.t1)];
  const inPeriod = { gte: from, lt: to };
  const rows = await db.case.findMany({
    where: {
      reportedAt: { lte: new Date(asOf) },
      OR: [
        { communityId, lastEventAt: { gte: from }, reportedAt: { lt: to } },
        { communityId, finishDueAt: inPeriod },
        { communityId, contactDueAt: inPeriod },
        { firstCommunityId: communityId, lastEventAt: { gte: from }, reportedAt: { lt: to } },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const facts = await readFactsOf(db, { caseIds: rows.map(({ id }) => id), asOf });
  return facts.filter((one) => one.communityId === communityId);
}

/** The facts of these cases as of an instant, in order of id. */
export async function readFactsOf(db: Db | Tx, options: { caseIds: readonly string[]; asOf: Instant }): Promise<CaseFacts[]> {
  const facts: CaseFacts[] = [];
  for (let start = 0; start < options.caseIds.length; start += BATCH) {
    const ids = options.caseIds.slice(start, start + BATCH);
    facts.push(...foldFacts(await readCaseEvents(db, ids), options.asOf));
  }
  return facts;
}

/** Cases registered in a period and assessed, as of an instant: what the band of whistles is measured against. */
export async function countRegistered(db: Db | Tx, options: { communityId: string; period: Period; asOf: Instant }): Promise<number> {
  const { t0, t1 } = options.period;
  const facts = await readFacts(db, options);
  return facts.filter(({ registeredAt, excluded }) => excluded === null && registeredAt !== null && registeredAt >= t0 && registeredAt < t1)
    .length;
}

/** The body with the SHA-256 of its canonical JSON. */
export function hashed(body: ScoreBody): ScoreResult {
  return { ...body, hash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}

/** The scheme a score was made with. */
export async function readSchemeOf(
  db: Db | Tx,
  options: { districtId: string; score: Pick<ScoreBody, 'schemeId' | 'schemeVersion'> },
): Promise<ScoringScheme> {
  const { districtId, score } = options;
  const rows = await db.scoreScheme.findMany({ where: { districtId, version: score.schemeVersion } });
  const scheme = rows.map((row) => scoringScheme.parse(row.scheme)).find(({ id }) => id === score.schemeId);
  return scheme ?? defaultScheme;
}

/** The stored score of a closed month; null when it was not closed. */
export async function readStoredScore(db: Db | Tx, key: { communityId: string; month: string }): Promise<ScoreResult | null> {
  const row = await db.scoreResult.findUnique({ where: { communityId_month: key } });
  return row ? scoreResult.parse(row.result) : null;
}

/** Stores the score of a closed month once; a second attempt keeps the first. Answers whether it was stored. */
export async function storeScore(
  tx: Tx,
  options: { id: string; communityId: string; month: string; score: ScoreResult },
): Promise<boolean> {
  const { id, communityId, month, score } = options;
  const row = {
    id,
    communityId,
    month,
    schemeVersion: score.schemeVersion,
    asOf: new Date(score.asOf),
    result: score as Prisma.InputJsonValue,
    hash: score.hash,
  };
  const { count } = await tx.scoreResult.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}
