import type { Ctx } from '#server/platform/context.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { attendanceCode } from '../attendance-code.ts';
import { refusalOf } from '../refusals.ts';
import { findVisibleWhistle } from './find-visible-whistle.ts';

/** The six digits for the secretary's tablet during the joint visit, and until when they stand. Refuses `notYourRole` to others. */
export async function readAttendanceCode(ctx: Ctx, whistleId: WhistleId): Promise<{ code: string; until: Instant }> {
  const { snapshot } = await findVisibleWhistle(ctx, whistleId);
  if (!covers(ctx.actor, snapshot.scopePath, 'secretary')) throw refusalOf({ code: 'notYourRole' });
  return attendanceCode({ secret: ctx.env.secretKey, whistleId, at: ctx.now() });
}
