import { actorProcedure, router } from '#server/platform/trpc.ts';
import { overviewInput } from '#shared/dashboards/dashboards-schema.ts';
import { readOverview } from './queries/read-overview.ts';
import { listRepeats } from './queries/read-repeats.ts';

export const dashboardsRouter = router({
  overview: actorProcedure.input(overviewInput).query(({ ctx, input }) => readOverview(ctx, input)),
  repeats: actorProcedure.input(overviewInput).query(({ ctx, input }) => listRepeats(ctx, input)),
});
