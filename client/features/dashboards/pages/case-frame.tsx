import { Outlet, useLocation } from '@tanstack/react-router';
import { SecretaryFrame, type SecretaryPlace } from '../components/secretary-frame.tsx';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';

/** Which place of the bar a file belongs to; the inbox belongs to none. */
function placeOf(path: string): SecretaryPlace | null {
  if (path.startsWith('/s/c/')) return 'cases';
  return path.startsWith('/s/w/') || path === '/s/duties' ? 'whistles' : null;
}

/** The bar of the secretary's pages around a file that every desk shows: a case, a whistle, the inbox. */
export function CaseFrame() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place={placeOf(path)} unit={unit} isPending={isPending}>
      <Outlet />
    </SecretaryFrame>
  );
}
