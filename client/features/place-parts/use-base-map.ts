import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useMemo } from 'react';
import type { AppRouter } from '#server/router.ts';
import { HOUR } from '#shared/kernel/durations.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { BaseLayerName, BaseMap } from '../../map/index.ts';
import { useTRPC } from '../../platform/index.ts';

type Feature = inferRouterOutputs<AppRouter>['territory']['baseMap']['features'][number];

/** What each stored layer is drawn as; a layer nobody knows stays away. */
const drawnAs: Readonly<Record<string, BaseLayerName>> = {
  green: 'green',
  block: 'estate',
  water: 'water',
  ditch: 'water',
  road: 'road',
  rail: 'road',
  building: 'building',
  point: 'land',
};
const roadWidths: Readonly<Record<string, number>> = { arterial: 22, main: 16, local: 9, lane: 5, rail: 4, ditch: 6 };

export function baseMapOf(features: readonly Feature[]): BaseMap {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ layer, class: kind, name, geometry }) => {
      const drawn = drawnAs[layer];
      if (!drawn) return [];
      const widthM = roadWidths[kind ?? ''];
      return [{ type: 'Feature' as const, geometry, properties: { layer: drawn, name, ...(widthM ? { widthM } : {}) } }];
    }),
  };
}

/** Our own ground for a view; asked in rounded boxes, so that a small move asks nothing new. */
export function useBaseMap(view: BoundingBox | null, zoom = 17): BaseMap | null {
  const trpc = useTRPC();
  const box = useMemo(() => (view ? rounded(view) : null), [view]);
  const { data } = useQuery(
    trpc.territory.baseMap.queryOptions(
      { box: box ?? [0, 0, 0, 0], zoom },
      { enabled: box !== null, staleTime: HOUR, placeholderData: keepPreviousData, retry: false },
    ),
  );
  return useMemo(() => (data ? baseMapOf(data.features) : null), [data]);
}

/** About 500 m; the box grows outwards. */
const step = 0.005;
function rounded([west, south, east, north]: BoundingBox): [number, number, number, number] {
  const down = (value: number) => Number((Math.floor(value / step) * step).toFixed(3));
  const up = (value: number) => Number((Math.ceil(value / step) * step).toFixed(3));
  return [down(west), down(south), up(east), up(north)];
}
