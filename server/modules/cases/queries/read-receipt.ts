import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { type AnswerBy, answerBy } from '../answer-by.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { type ReachablePerson, whomToCall } from './duty-of-case.ts';
import { findVisibleCase } from './find-visible-case.ts';

/** What somebody holds in hand after reporting: a number to say, a person to call, the latest day of the answer. */
export type Receipt = Pick<CaseSnapshot, 'id' | 'caseNo' | 'title' | 'state' | 'reportedAt'> & {
  call: ReachablePerson | null;
  answerBy: AnswerBy | null;
};

/** The receipt of a case for its reporter, its applicant and everybody who may see the case. Refuses `notFound`. */
export async function readReceipt(ctx: Ctx, caseId: CaseId): Promise<Receipt> {
  const { snapshot, districtId } = await findVisibleCase(ctx, caseId);
  const { id, caseNo, title, state, reportedAt, categoryScheme: scheme, categoryCode: code } = snapshot;
  const [category, calendar, call] = await Promise.all([
    findCategoryOfCase(ctx.db, { districtId, scheme, code, at: ctx.now() }),
    readCalendar(ctx.db, districtId),
    whomToCall(ctx, snapshot),
  ]);
  return {
    ...{ id, caseNo, title, state, reportedAt, call },
    answerBy: category && answerBy(snapshot, { category, due: dueBy(calendar) }),
  };
}
