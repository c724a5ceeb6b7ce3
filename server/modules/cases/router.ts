import { readSettingHistory, setSetting } from '#server/modules/settings/index.ts';
import { actorProcedure, router } from '#server/platform/trpc.ts';
import {
  caseByIdInput,
  caseByNoInput,
  caseMapInput,
  countCasesInput,
  explainDueInput,
  listCasesInput,
  nearbyCasesInput,
  revealContactInput,
} from '#shared/cases/case-queries.ts';
import { setCaseSettingsInput } from '#shared/cases/case-settings.ts';
import { caseCommand, caseInputs } from '#shared/cases/cases-actions.ts';
import { categoryHistoryInput, listCategoriesInput, retireCategoryInput, reviseCategoryInput } from '#shared/cases/category-schema.ts';
import { districtSettingsInput } from '#shared/settings/settings-schema.ts';
import { performCaseAction } from './commands/perform-case-action.ts';
import { retireCategory } from './commands/retire-category.ts';
import { revealContact } from './commands/reveal-contact.ts';
import { reviseCategory } from './commands/revise-category.ts';
import { submitCase } from './commands/submit-case.ts';
import { caseMap } from './queries/case-map.ts';
import { countCases } from './queries/count-cases.ts';
import { explainDueOfCase } from './queries/explain-due.ts';
import { listCases } from './queries/list-cases.ts';
import { listCategories, readCategoryHistory } from './queries/list-categories.ts';
import { listOwnCases } from './queries/list-own-cases.ts';
import { nearbyCases } from './queries/nearby-cases.ts';
import { findCaseNo, readCase } from './queries/read-case.ts';
import { readOwnCase } from './queries/read-own-case.ts';
import { readReceipt } from './queries/read-receipt.ts';
import { suggestUnits } from './queries/suggest-units.ts';
import { caseSetting } from './settings-store.ts';

export const casesRouter = router({
  submit: actorProcedure.input(caseInputs.submit).mutation(({ ctx, input }) => submitCase(ctx, input)),
  act: actorProcedure.input(caseCommand).mutation(({ ctx, input }) => performCaseAction(ctx, input)),
  list: actorProcedure.input(listCasesInput).query(({ ctx, input }) => listCases(ctx, input)),
  counts: actorProcedure.input(countCasesInput).query(({ ctx, input }) => countCases(ctx, input)),
  byId: actorProcedure.input(caseByIdInput).query(({ ctx, input }) => readCase(ctx, input.caseId)),
  byNo: actorProcedure.input(caseByNoInput).query(async ({ ctx, input }) => readCase(ctx, await findCaseNo(ctx, input.caseNo))),
  map: actorProcedure.input(caseMapInput).query(({ ctx, input }) => caseMap(ctx, input)),
  nearby: actorProcedure.input(nearbyCasesInput).query(({ ctx, input }) => nearbyCases(ctx, input)),
  explainDue: actorProcedure.input(explainDueInput).query(({ ctx, input }) => explainDueOfCase(ctx, input)),
  suggestUnits: actorProcedure.input(caseByIdInput).query(({ ctx, input }) => suggestUnits(ctx, input.caseId)),
  revealContact: actorProcedure.input(revealContactInput).mutation(({ ctx, input }) => revealContact(ctx, input)),
  receipt: actorProcedure.input(caseByIdInput).query(({ ctx, input }) => readReceipt(ctx, input.caseId)),
  settings: actorProcedure.input(districtSettingsInput).query(({ ctx, input }) => readSettingHistory(ctx, caseSetting, input.districtId)),
  setSettings: actorProcedure.input(setCaseSettingsInput).mutation(({ ctx, input }) => setSetting(ctx, caseSetting, input)),
  ownList: actorProcedure.query(({ ctx }) => listOwnCases(ctx)),
  ownById: actorProcedure.input(caseByIdInput).query(({ ctx, input }) => readOwnCase(ctx, input.caseId)),
});

export const categoriesRouter = router({
  list: actorProcedure.input(listCategoriesInput).query(({ ctx, input }) => listCategories(ctx, input)),
  history: actorProcedure.input(categoryHistoryInput).query(({ ctx, input }) => readCategoryHistory(ctx, input)),
  revise: actorProcedure.input(reviseCategoryInput).mutation(({ ctx, input }) => reviseCategory(ctx, input)),
  retire: actorProcedure.input(retireCategoryInput).mutation(({ ctx, input }) => retireCategory(ctx, input)),
});
