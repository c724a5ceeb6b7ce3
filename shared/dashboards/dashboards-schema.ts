import * as z from 'zod/mini';
import type { CaseFilters, CaseView } from '../cases/case-queries.ts';
import type { CaseState } from '../cases/cases-schema.ts';
import { unitId } from '../kernel/ids.ts';

/** Any unit from the district down to a grid. */
export const overviewInput = z.object({ unitId });
export type OverviewInput = z.infer<typeof overviewInput>;

/** The list a number opens: exactly the rows that were counted. */
export type CaseListLink = { view: CaseView; filters: CaseFilters };

/** States from registration on; what the overview calls 新增 among the reported ones (reports that are declined, diverted or void are not). */
export const acceptedStates = [
  'registered',
  'dispatched',
  'objected',
  'inProgress',
  'onHold',
  'feedback',
  'closed',
  'reviewed',
] as const satisfies readonly CaseState[];

/** States in which the dispatcher or the street owes the next step (待受理、待派). */
export const waitingStates = ['reported', 'verifying', 'registered', 'objected'] as const satisfies readonly CaseState[];

/** Repeated complaints: at least so many open cases of one minor class in one grid, reported within so many days (scoring.md, repeatRate). */
export const REPEAT_MIN = 3;
export const REPEAT_DAYS = 30;

/** Days of the trend, today included. */
export const TREND_DAYS = 14;

/** What the map may be coloured by. */
export const zoneMeasures = ['openPer100', 'onTimeRate', 'overdue'] as const;
export const zoneMeasure = z.enum(zoneMeasures);
export type ZoneMeasure = z.infer<typeof zoneMeasure>;
