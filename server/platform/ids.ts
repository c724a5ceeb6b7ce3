import { v7 } from 'uuid';
import type { Instant } from '#shared/kernel/time.ts';

/** UUID v7: sorts by the time it was made. */
export function newId<T extends string>(at?: Instant): T {
  return (at === undefined ? v7() : v7({ msecs: at })) as T;
}
