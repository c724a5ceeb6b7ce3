import * as z from 'zod/mini';
import { departmentId, unitId } from '../kernel/ids.ts';
import { pageInput } from '../kernel/page.ts';
import { localDate } from '../kernel/time.ts';
import { dayNumber } from '../kernel/zone-time-dates.ts';
import type { Fraction, GradeLetter, SampleState } from './scoring-schema.ts';
import { type CallExclusion, whistleMeasureId } from './whistle-measures-schema.ts';

/** The figures of a unit's score (scoring.md D7), then what is shown beside it without weight. */
export const unitIndicators = ['reportIn', 'disposal', 'firstPass', 'unitRating', 'resolution'] as const;
export const besideIndicators = ['response', 'onSpot', 'onSiteDelay', 'rounds', 'whistleRating'] as const;
export const whistleIndicatorIds = [...unitIndicators, ...besideIndicators] as const;
export const whistleIndicatorId = z.enum(whistleIndicatorIds);
export type WhistleIndicatorId = z.infer<typeof whistleIndicatorId>;

/** `rate` in hundredths of a per cent; `minutes` and `times` in hundredths of a minute and of a time, a mean of what was counted. */
export type FigureKind = 'rate' | 'minutes' | 'times';

/**
 * One figure with what it rests on: `numerator` in hundredths, `denominator` whole; `counted` rows stand behind it, of which `reached`
 * hold wholly and `partial` in part. Null value = nothing to count (N/A).
 */
export type WhistleFigure = {
  id: WhistleIndicatorId;
  kind: FigureKind;
  weight: number;
  numerator: number;
  denominator: number;
  value: number | null;
  sample: SampleState;
  counted: number;
  reached: number;
  partial: number;
};

/** Calls of the period and those that are not assessed, by reason; their share is published itself. */
export type ExcludedCalls = Readonly<Record<CallExclusion, number>> & { called: number; excluded: number; share: number | null };

/** Figures of one subject. `total` is the score of a unit (null = nothing could be assessed); areas have figures, no score. */
export type WhistleScore = {
  figures: WhistleFigure[];
  total: Fraction | null;
  grade: GradeLetter | null;
  ranked: boolean;
  excluded: ExcludedCalls;
};

/** Whether a community whistles neither too rarely nor too often: whistles of a hundred registered cases, and the points for it. */
export type WhistleBand = { whistles: number; registered: number; perHundred: number | null; value: number | null };

/** At most so many days are asked for at once. */
export const FIGURE_DAYS_MAX = 366;

const asked = {
  /** first and last day of the period, both in it */
  from: localDate,
  to: localDate,
  /** only this unit: its own part counts, not the whole whistle */
  departmentId: z.optional(departmentId),
  /** only whistles of this community, or below this street or district */
  unitId: z.optional(unitId),
};
const ordered = z.refine<{ from: string; to: string }>(({ from, to }) => {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return days >= 1 && days <= FIGURE_DAYS_MAX;
}, 'periodInvalid');

/** Figures of every unit, or of every community, of what the person may see. */
export const whistleFiguresInput = z.object({ ...asked, by: z.enum(['unit', 'community']) }).check(ordered);
export type WhistleFiguresInput = z.infer<typeof whistleFiguresInput>;

/** counted = everything behind a figure; reached = what holds wholly or in part; missed = what does not. */
export const figureParts = ['counted', 'reached', 'missed'] as const;
export type FigurePart = (typeof figureParts)[number];
export const figureWhistlesInput = z
  .object({ ...asked, ...pageInput.shape, measure: whistleMeasureId, part: z.enum(figureParts) })
  .check(ordered);
export type FigureWhistlesInput = z.infer<typeof figureWhistlesInput>;
