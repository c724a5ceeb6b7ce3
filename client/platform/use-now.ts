import { useSyncExternalStore } from 'react';
import { MINUTE } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';

let offset = 0;
let now: Instant = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  now = Date.now() + offset;
  for (const listener of listeners) listener();
  timer = setTimeout(tick, MINUTE - (now % MINUTE) + 20);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** Travel time and rounding: below this the two clocks count as equal. */
const TOLERANCE_MS = 2_000;

/** The server's clock rules: every answer carries it (milliseconds), so that a wrong device clock shows no wrong remaining time. */
export function followServerTime(header: string | null): void {
  const serverNow = Number(header);
  if (!header || !Number.isFinite(serverNow) || Math.abs(serverNow - currentNow()) < TOLERANCE_MS) return;
  offset = serverNow - Date.now();
  now = serverNow;
  for (const listener of listeners) listener();
}

export function currentNow(): Instant {
  return Date.now() + offset;
}

/** The present moment, renewed at each full minute; every clock of the page moves together. */
export function useNow(): Instant {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => now,
  );
}
