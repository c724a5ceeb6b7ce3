import { useSession } from '../../../platform/index.ts';
import { DutyList } from '../../duty-parts/duty-list.tsx';

/** The community duty list (社区职责清单) for whoever draws up or judges a plan; the administrator keeps it. */
export function DutiesPage() {
  const { me } = useSession();
  return me ? <DutyList districtId={me.districtId ?? ''} /> : null;
}
