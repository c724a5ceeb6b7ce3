import type { Instant } from '#shared/kernel/time.ts';

export const dueTones = ['green', 'soon', 'late', 'held', 'provisional'] as const;
export type DueTone = (typeof dueTones)[number];

/** Share of the limit after which a clock turns ochre. */
export const soonFrom = 0.8;

/** How much of the way from `from` to `due` is gone at `now`, 0 to 1. */
export function usedShare({ from, due, now }: { from: Instant; due: Instant; now: Instant }): number {
  if (due <= from) return now >= due ? 1 : 0;
  return Math.min(1, Math.max(0, (now - from) / (due - from)));
}

/** The clock's tone: held and late win, then provisional, then ochre after four fifths. */
export function dueTone({
  due,
  now,
  held,
  provisional,
  used,
}: {
  due: Instant;
  now: Instant;
  held: boolean;
  provisional: boolean;
  used: number;
}): DueTone {
  if (held) return 'held';
  if (now >= due) return 'late';
  if (provisional) return 'provisional';
  return used >= soonFrom ? 'soon' : 'green';
}
