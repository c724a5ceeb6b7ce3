import { actorProcedure, publicProcedure, router } from '#server/platform/trpc.ts';
import { appointInput, endAppointmentInput } from '#shared/identity/staff-schema.ts';
import { closeUnitInput, renameUnitInput, setLadderInput } from '#shared/territory/territory-schema.ts';
import { appoint } from './commands/appoint.ts';
import { closeUnit } from './commands/close-unit.ts';
import { createUnit, createUnitCommand } from './commands/create-unit.ts';
import { endAppointment } from './commands/end-appointment.ts';
import { redrawBoundary, redrawBoundaryCommand } from './commands/redraw-boundary.ts';
import { renameUnit } from './commands/rename-unit.ts';
import { replaceHolder, replaceHolderInput } from './commands/replace-holder.ts';
import { setLadder } from './commands/set-ladder.ts';
import { importFile, importFileInput } from './import-file.ts';
import { checkUnit } from './queries/check-unit.ts';
import { findUnits, findUnitsInput } from './queries/find-units.ts';
import { departmentsInput, listDepartments } from './queries/list-departments.ts';
import { baseMapInput, readBaseMap } from './queries/read-base-map.ts';
import { boundariesInput, readBoundariesInView } from './queries/read-boundaries-in-view.ts';
import { boundaryVersionInput, readBoundaryVersion } from './queries/read-boundary-version.ts';
import { gridCardInput, readGridCard } from './queries/read-grid-card.ts';
import { placeInput, readPlace } from './queries/read-place.ts';
import { readTree, treeInput } from './queries/read-tree.ts';
import { readUnitPage, unitInput } from './queries/read-unit-page.ts';
import { tryBoundary, tryBoundaryInput } from './queries/try-boundary.ts';

export const territoryRouter = router({
  tree: actorProcedure.input(treeInput).query(({ ctx, input }) => readTree(ctx, input)),
  find: actorProcedure.input(findUnitsInput).query(({ ctx, input }) => findUnits(ctx, input)),
  unit: actorProcedure.input(unitInput).query(({ ctx, input }) => readUnitPage(ctx, input)),
  boundaryVersion: actorProcedure.input(boundaryVersionInput).query(({ ctx, input }) => readBoundaryVersion(ctx, input)),
  boundaries: actorProcedure.input(boundariesInput).query(({ ctx, input }) => readBoundariesInView(ctx, input)),
  /** the streets themselves; a resident who points at a place is not signed in yet */
  baseMap: publicProcedure.input(baseMapInput).query(({ ctx, input }) => readBaseMap(ctx, input)),
  place: actorProcedure.input(placeInput).query(({ ctx, input }) => readPlace(ctx, input)),
  gridCard: publicProcedure.input(gridCardInput).query(({ ctx, input }) => readGridCard(ctx, input)),
  departments: actorProcedure.input(departmentsInput).query(({ ctx, input }) => listDepartments(ctx, input)),
  checks: actorProcedure.input(unitInput).query(({ ctx, input }) => checkUnit(ctx, input)),
  tryBoundary: actorProcedure.input(tryBoundaryInput).mutation(({ ctx, input }) => tryBoundary(ctx, input)),
  createUnit: actorProcedure.input(createUnitCommand).mutation(({ ctx, input }) => createUnit(ctx, input)),
  setLadder: actorProcedure.input(setLadderInput).mutation(({ ctx, input }) => setLadder(ctx, input)),
  renameUnit: actorProcedure.input(renameUnitInput).mutation(({ ctx, input }) => renameUnit(ctx, input)),
  redrawBoundary: actorProcedure.input(redrawBoundaryCommand).mutation(({ ctx, input }) => redrawBoundary(ctx, input)),
  closeUnit: actorProcedure.input(closeUnitInput).mutation(({ ctx, input }) => closeUnit(ctx, input)),
  import: actorProcedure.input(importFileInput).mutation(({ ctx, input }) => importFile(ctx, input)),
  appoint: actorProcedure.input(appointInput).mutation(({ ctx, input }) => appoint(ctx, input)),
  endAppointment: actorProcedure.input(endAppointmentInput).mutation(({ ctx, input }) => endAppointment(ctx, input)),
  replaceHolder: actorProcedure.input(replaceHolderInput).mutation(({ ctx, input }) => replaceHolder(ctx, input)),
});
