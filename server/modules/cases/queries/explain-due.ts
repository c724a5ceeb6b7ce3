import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { clockOf } from '#shared/cases/case-clock.ts';
import type { ExplainDueInput } from '#shared/cases/case-queries.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { type CaseDueExplanation, explainCaseDue } from '../explain-case-due.ts';
import { findVisibleCase } from './find-visible-case.ts';

/** Why a due time of a case is what it is, day by day; without a limit the running one. Null when none runs. Refuses `notFound`. */
export async function explainDueOfCase(ctx: Ctx, input: ExplainDueInput): Promise<CaseDueExplanation | null> {
  const { snapshot, districtId } = await findVisibleCase(ctx, input.caseId);
  const now = ctx.now();
  const limit = input.limit ?? clockOf(snapshot, now).limit;
  const { categoryScheme: scheme, categoryCode: code } = snapshot;
  const category = await findCategoryOfCase(ctx.db, { districtId, scheme, code, at: now });
  if (limit === null || category === null) return null;
  return explainCaseDue({ snapshot, category, calendar: await readCalendar(ctx.db, districtId) }, limit);
}
