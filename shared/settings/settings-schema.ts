import * as z from 'zod/mini';
import { requestId, unitId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { written } from '../kernel/written-text.ts';

/** What a district may set, a version each: figures of whistles (lifecycles D2) and of cases (D1). */
export const settingKinds = ['whistle', 'case'] as const;
export type SettingKind = (typeof settingKinds)[number];

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
