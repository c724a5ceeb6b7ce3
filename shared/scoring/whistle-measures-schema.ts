import * as z from 'zod/mini';
import type { LimitUnit } from '../calendar/calendar-schema.ts';
import type { Side } from '../dispatch/whistle-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { hundredths } from './scoring-schema.ts';

/**
 * What is measured of a whistle, of each unit it called (scoring.md D7). One date decides the period of each: see `measuresOf`.
 * `called` holds every call, with those that are not assessed; `blown` is the whistle itself, for the band of its community.
 */
export const whistleMeasureIds = [
  'reportIn',
  'disposal',
  'firstPass',
  'unitRating',
  'resolution',
  'response',
  'onSpot',
  'onSiteDelay',
  'rounds',
  'whistleRating',
  'called',
  'blown',
] as const;
export const whistleMeasureId = z.enum(whistleMeasureIds);
export type WhistleMeasureId = z.infer<typeof whistleMeasureId>;

/** Why a call is not assessed: the objection was upheld, the street let the unit stay away, or the whistle itself ended without effect. */
export const callExclusions = ['released', 'excused', 'withdrawn', 'void'] as const;
export type CallExclusion = (typeof callExclusions)[number];

export const measureVerdicts = ['full', 'partial', 'none'] as const;
export type MeasureVerdict = (typeof measureVerdicts)[number];

/**
 * One measure of one called unit. `at` decides the period; `doneAt` is what is held against it. `part` in hundredths of `whole`
 * (a rate: 100 or 0 of 1; marks: their sum of the most there is; rounds: how many of 1).
 */
export type WhistleMeasure = {
  measure: WhistleMeasureId;
  departmentId: DepartmentId;
  side: Side;
  /** unit of the limit for coming, fixed when the whistle was blown: how a delay is counted */
  limitUnit: LimitUnit;
  at: Instant;
  doneAt: Instant | null;
  verdict: MeasureVerdict;
  part: z.infer<typeof hundredths>;
  whole: number;
  excluded: CallExclusion | null;
};

/** Measures of the whole whistle rather than of one unit's part: for a community or a street each whistle counts once, by its lead. */
export const wholeWhistleMeasures: readonly WhistleMeasureId[] = ['disposal', 'firstPass', 'rounds', 'resolution', 'blown'];
