import type { ReactNode } from 'react';
import { LiveProvider } from './live.tsx';
import { useSession } from './session.ts';
import { TimeZoneProvider } from './time-zone.tsx';

const defaultZone = 'Asia/Shanghai';

/** What depends on who is signed in: live updates only for them, every time written in the zone of their district. */
export function SignedIn({ live, children }: { live: boolean; children: ReactNode }) {
  const { me } = useSession();
  return (
    <LiveProvider enabled={live && me !== null}>
      <TimeZoneProvider value={me?.timeZone ?? defaultZone}>{children}</TimeZoneProvider>
    </LiveProvider>
  );
}
