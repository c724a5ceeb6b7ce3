import type { Instant } from '#shared/kernel/time.ts';

/** The one source of "now". Tests and seeds pass their own. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Date.now();
