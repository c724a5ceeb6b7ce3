import { actorProcedure, router } from '#server/platform/trpc.ts';
import { exportScore, exportScoreInput } from './queries/export-score.ts';
import { listExcludedCases, listExcludedCasesInput, listScoreCases, listScoreCasesInput } from './queries/list-score-cases.ts';
import { readScore, readScoreInput } from './queries/read-score.ts';

export const scoringRouter = router({
  month: actorProcedure.input(readScoreInput).query(({ ctx, input }) => readScore(ctx, input)),
  cases: actorProcedure.input(listScoreCasesInput).query(({ ctx, input }) => listScoreCases(ctx, input)),
  excluded: actorProcedure.input(listExcludedCasesInput).query(({ ctx, input }) => listExcludedCases(ctx, input)),
  file: actorProcedure.input(exportScoreInput).query(({ ctx, input }) => exportScore(ctx, input)),
});
