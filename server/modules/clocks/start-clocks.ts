import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '#server/platform/context.ts';
import { nextMarkAt } from './clocks-store.ts';
import { fireDueMarks } from './commands/fire-due-marks.ts';

export type RunningClocks = { stop: () => Promise<void> };

/** A clock that jumps and limits that other processes start are seen within this time. */
const LOOK_MS = 800;
/** Between two firings: marks that come meanwhile fire together; after a quiet time a mark fires at its instant. */
const GATHER_MS = 800;
const RETRY_MS = 1_000;

/** Fires the marks of all limits at their instants until it is stopped; every server process may run one, each mark fires once. */
export function startClocks(platform: Platform): RunningClocks {
  const ending = new AbortController();
  const running = (async () => {
    while (!ending.signal.aborted) {
      const wait = await pass(platform, ending.signal).catch((error: unknown) => {
        platform.log.warn({ err: error }, 'clocks cannot reach the database');
        return RETRY_MS;
      });
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** Fires what is due; answers how long nothing needs to be looked at. */
async function pass(platform: Platform, signal: AbortSignal): Promise<number> {
  const next = await nextMarkAt(platform.db);
  if (next === null) return LOOK_MS;
  const wait = next - platform.now();
  if (wait > 0) return Math.min(LOOK_MS, wait);
  await fireDueMarks(platform, { goOn: () => !signal.aborted });
  return GATHER_MS;
}
