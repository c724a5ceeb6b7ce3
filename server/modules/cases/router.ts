import { actorProcedure, router } from '#server/platform/trpc.ts';
import { countCasesInput, listCasesInput } from '#shared/cases/case-queries.ts';
import { caseCommand, caseInputs } from '#shared/cases/cases-actions.ts';
import { performCaseAction } from './commands/perform-case-action.ts';
import { submitCase } from './commands/submit-case.ts';
import { countCases } from './queries/count-cases.ts';
import { listCases } from './queries/list-cases.ts';

export const casesRouter = router({
  submit: actorProcedure.input(caseInputs.submit).mutation(({ ctx, input }) => submitCase(ctx, input)),
  act: actorProcedure.input(caseCommand).mutation(({ ctx, input }) => performCaseAction(ctx, input)),
  list: actorProcedure.input(listCasesInput).query(({ ctx, input }) => listCases(ctx, input)),
  counts: actorProcedure.input(countCasesInput).query(({ ctx, input }) => countCases(ctx, input)),
});
