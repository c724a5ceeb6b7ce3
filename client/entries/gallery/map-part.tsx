import { Suspense, useMemo, useState } from 'react';
import type { Position } from '#shared/kernel/place.ts';
import { StatusPill } from '../../features/cases-parts/index.ts';
import { LazyMapView, type MapWords } from '../../map/index.ts';
import { Skeleton } from '../../ui/index.ts';
import styles from './gallery.module.css';
import { measuredZones, sampleBase, sampleCentre, sampleCorners, samplePoints, sampleStart, sampleZones } from './sample-map.ts';

const words: MapWords = {
  zoomIn: '放大地图',
  zoomOut: '缩小地图',
  locate: '定位到我',
  pointList: '地图上的案件',
  cluster: (count, overdue) => `${count} 件未结${overdue > 0 ? `，超期 ${overdue} 件` : ''}`,
};
const credit = '自有底图　审图号 示例（2026）001 号';
const circles = [
  { id: 'me', centre: sampleCentre, radiusM: 22, kind: 'accuracy' as const },
  { id: 'near', centre: sampleCentre, radiusM: 50, kind: 'search' as const },
];
const near = [sampleCentre[0] - 0.0012, sampleCentre[1] - 0.0009, sampleCentre[0] + 0.0012, sampleCentre[1] + 0.0009] as const;

export function MapPart() {
  const [selected, setSelected] = useState<string | null>('2611-0009');
  const [picked, setPicked] = useState<Position>(sampleCentre);
  const [corners, setCorners] = useState<readonly Position[]>(sampleCorners);
  const edit = useMemo(
    () => ({
      corners,
      onChange: setCorners,
      words: { corner: (n: number) => `第 ${n} 个角，可拖动`, middle: (n: number) => `在第 ${n} 条边上加一个角` },
    }),
    [corners],
  );
  const shared = { words, credit, base: sampleBase, start: sampleStart };
  return (
    <Suspense fallback={<Skeleton label="正在取地图" />}>
      <div className={styles.map}>
        <LazyMapView
          {...shared}
          label="案件地图"
          zones={sampleZones}
          points={samplePoints}
          selectedId={selected}
          onSelectPoint={setSelected}
          onLocate={() => undefined}
        >
          <div className={styles.card}>
            <div className={styles.legend}>
              <StatusPill state="dispatched" bare />
              <StatusPill state="inProgress" bare />
            </div>
          </div>
        </LazyMapView>
      </div>
      <div className={styles.columns}>
        <div className={styles.map}>
          <LazyMapView {...shared} label="每百户在办" zones={measuredZones} onSelectZone={() => undefined} />
        </div>
        <div className={styles.map}>
          <LazyMapView {...shared} label="选地点" start={near} zones={sampleZones} circles={circles} onPick={setPicked} />
        </div>
        <div className={styles.map}>
          <LazyMapView {...shared} label="改边界" edit={edit} />
        </div>
      </div>
      <p className={styles.caption}>
        选中 {selected ?? '无'}；地点 {picked[0].toFixed(5)}, {picked[1].toFixed(5)}；{corners.length} 个角
      </p>
    </Suspense>
  );
}
