import type { Platform } from '#server/platform/context.ts';
import { DAY } from '#shared/kernel/time.ts';
import { dropForgotten, findForgotten } from '../files-store.ts';

/** A tablet may keep a report for days before it finds a network; after this a photo nobody used is deleted. */
export const FORGOTTEN_AFTER_MS = 30 * DAY;
const AT_ONCE = 200;

/** Deletes photos that were sent and never used, rows first, so that no row points at a file that is gone. Returns how many. */
export async function sweepForgottenPhotos(platform: Platform): Promise<number> {
  const before = new Date(platform.now() - FORGOTTEN_AFTER_MS);
  let swept = 0;
  for (;;) {
    const rows = await findForgotten(platform.db, { before, take: AT_ONCE });
    for (const row of rows) {
      if (!(await dropForgotten(platform.db, row.id))) continue;
      const keys = [row.originalKey, row.servedKey, row.thumbKey].filter((key) => key !== null);
      await Promise.all(keys.map((key) => platform.storage.remove(key)));
      swept += 1;
    }
    if (rows.length < AT_ONCE) return swept;
  }
}
