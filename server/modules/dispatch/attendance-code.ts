import { createHmac } from 'node:crypto';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { type Instant, MINUTE } from '#shared/kernel/time.ts';

/** How long one code stands on the secretary's tablet. */
export const CODE_WINDOW_MS = 5 * MINUTE;
type Asked = { secret: string; whistleId: WhistleId; at: Instant };

/** The six digits that prove presence: made from the installation's key, so that every process shows and accepts the same. */
export function attendanceCode({ secret, whistleId, at }: Asked): { code: string; until: Instant } {
  const window = Math.floor(at / CODE_WINDOW_MS);
  const digest = createHmac('sha256', secret).update(`attendance ${whistleId} ${window}`).digest();
  return { code: String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0'), until: (window + 1) * CODE_WINDOW_MS };
}

/** Whether the digits are those of now or of the window just past, so that a code that changes while it is typed still counts. */
export function isAttendanceCode(code: string, asked: Asked): boolean {
  return [asked.at, asked.at - CODE_WINDOW_MS].some((at) => attendanceCode({ ...asked, at }).code === code);
}
