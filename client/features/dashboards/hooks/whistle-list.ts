import type { CaseView } from '#shared/cases/case-queries.ts';
import type { CaseListLink } from '#shared/dashboards/dashboards-schema.ts';
import type { WhistleFilters, WhistleView } from '#shared/dispatch/whistle-queries.ts';

/** Lists of cases that whistles have as well. */
const sameList: Partial<Record<CaseView, WhistleView>> = { open: 'open', overdue: 'overdue', dueSoon: 'dueSoon', all: 'all' };

/** The whistles that belong beside a list of cases: the same list of the same area and words; none where it asks for what only cases have. */
export function whistleListOf({ view, filters }: CaseListLink): { view: WhistleView; filters: WhistleFilters } | null {
  const { unitId, text, ...ofCases } = filters;
  const same = sameList[view];
  if (!same || Object.values(ofCases).some((value) => value !== undefined)) return null;
  return { view: same, filters: { ...(unitId ? { unitId } : {}), ...(text ? { text } : {}) } };
}
