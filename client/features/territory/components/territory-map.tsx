import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { BoundingBox, MultiPolygon, Position } from '#shared/kernel/place.ts';
import { LazyMapView, type MapArea, type MapPoint, type MapViewProps, type MapZone } from '../../../map/index.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Skeleton } from '../../../ui/index.ts';
import { useBaseMap, useMapWords } from '../../place-parts/index.ts';

const texts = defineTexts({
  label: { zh: '辖区地图', en: 'Map of the territory' },
  opening: { zh: '正在打开地图', en: 'Opening the map' },
});

/** Which boundaries a zoom shows: the chosen one's neighbours and what lies inside, no more than the eye can part. */
function levelsAt(zoom: number): UnitLevel[] {
  if (zoom < 12) return ['district', 'street', 'community'];
  if (zoom < 15) return ['street', 'community', 'grid'];
  if (zoom < 17) return ['community', 'grid', 'estate'];
  return ['grid', 'estate', 'building'];
}

const nothing: readonly never[] = [];

/** Boundaries of the view over our own ground; the chosen unit stands out, what lies outside it is greyed. */
export function TerritoryMap({
  start,
  chosen,
  extra = nothing,
  points = nothing,
  edit = null,
  redrawn = false,
  onSelect,
  onPick,
  children,
}: {
  start: BoundingBox;
  chosen: { id: string; name: string; path: string; geometry: MultiPolygon | null } | null;
  extra?: readonly MapZone[];
  points?: readonly MapPoint[];
  edit?: MapViewProps['edit'];
  /** the ring editor shows the chosen one itself */
  redrawn?: boolean;
  onSelect: (unitId: string) => void;
  onPick?: ((point: Position) => void) | undefined;
  children?: ReactNode;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const { words, credit } = useMapWords();
  const [area, setArea] = useState<MapArea | null>(null);
  const zoom = Math.round(area?.zoom ?? 15);
  const [west, south, east, north] = area?.bounds ?? start;
  const base = useBaseMap(area?.bounds ?? start, Math.min(zoom, 18));
  const { data } = useQuery(
    trpc.territory.boundaries.queryOptions(
      { box: [west, south, east, north], zoom, levels: levelsAt(zoom) },
      { placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const editing = edit !== null && edit !== undefined;
  const zones = useMemo(() => {
    const around = (data?.boundaries ?? []).flatMap((boundary): MapZone[] => {
      if (boundary.unitId === chosen?.id) return [];
      const inside = chosen !== null && boundary.path.startsWith(chosen.path);
      const tagged = boundary.level === 'grid' || (zoom < 13 && boundary.level === 'community');
      return [
        {
          id: boundary.unitId,
          name: boundary.name,
          geometry: boundary.geometry,
          faded: chosen !== null && !inside && !chosen.path.startsWith(boundary.path),
          ...(tagged ? { tag: { badge: boundary.name } } : {}),
        },
      ];
    });
    const own = chosen?.geometry && !redrawn ? [{ id: chosen.id, name: chosen.name, geometry: chosen.geometry, own: true }] : [];
    return [...around, ...own, ...extra];
  }, [data, chosen, extra, redrawn, zoom]);
  return (
    <Suspense fallback={<Skeleton label={say(texts.opening)} />}>
      <LazyMapView
        label={say(texts.label)}
        words={words}
        credit={credit}
        start={start}
        base={base}
        zones={zones}
        points={points}
        edit={edit}
        onMove={setArea}
        {...(editing ? {} : { onSelectZone: (id: string) => !id.startsWith('fault') && onSelect(id) })}
        {...(onPick ? { onPick } : {})}
      >
        {children}
      </LazyMapView>
    </Suspense>
  );
}
