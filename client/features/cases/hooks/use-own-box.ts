import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { useSession, useTRPC } from '../../../platform/index.ts';

/** The box of the unit a person's first post lies in; null until it is known or when it was never drawn. */
export function useOwnBox(): BoundingBox | null {
  const trpc = useTRPC();
  const { me } = useSession();
  const unitId = me?.posts.find((post) => post.unitId)?.unitId ?? me?.districtId ?? null;
  const { data } = useQuery(
    trpc.territory.unit.queryOptions({ unitId: unitId ?? '' }, { enabled: unitId !== null, staleTime: HOUR, retry: false }),
  );
  return useMemo(() => (data?.geometry ? boundingBox(data.geometry) : null), [data]);
}
