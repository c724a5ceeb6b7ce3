import { Outlet } from '@tanstack/react-router';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';

/** The bar of the secretary's pages around the case file, the same one as on every desk. */
export function CaseFrame() {
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place="cases" unit={unit} isPending={isPending}>
      <Outlet />
    </SecretaryFrame>
  );
}
