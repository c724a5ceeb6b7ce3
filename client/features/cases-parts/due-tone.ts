import type { Due } from '#shared/calendar/calendar-schema.ts';
import { type Light, lightOf } from '#shared/clocks/light.ts';
import type { Instant } from '#shared/kernel/time.ts';

export const dueTones = ['green', 'soon', 'late', 'held', 'provisional'] as const;
export type DueTone = (typeof dueTones)[number];

/** How much of the way from `from` to `due` is gone at `now`, 0 to 1. */
export function usedShare({ from, due, now }: { from: Instant; due: Instant; now: Instant }): number {
  if (due <= from) return now >= due ? 1 : 0;
  return Math.min(1, Math.max(0, (now - from) / (due - from)));
}

/** The traffic light of a limit at the page's moment, the same for lists, maps and prints; grey while it is held. */
export function clockLight(
  { due, soonAt, held }: { due: Pick<Due, 'at'> | null; soonAt: Instant | null; held: boolean },
  now: Instant,
): Light {
  return lightOf({ due: held ? null : (due?.at ?? null), soonAt, now });
}

const tones = { green: 'green', yellow: 'soon', red: 'late', grey: 'held' } as const satisfies Record<Light, DueTone>;

/** The tone of a clock: the traffic light of the page's moment; where it is green, a due time that may still move says so. */
export function dueTone({ due, soonAt, now, held, provisional }: Toned): DueTone {
  const light = lightOf({ due: held ? null : due, soonAt, now });
  return light === 'green' && provisional ? 'provisional' : tones[light];
}

type Toned = { due: Instant; soonAt: Instant | null; now: Instant; held: boolean; provisional: boolean };
