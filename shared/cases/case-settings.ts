import * as z from 'zod/mini';
import { type Bounds, settingChange, within } from '../settings/settings-schema.ts';

/** Least and most a district may set; distances in metres, days in natural days. */
export const caseSettingBounds = {
  inspectionRadiusM: [10, 5_000],
  duplicateRadiusM: [5, 1_000],
  holdReviewMaxDays: [1, 365],
  reopenWithinDays: [1, 365],
  callbackTries: [1, 10],
  extensionsMax: [0, 5],
  holdsMax: [0, 10],
  refusalsMax: [1, 10],
  supervisionsMax: [1, 20],
  reworkPercent: [10, 100],
} as const satisfies Record<string, Bounds>;
const bounds = caseSettingBounds;

/** Figures of lifecycles D1 that a district may change. */
export const caseSettings = z.object({
  inspectionRadiusM: within(bounds.inspectionRadiusM),
  duplicateRadiusM: within(bounds.duplicateRadiusM),
  holdReviewMaxDays: within(bounds.holdReviewMaxDays),
  reopenWithinDays: within(bounds.reopenWithinDays),
  callbackTries: within(bounds.callbackTries),
  extensionsMax: within(bounds.extensionsMax),
  holdsMax: within(bounds.holdsMax),
  /** a request (extension, hold, voiding) refused so often is not asked again */
  refusalsMax: within(bounds.refusalsMax),
  /** supervisions of one case, all levels together */
  supervisionsMax: within(bounds.supervisionsMax),
  /** share of the base finish limit given for a rework */
  reworkPercent: within(bounds.reworkPercent),
  /** grid workers and patrols always report with a photo; false leaves it to the category */
  fieldPhotoAlways: z.boolean(),
});
export type CaseSettings = z.infer<typeof caseSettings>;

/** Defaults of lifecycles D1. */
export const defaultCaseSettings: CaseSettings = {
  inspectionRadiusM: 100,
  duplicateRadiusM: 50,
  holdReviewMaxDays: 30,
  reopenWithinDays: 15,
  callbackTries: 3,
  extensionsMax: 1,
  holdsMax: 3,
  refusalsMax: 3,
  supervisionsMax: 6,
  reworkPercent: 50,
  fieldPhotoAlways: true,
};

/** New settings of a district for cases. */
export const setCaseSettingsInput = settingChange(caseSettings);
