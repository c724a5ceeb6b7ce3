import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import type { BoundingBox, Position } from '#shared/kernel/place.ts';
import { LazyMapView, type MapCircle, type MapPoint, type MapZone } from '../../../map/index.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { EmptyState, Skeleton } from '../../../ui/index.ts';
import { FlagPill, mapLookOf, StatusPill } from '../../cases-parts/index.ts';
import { boxAround, useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { useOwnBox } from '../hooks/use-own-box.ts';
import styles from './triage.module.css';

const texts = defineTexts({
  label: { zh: '这件事和附近同类案件', en: 'This matter and similar cases nearby' },
  picking: { zh: '移动地图，让十字对准地方；方向键也可以', en: 'Move the map until the cross is on the place; arrow keys work too' },
  opening: { zh: '正在打开地图', en: 'Opening the map' },
  none: { zh: '还没有地图', en: 'No map yet' },
  noneWhy: { zh: '这个辖区还没有画边界，可以按地址登记。', en: 'This area has no boundary yet; register by address.' },
});

/** Metres to each side of the matter, and how far a possible duplicate lies. */
const view = 150;
const radius = 50;

/** The place of a report with the 50 m of a possible duplicate and the open cases of its class; or the cross that corrects it. */
export function TriageMap({
  caseId,
  point,
  category,
  onOpen,
  onPick,
}: {
  caseId: string;
  point: { lng: number; lat: number } | null;
  category: { scheme: string; code: string } | null;
  onOpen?: (id: string) => void;
  onPick?: ((centre: Position) => void) | undefined;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const own = useOwnBox();
  const { words, credit } = useMapWords();
  const start = useMemo((): BoundingBox | null => (point ? boxAround(point, view) : own), [point, own]);
  const [seen, setSeen] = useState<BoundingBox | null>(null);
  const box = seen ?? start;
  const rounded = useMemo((): [number, number, number, number] | null => (box ? [box[0], box[1], box[2], box[3]] : null), [box]);
  const base = useBaseMap(box);
  const cases = useQuery(
    trpc.cases.map.queryOptions(
      {
        view: 'open',
        box: rounded ?? [0, 0, 0, 0],
        zoom: 17,
        ...(category ? { categoryScheme: category.scheme, categoryCode: category.code } : {}),
      },
      { enabled: rounded !== null && !onPick, placeholderData: keepPreviousData },
    ),
  );
  const zones = useQuery(
    trpc.territory.boundaries.queryOptions(
      { box: rounded ?? [0, 0, 0, 0], zoom: 17, levels: ['grid'] },
      { enabled: rounded !== null, placeholderData: keepPreviousData },
    ),
  );
  const points = useMemo((): MapPoint[] => {
    if (cases.data?.kind !== 'points' || onPick) return [];
    return cases.data.points
      .filter((each) => each.id !== caseId)
      .map((each) => {
        const late = each.light === 'red';
        const look = mapLookOf(each);
        return {
          ...{ id: each.id, position: each.at, overdue: late, ageDays: 1, shape: look.shape, tone: look.tone },
          label: [each.caseNo, each.title].filter(Boolean).join(' '),
        };
      });
  }, [cases.data, caseId, onPick]);
  const areas = useMemo(
    (): MapZone[] =>
      (zones.data?.boundaries ?? []).map((zone) => ({ id: zone.unitId, name: zone.name, geometry: zone.geometry, own: false })),
    [zones.data],
  );
  const circles = useMemo((): MapCircle[] => {
    if (!point) return [];
    const centre: Position = [point.lng, point.lat];
    return [
      { id: 'search', centre, radiusM: radius, kind: 'search' },
      { id: 'here', centre, radiusM: 1, kind: 'accuracy' },
    ];
  }, [point]);
  if (!start)
    return (
      <EmptyState icon="map" title={say(texts.none)}>
        {say(texts.noneWhy)}
      </EmptyState>
    );
  return (
    <Suspense fallback={<Skeleton label={say(texts.opening)} />}>
      <LazyMapView
        label={say(onPick ? texts.picking : texts.label)}
        words={words}
        credit={credit}
        start={start}
        base={base}
        zones={areas}
        points={points}
        circles={circles}
        {...(onOpen ? { onSelectPoint: onOpen } : {})}
        {...(onPick ? { onPick } : {})}
        onMove={(area) => setSeen(area.bounds)}
      >
        {!onPick && (
          <div className={styles.legend}>
            <StatusPill state="registered" bare />
            <StatusPill state="dispatched" bare />
            <StatusPill state="inProgress" bare />
            <FlagPill flag="soon" bare />
            <FlagPill flag="overdue" bare />
          </div>
        )}
      </LazyMapView>
    </Suspense>
  );
}
