import { useMemo } from 'react';
import type { MapWords } from '../../map/index.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';

const texts = defineTexts({
  zoomIn: { zh: '放大地图', en: 'Zoom in' },
  zoomOut: { zh: '缩小地图', en: 'Zoom out' },
  locate: { zh: '到我这里', en: 'Go to where I am' },
  pointList: { zh: '图上的记号', en: 'Marks on the map' },
  cluster: { zh: '{n} 件，超期 {late} 件', en: '{n} cases, {late} overdue' },
  credit: { zh: '自有底图', en: 'Own base map' },
});

/** The words every map of the light pages needs. */
export function useMapWords(): { words: MapWords; credit: string } {
  const say = useLabel();
  return useMemo(
    () => ({
      words: {
        zoomIn: say(texts.zoomIn),
        zoomOut: say(texts.zoomOut),
        locate: say(texts.locate),
        pointList: say(texts.pointList),
        cluster: (n: number, late: number) => say(texts.cluster, { n, late }),
      },
      credit: say(texts.credit),
    }),
    [say],
  );
}
