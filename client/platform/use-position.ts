import { useCallback, useState } from 'react';
import type { CasePoint } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';

export type FoundPosition = CasePoint & { capturedAt: Instant };
export type PositionProblem = 'denied' | 'unavailable' | 'timeout' | 'unsupported';
export type PositionAnswer = { ok: true; position: FoundPosition } | { ok: false; problem: PositionProblem };

const problems: Readonly<Record<number, PositionProblem>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };
/** Above this the fix comes from masts and wireless networks, not from satellites. Metres. */
const gnssLimitM = 100;

/** Asks once where the device is, for one act; nothing is followed or kept. */
export function askPosition(timeoutMs = 15_000): Promise<PositionAnswer> {
  if (!('geolocation' in navigator)) return Promise.resolve({ ok: false, problem: 'unsupported' });
  return new Promise((answer) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        answer({
          ok: true,
          position: {
            lng: coords.longitude,
            lat: coords.latitude,
            accuracyM: Math.min(100_000, coords.accuracy),
            source: coords.accuracy <= gnssLimitM ? 'gnss' : 'network',
            capturedAt: Math.round(timestamp),
          },
        }),
      (error) => answer({ ok: false, problem: problems[error.code] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge: 5_000 },
    );
  });
}

export type PositionState =
  | { status: 'idle' | 'asking' }
  | { status: 'found'; position: FoundPosition }
  | { status: 'failed'; problem: PositionProblem };

/** The position of a moment with its state for the page; `ask` is called by an act of the person. */
export function usePosition(): { state: PositionState; ask: () => Promise<PositionAnswer> } {
  const [state, setState] = useState<PositionState>({ status: 'idle' });
  const ask = useCallback(async () => {
    setState({ status: 'asking' });
    const answer = await askPosition();
    setState(answer.ok ? { status: 'found', position: answer.position } : { status: 'failed', problem: answer.problem });
    return answer;
  }, []);
  return { state, ask };
}
