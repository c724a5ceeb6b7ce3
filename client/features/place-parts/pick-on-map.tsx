import { Suspense, useState } from 'react';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import type { BoundingBox, Position } from '#shared/kernel/place.ts';
import { LazyMapView, type MapCircle } from '../../map/index.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Skeleton } from '../../ui/index.ts';
import { useMapWords } from './map-words.ts';
import { useBaseMap } from './use-base-map.ts';

const texts = defineTexts({
  label: { zh: '移动地图，让十字对准地方；方向键也可以', en: 'Move the map until the cross is on the place; arrow keys work too' },
  opening: { zh: '正在打开地图', en: 'Opening the map' },
});

/** The map settles within this of where it was opened without anybody having moved it. Metres. */
const settledM = 3;

/** The cross stays, the map moves. `onPick` tells the middle after each move. */
export function PickOnMap({
  start,
  circles = [],
  onPick,
  onLocate,
}: {
  start: BoundingBox;
  circles?: readonly MapCircle[];
  onPick: (centre: Position) => void;
  onLocate?: () => void;
}) {
  const say = useLabel();
  const { words, credit } = useMapWords();
  const [view, setView] = useState<BoundingBox>(start);
  const base = useBaseMap(view);
  const [west, south, east, north] = start;
  const pick = (centre: Position) => {
    if (distanceM(centre, [(west + east) / 2, (south + north) / 2]) > settledM) onPick(centre);
  };
  return (
    <Suspense fallback={<Skeleton label={say(texts.opening)} />}>
      <LazyMapView
        label={say(texts.label)}
        words={words}
        credit={credit}
        start={start}
        base={base}
        circles={circles}
        onPick={pick}
        onMove={(area) => setView(area.bounds)}
        {...(onLocate ? { onLocate } : {})}
      />
    </Suspense>
  );
}
