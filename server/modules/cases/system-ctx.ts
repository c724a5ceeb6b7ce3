import type { Ctx, Platform } from '#server/platform/context.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { UserId } from '#shared/kernel/ids.ts';

/** Stands in the history where the product itself acted; no account has this id. */
export const SYSTEM_USER = '00000000-0000-7000-8000-000000000000' as UserId;

/** The context of a job: the product itself acts. */
export function systemCtx(platform: Platform): Ctx {
  return { ...platform, actor: systemActor(SYSTEM_USER), locale: 'zh' };
}
