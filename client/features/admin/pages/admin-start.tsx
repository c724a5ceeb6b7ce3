import { useEffect } from 'react';
import { hasRole } from '#shared/identity/actor-policy.ts';
import { useSession } from '../../../platform/index.ts';
import { AdminFrame } from '../../admin-parts/index.ts';

/** `/a` goes on to the page of the person's work: the trail for an auditor, the territory for everybody else. */
export function AdminStart({ onGo }: { onGo: (page: 'territory' | 'audit') => void }) {
  const { me } = useSession();
  const target = me === null ? null : hasRole(me, 'administrator') ? 'territory' : hasRole(me, 'auditor') ? 'audit' : null;
  useEffect(() => {
    if (target) onGo(target);
  }, [target, onGo]);
  return <AdminFrame page="territory">{null}</AdminFrame>;
}
