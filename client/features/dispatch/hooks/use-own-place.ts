import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { useSession, useTRPC } from '../../../platform/index.ts';

/** The unit the person may blow whistles in, its box on the map and its district. */
export function useOwnPlace(): { unitId: string | null; districtId: string; box: BoundingBox | null; isPending: boolean } {
  const trpc = useTRPC();
  const { me, isPending } = useSession();
  const post = me?.posts.find(({ role }) => role === 'secretary') ?? me?.posts.find(({ role }) => role === 'streetOperator');
  const unitId = post?.unitId ?? null;
  const query = useQuery(
    trpc.territory.unit.queryOptions({ unitId: unitId ?? '' }, { enabled: unitId !== null, staleTime: HOUR, retry: false }),
  );
  const box = useMemo(() => (query.data?.geometry ? boundingBox(query.data.geometry) : null), [query.data]);
  return { unitId, districtId: me?.districtId ?? '', box, isPending: isPending || (unitId !== null && query.isPending) };
}
