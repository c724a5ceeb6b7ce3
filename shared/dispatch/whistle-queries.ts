import * as z from 'zod/mini';
import { solved } from '../cases/cases-schema.ts';
import { caseId, departmentId, requestId, unitId, whistleId } from '../kernel/ids.ts';
import { pageInput } from '../kernel/page.ts';
import { casePoint } from '../kernel/place.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { optionalText, written } from '../kernel/written-text.ts';
import { settingChange } from '../settings/settings-schema.ts';
import { whistleTextLimits } from './whistle-actions.ts';
import { whistleSettings } from './whistle-context.ts';
import { stances, whistleState, whistleType } from './whistle-schema.ts';

/**
 * Named lists of whistles. `todo`: the asker owes a step; `approvals`, `objections`: the street decides; `silent`: a unit has not answered
 * in time; `waiting`: the street has nothing to do until the units have rated or the limit is over; `overdue`, `dueSoon`: by the limit to watch; `hot`: overdue, escalated, supervised or reworked.
 */
export const whistleViews = ['todo', 'approvals', 'objections', 'waiting', 'silent', 'overdue', 'dueSoon', 'hot', 'open', 'all'] as const;
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
  /** `own`: of the list `todo`, by the asker's own limits; of any other list the same as `clock` */
  sort: z._default(z.enum(['clock', 'own', 'newest']), 'clock'),
});
export type ListWhistlesInput = z.infer<typeof listWhistlesInput>;

export const countWhistlesInput = z.object({ ...whistleFilters.shape, views: several(whistleView) });
export type CountWhistlesInput = z.infer<typeof countWhistlesInput>;

/** How many whistles of a named list stand at each stage: the columns of the board. */
export const countStagesInput = z.object({ ...whistleFilters.shape, view: z._default(whistleView, 'open') });
export type CountStagesInput = z.infer<typeof countStagesInput>;

/** Most whistles a map answer holds; beyond that it only says how many there are. */
export const WHISTLES_ON_MAP_MAX = 200;

/** West, south, east, north in degrees. */
export const whistleMapInput = z.object({
  ...whistleFilters.shape,
  view: z._default(whistleView, 'open'),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type WhistleMapInput = z.infer<typeof whistleMapInput>;

export const whistleByIdInput = z.object({ whistleId });
export const whistlesOfCaseInput = z.object({ caseId });

/** What the form of an answer holds when it opens, for as many whistles as one page of a list holds. */
export const answerOffersInput = z.object({ whistleIds: z.array(whistleId).check(z.minLength(1), z.maxLength(200)) });

/** Whom to call: by category, place and past whistles. */
export const suggestWhistleUnitsInput = z.object({
  caseIds: z._default(z.array(caseId).check(z.maxLength(50)), []),
  point: z._default(z.nullable(casePoint), null),
  placeId: z._default(z.nullable(unitId), null),
  /** past whistles of this type are alike where no case says more */
  whistleType: z._default(z.nullable(whistleType), null),
});
export type SuggestWhistleUnitsInput = z.infer<typeof suggestWhistleUnitsInput>;

/** Site visits of a stretch of time [from, to), for the calendar and the map of the day. */
export const whistleVisitsInput = z.object({ from: instant, to: instant });
export type WhistleVisitsInput = z.infer<typeof whistleVisitsInput>;

/** The code of an affected household as somebody types it: letters, digits, gaps and dashes. */
const doorCode = z.string().check(z.trim(), z.minLength(6, 'codeInvalid'), z.maxLength(24, 'codeInvalid'));
export const doorInput = z.object({ code: doorCode });
/** How a household came to its page: by the link with the code in it, or with the code of the slip typed in. */
const doorWays = ['link', 'typed'] as const;
export type DoorWay = (typeof doorWays)[number];
/** What a household says before the plan. */
export const doorOpinionInput = z.object({
  ...{ code: doorCode, requestId, stance: z.enum(stances), text: written(whistleTextLimits.note) },
  came: z._default(z.enum(doorWays), 'typed'),
});
/** What a household answers in the end; `thanks` goes to the units. */
export const doorVerdictInput = z.object({
  code: doorCode,
  requestId,
  solved,
  note: optionalText(whistleTextLimits.note),
  thanks: z._default(z.boolean(), false),
});
export type DoorOpinionInput = z.infer<typeof doorOpinionInput>;
export type DoorVerdictInput = z.infer<typeof doorVerdictInput>;

/** New settings of a district for whistles. */
export const setWhistleSettingsInput = settingChange(whistleSettings);
