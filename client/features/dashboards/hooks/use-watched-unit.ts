import { useSearch } from '@tanstack/react-router';
import type { Role } from '#shared/identity/identity-schema.ts';
import { useSession } from '../../../platform/index.ts';

/** What a secretary's pages are about: the unit in the address, else the first unit of the person's own posts. */
export type WatchedUnit = { id: string; name: string; communityId: string | null; chosen: boolean };

const watching = [
  'secretary',
  'streetOperator',
  'dispatcher',
  'inspector',
  'callbackOfficer',
  'auditor',
  'administrator',
  'gridWorker',
] as const satisfies readonly Role[];
const rankOf = (role: Role): number => (watching as readonly Role[]).indexOf(role);

export function useWatchedUnit(): { unit: WatchedUnit | null; units: WatchedUnit[]; isPending: boolean } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { me, isPending } = useSession();
  const posts = (me?.posts ?? []).filter((post) => rankOf(post.role) >= 0 && post.unitId !== null);
  const ordered = posts.toSorted((a, b) => rankOf(a.role) - rankOf(b.role));
  const units = ordered.flatMap(({ unitId, unitName, communityId }): WatchedUnit[] =>
    unitId === null ? [] : [{ id: unitId, name: unitName ?? '', communityId, chosen: false }],
  );
  const own = [...new Map(units.map((unit) => [unit.id, unit])).values()];
  const asked = typeof raw['unit'] === 'string' ? raw['unit'] : null;
  const unit = asked === null ? own[0] : (own.find(({ id }) => id === asked) ?? { id: asked, name: '', communityId: null, chosen: true });
  return { unit: unit ?? null, units: own, isPending };
}
