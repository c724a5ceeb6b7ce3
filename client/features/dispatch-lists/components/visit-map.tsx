import { useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { LazyMapView, type MapPoint } from '../../../map/index.ts';
import { defineTexts, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
import { EmptyState, Skeleton } from '../../../ui/index.ts';
import { lightWord } from '../../cases-parts/index.ts';
import { boxAround, useBaseMap, useMapWords } from '../../place-parts/index.ts';
import type { Stop } from '../hooks/use-visits.ts';
import { mostBehind, visitStanding } from './visit-looks.ts';
import styles from './visits.module.css';

const texts = defineTexts({
  map: { zh: '这一天的到场地图', en: 'Map of the day’s visits' },
  loading: { zh: '正在取地图', en: 'Fetching the map' },
  none: { zh: '这一天没有带位置的到场', en: 'No visit with a position on this day' },
});

/** Metres kept free around the outermost places. */
const margin = 250;

/** Where the units go on one day; several units at one whistle are one stop, numbered by time as in the list. */
export function VisitMap({ stops }: { stops: readonly Stop[] }) {
  const say = useLabel();
  const { listed } = useJoined();
  const navigate = useNavigate();
  const { clock, writing } = useTimeWords();
  const { words, credit } = useMapWords();
  const points = useMemo((): MapPoint[] => {
    return stops.flatMap(({ number, visits: own }): MapPoint[] => {
      const [first] = own;
      const behind = mostBehind(own, writing.now);
      if (!first?.point || !behind) return [];
      const { look, light } = visitStanding(behind, writing.now);
      const { lng, lat } = first.point;
      const haste = lightWord(light);
      const units = listed(...own.map(({ name }) => say(name)));
      const label = [number, clock(first.at), first.whistleNo, first.title, units, haste && say(haste)].filter(Boolean).join(' ');
      return [{ id: first.whistleId, position: [lng, lat], ...look, overdue: light === 'red', ageDays: 12, label, number }];
    });
  }, [stops, clock, say, writing.now, listed]);
  const start = useMemo(() => boxOf(points), [points]);
  const base = useBaseMap(start);
  if (!start) return <EmptyState icon="map" title={say(texts.none)} />;
  return (
    <div className={styles.map}>
      <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
        <LazyMapView
          label={say(texts.map)}
          words={words}
          start={start}
          credit={credit}
          base={base}
          points={points}
          onSelectPoint={(id) => void navigate({ href: `/d/w/${id}` })}
        />
      </Suspense>
    </div>
  );
}

function boxOf(points: readonly MapPoint[]): BoundingBox | null {
  const boxes = points.map(({ position: [lng, lat] }) => boxAround({ lng, lat }, margin));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
