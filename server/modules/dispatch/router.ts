import { readSettingHistory, setSetting } from '#server/modules/settings/index.ts';
import { actorProcedure, publicProcedure, router } from '#server/platform/trpc.ts';
import { addDutyInput, endDutyInput, importDutiesInput, listDutiesInput } from '#shared/dispatch/duty-list.ts';
import { whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import {
  answerOffersInput,
  countStagesInput,
  countWhistlesInput,
  doorInput,
  doorOpinionInput,
  doorVerdictInput,
  listWhistlesInput,
  setWhistleSettingsInput,
  suggestWhistleUnitsInput,
  whistleByIdInput,
  whistleMapInput,
  whistlesOfCaseInput,
  whistleVisitsInput,
} from '#shared/dispatch/whistle-queries.ts';
import { figureWhistlesInput, whistleFiguresInput } from '#shared/scoring/whistle-figures-schema.ts';
import { districtSettingsInput } from '#shared/settings/settings-schema.ts';
import { answerAtDoor, sayAtDoor } from './commands/answer-at-door.ts';
import { addDuty, endDuty, importDuties } from './commands/change-duties.ts';
import { performWhistleAction } from './commands/perform-whistle-action.ts';
import { countStages } from './queries/count-stages.ts';
import { countWhistles } from './queries/count-whistles.ts';
import { exportFigures } from './queries/export-figures.ts';
import { listDuties } from './queries/list-duties.ts';
import { listFigureWhistles } from './queries/list-figure-whistles.ts';
import { listVisits } from './queries/list-visits.ts';
import { listWhistles } from './queries/list-whistles.ts';
import { offerAnswers } from './queries/offer-answers.ts';
import { readAttendanceCode } from './queries/read-attendance-code.ts';
import { readDoor } from './queries/read-door.ts';
import { readFigures } from './queries/read-figures.ts';
import { readSlips } from './queries/read-slips.ts';
import { readWhistle } from './queries/read-whistle.ts';
import { suggestWhistleUnits } from './queries/suggest-whistle-units.ts';
import { whistleMap } from './queries/whistle-map.ts';
import { whistlesOfCase } from './queries/whistles-of-case.ts';
import { whistlesOfOwnCase } from './queries/whistles-of-own-case.ts';
import { whistleSetting } from './settings-store.ts';

export const dispatchRouter = router({
  act: actorProcedure.input(whistleCommand).mutation(({ ctx, input }) => performWhistleAction(ctx, input)),
  list: actorProcedure.input(listWhistlesInput).query(({ ctx, input }) => listWhistles(ctx, input)),
  counts: actorProcedure.input(countWhistlesInput).query(({ ctx, input }) => countWhistles(ctx, input)),
  stageCounts: actorProcedure.input(countStagesInput).query(({ ctx, input }) => countStages(ctx, input)),
  map: actorProcedure.input(whistleMapInput).query(({ ctx, input }) => whistleMap(ctx, input)),
  byId: actorProcedure.input(whistleByIdInput).query(({ ctx, input }) => readWhistle(ctx, input.whistleId)),
  ofCase: actorProcedure.input(whistlesOfCaseInput).query(({ ctx, input }) => whistlesOfCase(ctx, input.caseId)),
  suggestUnits: actorProcedure.input(suggestWhistleUnitsInput).query(({ ctx, input }) => suggestWhistleUnits(ctx, input)),
  visits: actorProcedure.input(whistleVisitsInput).query(({ ctx, input }) => listVisits(ctx, input)),
  answers: actorProcedure.input(answerOffersInput).query(({ ctx, input }) => offerAnswers(ctx, input.whistleIds)),
  figures: actorProcedure.input(whistleFiguresInput).query(({ ctx, input }) => readFigures(ctx, input)),
  figureWhistles: actorProcedure.input(figureWhistlesInput).query(({ ctx, input }) => listFigureWhistles(ctx, input)),
  figuresFile: actorProcedure.input(whistleFiguresInput).query(({ ctx, input }) => exportFigures(ctx, input)),
  attendanceCode: actorProcedure.input(whistleByIdInput).query(({ ctx, input }) => readAttendanceCode(ctx, input.whistleId)),
  duties: actorProcedure.input(listDutiesInput).query(({ ctx, input }) => listDuties(ctx, input)),
  addDuty: actorProcedure.input(addDutyInput).mutation(({ ctx, input }) => addDuty(ctx, input)),
  endDuty: actorProcedure.input(endDutyInput).mutation(({ ctx, input }) => endDuty(ctx, input)),
  importDuties: actorProcedure.input(importDutiesInput).mutation(({ ctx, input }) => importDuties(ctx, input)),
  settings: actorProcedure
    .input(districtSettingsInput)
    .query(({ ctx, input }) => readSettingHistory(ctx, whistleSetting, input.districtId)),
  setSettings: actorProcedure.input(setWhistleSettingsInput).mutation(({ ctx, input }) => setSetting(ctx, whistleSetting, input)),
  ofOwnCase: actorProcedure.input(whistlesOfCaseInput).query(({ ctx, input }) => whistlesOfOwnCase(ctx, input.caseId)),
  door: publicProcedure.input(doorInput).query(({ ctx, input }) => readDoor(ctx, input.code)),
  sayAtDoor: publicProcedure.input(doorOpinionInput).mutation(({ ctx, input }) => sayAtDoor(ctx, input)),
  answerAtDoor: publicProcedure.input(doorVerdictInput).mutation(({ ctx, input }) => answerAtDoor(ctx, input)),
  slips: actorProcedure.input(whistleByIdInput).mutation(({ ctx, input }) => readSlips(ctx, input.whistleId)),
});
