import * as z from 'zod/mini';
import { requestId, unitId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { written } from '../kernel/written-text.ts';

/** What a district may set, a version each: figures of whistles (lifecycles D2) and of cases (D1). */
export const settingKinds = ['whistle', 'case'] as const;
export type SettingKind = (typeof settingKinds)[number];

/** Least and most of a figure that a district sets. */
export type Bounds = readonly [least: number, most: number];

/** A whole number within its bounds. */
export const within = ([least, most]: Bounds) => z.int().check(z.gte(least), z.lte(most));

/** A new version of settings over the version its author has seen, from an instant on that is not over yet; null = at once. */
export const settingChange = <T extends z.core.SomeType>(settings: T) =>
  z.object({
    districtId: unitId,
    requestId,
    expectedVersion: z.int().check(z.gte(0)),
    effectiveFrom: z.nullable(instant),
    why: written(200),
    settings,
  });
export type SettingChange<T> = Omit<z.infer<ReturnType<typeof settingChange<z.ZodMiniAny>>>, 'settings'> & { settings: T };

/** Whose settings are asked for. */
export const districtSettingsInput = z.object({ districtId: unitId });
