import { actorProcedure, router } from '#server/platform/trpc.ts';
import { whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import {
  countWhistlesInput,
  listWhistlesInput,
  suggestWhistleUnitsInput,
  whistleByIdInput,
  whistlesOfCaseInput,
  whistleVisitsInput,
} from '#shared/dispatch/whistle-queries.ts';
import { performWhistleAction } from './commands/perform-whistle-action.ts';
import { countWhistles } from './queries/count-whistles.ts';
import { listVisits } from './queries/list-visits.ts';
import { listWhistles } from './queries/list-whistles.ts';
import { readAttendanceCode } from './queries/read-attendance-code.ts';
import { readSlips } from './queries/read-slips.ts';
import { readWhistle } from './queries/read-whistle.ts';
import { suggestWhistleUnits } from './queries/suggest-whistle-units.ts';
import { whistlesOfCase } from './queries/whistles-of-case.ts';

export const dispatchRouter = router({
  act: actorProcedure.input(whistleCommand).mutation(({ ctx, input }) => performWhistleAction(ctx, input)),
  list: actorProcedure.input(listWhistlesInput).query(({ ctx, input }) => listWhistles(ctx, input)),
  counts: actorProcedure.input(countWhistlesInput).query(({ ctx, input }) => countWhistles(ctx, input)),
  byId: actorProcedure.input(whistleByIdInput).query(({ ctx, input }) => readWhistle(ctx, input.whistleId)),
  ofCase: actorProcedure.input(whistlesOfCaseInput).query(({ ctx, input }) => whistlesOfCase(ctx, input.caseId)),
  suggestUnits: actorProcedure.input(suggestWhistleUnitsInput).query(({ ctx, input }) => suggestWhistleUnits(ctx, input)),
  visits: actorProcedure.input(whistleVisitsInput).query(({ ctx, input }) => listVisits(ctx, input)),
  attendanceCode: actorProcedure.input(whistleByIdInput).query(({ ctx, input }) => readAttendanceCode(ctx, input.whistleId)),
  slips: actorProcedure.input(whistleByIdInput).mutation(({ ctx, input }) => readSlips(ctx, input.whistleId)),
});
