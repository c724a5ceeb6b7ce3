import { useEffect, useState } from 'react';
import { currentNow, type FoundPosition, type PositionState } from '../../../platform/index.ts';

/** Above this the fix comes from masts and wireless networks. Metres. */
const gnssLimitM = 100;

/** The position while the viewfinder is open, getting better by the second; nothing is kept until the shutter. */
export function useWatchedPosition(): PositionState {
  const [state, setState] = useState<PositionState>({ status: 'asking' });
  useEffect(() => {
    if (!('geolocation' in navigator)) {
      setState({ status: 'failed', problem: 'unsupported' });
      return;
    }
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const position: FoundPosition = {
          lng: coords.longitude,
          lat: coords.latitude,
          accuracyM: Math.min(100_000, coords.accuracy),
          source: coords.accuracy <= gnssLimitM ? 'gnss' : 'network',
          capturedAt: currentNow(),
        };
        setState({ status: 'found', position });
      },
      (error) =>
        setState((before) =>
          before.status === 'found' ? before : { status: 'failed', problem: error.code === 1 ? 'denied' : 'unavailable' },
        ),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return state;
}
