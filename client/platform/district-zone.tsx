import type { ReactNode } from 'react';
import { useSession } from './session.ts';
import { TimeZoneProvider } from './time-zone.tsx';

const defaultZone = 'Asia/Shanghai';

/** Writes every time below in the zone of the signed-in person's district. */
export function DistrictZone({ children }: { children: ReactNode }) {
  const { me } = useSession();
  return <TimeZoneProvider value={me?.timeZone ?? defaultZone}>{children}</TimeZoneProvider>;
}
