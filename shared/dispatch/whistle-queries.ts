import * as z from 'zod/mini';
import { caseId, departmentId, unitId, whistleId } from '../kernel/ids.ts';
import { pageInput } from '../kernel/page.ts';
import { casePoint } from '../kernel/place.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { whistleState, whistleType } from './whistle-schema.ts';

/**
 * Named lists of whistles. `todo`: the asker owes a step; `approvals`, `objections`: the street decides; `silent`: a unit has not answered
 * in time; `overdue`, `dueSoon`: by the limit to watch; `hot`: overdue, escalated, supervised or reworked.
 */
export const whistleViews = ['todo', 'approvals', 'objections', 'silent', 'overdue', 'dueSoon', 'hot', 'open', 'all'] as const;
export const whistleView = z.enum(whistleViews);
export type WhistleView = z.infer<typeof whistleView>;

const several = <T extends z.core.SomeType>(item: T) => z.optional(z.array(item).check(z.minLength(1), z.maxLength(40)));

export const whistleFilters = z.object({
  states: several(whistleState),
  types: several(whistleType),
  unitId: z.optional(unitId),
  departmentId: z.optional(departmentId),
  text: z.optional(z.string().check(storable(), z.maxLength(100))),
  blownFrom: z.optional(instant),
  blownTo: z.optional(instant),
});
export type WhistleFilters = z.infer<typeof whistleFilters>;

export const listWhistlesInput = z.object({
  ...whistleFilters.shape,
  ...pageInput.shape,
  view: z._default(whistleView, 'all'),
  sort: z._default(z.enum(['clock', 'newest']), 'clock'),
});
export type ListWhistlesInput = z.infer<typeof listWhistlesInput>;

export const countWhistlesInput = z.object({ ...whistleFilters.shape, views: several(whistleView) });
export type CountWhistlesInput = z.infer<typeof countWhistlesInput>;

export const whistleByIdInput = z.object({ whistleId });
export const whistlesOfCaseInput = z.object({ caseId });

/** Whom to call: by category, place and past whistles. */
export const suggestWhistleUnitsInput = z.object({
  caseIds: z._default(z.array(caseId).check(z.maxLength(50)), []),
  point: z._default(z.nullable(casePoint), null),
  placeId: z._default(z.nullable(unitId), null),
});
export type SuggestWhistleUnitsInput = z.infer<typeof suggestWhistleUnitsInput>;

/** Site visits of a stretch of time [from, to), for the calendar and the map of the day. */
export const whistleVisitsInput = z.object({ from: instant, to: instant });
export type WhistleVisitsInput = z.infer<typeof whistleVisitsInput>;

export const whistleFiguresInput = z.object({
  from: instant,
  to: instant,
  /** of one unit of the territory with everything below it; absent = all the asker covers */
  unitId: z.optional(unitId),
});
export type WhistleFiguresInput = z.infer<typeof whistleFiguresInput>;
