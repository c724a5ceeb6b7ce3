import { caseWhere } from '#server/modules/cases/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { CaseFacts } from '#shared/scoring/case-facts.ts';
import type { Tally } from '#shared/scoring/scoring-schema.ts';
import { readFactsOf } from './scoring-store.ts';

type Times = Pick<
  CaseFacts,
  'reportedAt' | 'registeredAt' | 'contactDue' | 'contactedAt' | 'finishDue' | 'closedAt' | 'reworks' | 'callback' | 'excluded' | 'source'
>;

/** One case behind a figure. Times are those of the moment the score was made; `opens` = the reader may open it today. */
export type ScoreCaseRow = Times & {
  id: string;
  caseNo: string | null;
  title: string | null;
  grid: { id: string; name: string; code: string | null } | null;
  reached: 'full' | 'partial' | 'none' | null;
  opens: boolean;
};

type Asked = { caseIds: readonly string[]; asOf: Instant; tally: Tally | null };

/** The rows of a figure in order of case number. A case that lies in another community by now keeps its row without its title. */
export async function scoreCaseRows(ctx: Ctx, { caseIds, asOf, tally }: Asked): Promise<ScoreCaseRow[]> {
  const ids = [...caseIds];
  const facts = await readFactsOf(ctx.db, { caseIds: ids, asOf });
  const select = { id: true, caseNo: true, title: true } as const;
  const [numbers, visible] = await Promise.all([
    ctx.db.case.findMany({ where: { id: { in: ids } }, select: { id: true, caseNo: true } }),
    ctx.db.case.findMany({ where: { AND: [{ id: { in: ids } }, caseWhere(caseScope(ctx.actor))] }, select }),
  ]);
  const gridIds = [...new Set(facts.flatMap(({ gridId }) => gridId ?? []))];
  const grids = await ctx.db.territoryUnit.findMany({ where: { id: { in: gridIds } }, select: { id: true, name: true, code: true } });
  const numberOf = new Map(numbers.map(({ id, caseNo }) => [id, caseNo]));
  const titleOf = new Map(visible.map(({ id, title }) => [id, title]));
  const gridOf = new Map(grids.map((grid) => [grid.id, grid]));
  const verdict = verdictsOf(tally);
  return facts
    .map(({ caseId, gridId, ...one }) => ({
      ...timesOf(one),
      id: caseId,
      caseNo: numberOf.get(caseId) ?? null,
      title: titleOf.get(caseId) ?? null,
      grid: (gridId && gridOf.get(gridId)) || null,
      reached: verdict(caseId),
      opens: titleOf.has(caseId),
    }))
    .sort((a, b) => compare(a.caseNo ?? '', b.caseNo ?? '') || compare(a.id, b.id));
}

function verdictsOf(tally: Tally | null): (id: string) => ScoreCaseRow['reached'] {
  if (tally === null) return () => null;
  const [full, partial] = [new Set(tally.numerator), new Set(tally.partial)];
  return (id) => (full.has(id) ? 'full' : partial.has(id) ? 'partial' : 'none');
}

function timesOf({
  reportedAt,
  registeredAt,
  contactDue,
  contactedAt,
  finishDue,
  closedAt,
  reworks,
  callback,
  excluded,
  source,
}: Times): Times {
  return { reportedAt, registeredAt, contactDue, contactedAt, finishDue, closedAt, reworks, callback, excluded, source };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
