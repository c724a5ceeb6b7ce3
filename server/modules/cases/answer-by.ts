import type { CaseCategory, CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { limitsOf } from '#shared/cases/limits.ts';
import type { DueOf } from '#shared/clocks/limit-due.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** When a resident has the answer at the latest; `estimated` until the case is registered and the limit is a promise. */
export type AnswerBy = { at: Instant; provisional: boolean; estimated: boolean };

/** The finish limit in force, or, before the registration, the category's usual one counted from the latest acceptance. */
export function answerBy(snapshot: CaseSnapshot, { category, due }: { category: CaseCategory; due: DueOf }): AnswerBy | null {
  const { finishDue, acceptDue } = snapshot;
  if (finishDue) return { at: finishDue.at, provisional: finishDue.provisional, estimated: false };
  if (acceptDue === null || (snapshot.state !== 'reported' && snapshot.state !== 'verifying')) return null;
  const last = due(limitsOf(snapshot, category).finish, acceptDue.at);
  return { at: last.at, provisional: last.provisional || acceptDue.provisional, estimated: true };
}
