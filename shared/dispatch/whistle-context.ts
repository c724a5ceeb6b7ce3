import * as z from 'zod/mini';
import type { Due, Hold } from '../calendar/calendar-schema.ts';
import type { DispatchTarget } from '../cases/case-context.ts';
import type { Placed } from '../cases/cases-events.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { FileId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import { type Bounds, within } from '../settings/settings-schema.ts';
import type { FilePhoto } from './judge-pair.ts';
import { defaultDistrictLimits, districtLimits } from './whistle-limits.ts';

/** Least and most a district may set; distances in metres, days in natural days. */
export const whistleSettingBounds = {
  reportInRadiusM: [20, 5_000],
  accuracyMaxM: [10, 5_000],
  quorumCount: [1, 600],
  quorumPercent: [1, 100],
  extensionsMax: [0, 5],
  extensionMaxDays: [1, 365],
  holdsMax: [0, 10],
  holdReviewMaxDays: [1, 365],
} as const satisfies Record<string, Bounds>;
const bounds = whistleSettingBounds;

/** What a district may set (lifecycles D2, D9-8). */
export const whistleSettings = z.object({
  /** `required`: a community reaches district departments through its street; `direct`: it blows by itself and the street is told */
  streetApproval: z.enum(['required', 'direct']),
  reportInRadiusM: within(bounds.reportInRadiusM),
  /** a position vaguer than this proves nothing */
  accuracyMaxM: within(bounds.accuracyMaxM),
  /** households to be heard: the smaller of this number and the share of all affected, at least one */
  quorumCount: within(bounds.quorumCount),
  quorumPercent: within(bounds.quorumPercent),
  extensionsMax: within(bounds.extensionsMax),
  extensionMaxDays: within(bounds.extensionMaxDays),
  holdsMax: within(bounds.holdsMax),
  holdReviewMaxDays: within(bounds.holdReviewMaxDays),
  limits: districtLimits,
});
export type WhistleSettings = z.infer<typeof whistleSettings>;

/** Defaults of lifecycles D2. */
export const defaultWhistleSettings: WhistleSettings = {
  streetApproval: 'required',
  reportInRadiusM: 200,
  accuracyMaxM: 100,
  quorumCount: 5,
  quorumPercent: 10,
  extensionsMax: 1,
  extensionMaxDays: 30,
  holdsMax: 2,
  holdReviewMaxDays: 30,
  limits: defaultDistrictLimits,
};

/** Facts looked up before a decision; each action reads only those it needs. */
export type WhistleFacts = {
  /** draft and revise: where it lies */
  placed: Placed | null;
  /** draft: the next number */
  whistleNo: string | null;
  /** the named units that serve the place */
  targets: readonly DispatchTarget[];
  /** how many of the named cases the person cannot see or that are over */
  unknownCases: number;
  /** file ids of the input that do not exist or belong to somebody else */
  unknownFileIds: readonly FileId[];
  /** pictures of the matter that already stand in the whistle's file, for pairs of before and after */
  ownPhotos: readonly FilePhoto[];
  /** distance of the reported position to the whistle in metres; null = no position or the whistle has no point */
  distanceM: number | null;
  /** the code read from the secretary's tablet is the one of this whistle and still good; null = none was given */
  codeGood: boolean | null;
  /** codes of the community's duty list (社区职责清单) in force */
  dutyCodes: readonly string[];
};

/** Everything a decision reads apart from snapshot, command and actor. */
export type WhistleContext = WhistleFacts & {
  now: Instant;
  due: DueOf;
  /** close of business of a day in the district's calendar */
  closeOf: (date: LocalDate) => Instant;
  /** the same due time with the instants at which 50 % and 80 % of the working time since `from` are used up, holds left out */
  marked: (due: Due, from: Instant, holds: readonly Hold[]) => Due;
  /** a due time that counts from `startedAt`, moved by a finished hold, in working days */
  shift: (due: Due, hold: Hold, startedAt: Instant) => Due;
  today: LocalDate;
  calendarVersion: number;
  settings: WhistleSettings;
};

/** Start from this and add what the action needs. */
export const noWhistleFacts: WhistleFacts = {
  placed: null,
  whistleNo: null,
  targets: [],
  unknownCases: 0,
  unknownFileIds: [],
  ownPhotos: [],
  distanceM: null,
  codeGood: null,
  dutyCodes: [],
};
