import { publicProcedure, router } from '#server/platform/trpc.ts';
import { listPlaces, placesInput } from './queries/list-places.ts';
import { answererInput, readAnswerer } from './queries/read-answerer.ts';
import { readReportForm } from './queries/read-report-form.ts';

/** What a person needs before telling anything, signed in or not: kinds of matters, places, and who answers for a place. */
export const reportingRouter = router({
  form: publicProcedure.query(({ ctx }) => readReportForm(ctx)),
  places: publicProcedure.input(placesInput).query(({ ctx, input }) => listPlaces(ctx, input)),
  answerer: publicProcedure.input(answererInput).query(({ ctx, input }) => readAnswerer(ctx, input)),
});
