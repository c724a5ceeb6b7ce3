import { actorProcedure, router } from '#server/platform/trpc.ts';
import { listScoreCases, listScoreCasesInput } from './queries/list-score-cases.ts';
import { readScore, readScoreInput } from './queries/read-score.ts';

export const scoringRouter = router({
  month: actorProcedure.input(readScoreInput).query(({ ctx, input }) => readScore(ctx, input)),
  cases: actorProcedure.input(listScoreCasesInput).query(({ ctx, input }) => listScoreCases(ctx, input)),
});
