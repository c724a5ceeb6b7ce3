import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { boxOfPositions } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { LazyMapView } from '../../../map/index.ts';
import { defineTexts, useJoined, useLabel, usePosition, useSession, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { EmptyState, Segmented, Skeleton } from '../../../ui/index.ts';
import { boxAround, useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { casePoints } from '../case-points.ts';
import { FieldShell } from '../components/field-shell.tsx';
import { TaskRow } from '../components/task-row.tsx';
import styles from '../field.module.css';

const texts = defineTexts({
  title: { zh: '地图', en: 'Map' },
  label: { zh: '我这一片未结的案件', en: 'Open cases of my area' },
  show: { zh: '怎么看', en: 'Show as' },
  map: { zh: '地图', en: 'Map' },
  list: { zh: '列表', en: 'List' },
  loading: { zh: '正在打开', en: 'Opening' },
  none: { zh: '没有未结的案件', en: 'No open cases' },
});

/** The area with its open cases; the list says the same. */
export function MapPage() {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { me } = useSession();
  const { words, credit } = useMapWords();
  const { state, ask } = usePosition();
  const [shown, setShown] = useState<'map' | 'list'>('map');
  const [view, setView] = useState<BoundingBox | null>(null);
  const open = useQuery(trpc.cases.list.queryOptions({ view: 'open', limit: 200 }));
  const ownId = me?.posts.find(({ unitId }) => unitId !== null)?.unitId ?? null;
  const own = useQuery(trpc.territory.unit.queryOptions({ unitId: ownId ?? '' }, { enabled: ownId !== null }));
  const joined = useJoined();
  const points = useMemo(() => casePoints(open.data?.rows ?? [], { say, joined, now: writing.now }), [open.data, say, joined, writing.now]);
  const here = state.status === 'found' ? state.position : null;
  const geometry = own.data?.geometry ?? null;
  const start = useMemo<BoundingBox | null>(() => {
    if (here) return boxAround(here, 200);
    const outline = geometry?.coordinates.flat(2) ?? points.map(({ position }) => position);
    return outline.length > 0 ? boxOfPositions(outline) : null;
  }, [here, geometry, points]);
  const base = useBaseMap(view ?? start, 16);
  const zones = useMemo(
    () => (geometry && own.data ? [{ id: own.data.unit.id, name: own.data.unit.name, geometry, own: true }] : []),
    [geometry, own.data],
  );
  return (
    <FieldShell at="map" title={say(texts.title)} subtitle={own.data?.unit.name}>
      <Segmented
        touch
        label={say(texts.show)}
        value={shown}
        onChange={setShown}
        segments={[
          { value: 'map', label: say(texts.map), icon: 'map' },
          { value: 'list', label: say(texts.list), icon: 'list' },
        ]}
      />
      {shown === 'map' && start && (
        <div className={styles.map}>
          <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
            <LazyMapView
              label={say(texts.label)}
              words={words}
              credit={credit}
              start={start}
              base={base}
              zones={zones}
              points={points}
              onSelectPoint={(id) => navigate(`/tasks/${id}`)}
              onLocate={() => void ask()}
              onMove={(area) => setView(area.bounds)}
              circles={here?.accuracyM ? [{ id: 'here', centre: [here.lng, here.lat], radiusM: here.accuracyM, kind: 'accuracy' }] : []}
            />
          </Suspense>
        </div>
      )}
      {shown === 'map' && !start && <Skeleton label={say(texts.loading)} />}
      {shown === 'list' && (
        <ul className={styles.rows}>
          {open.data?.rows.map((line) => (
            <TaskRow key={line.id} line={line} />
          ))}
        </ul>
      )}
      {shown === 'list' && open.data?.rows.length === 0 && <EmptyState title={say(texts.none)} />}
    </FieldShell>
  );
}
