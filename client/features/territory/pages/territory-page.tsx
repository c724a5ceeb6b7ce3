import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { postsOf } from '#shared/identity/actor-policy.ts';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { useSession, useTRPC } from '../../../platform/index.ts';
import { AdminFrame, Answer, layout } from '../../admin-parts/index.ts';
import { Creating, Editing } from '../components/drawing-views.tsx';
import { Reading } from '../components/reading-view.tsx';
import styles from '../components/territory.module.css';
import { UnitSearch } from '../components/unit-search.tsx';
import { UnitTree } from '../components/unit-tree.tsx';
import { padded } from '../findings-on-map.ts';
import type { UnitPage } from '../territory-types.ts';

/** The tree, the map and one unit, which is read, redrawn, or gets a new unit below. */
export function TerritoryPage({ selected, onSelect }: { selected: string | null; onSelect: (unitId: string | null) => void }) {
  return (
    <AdminFrame page="territory">
      <Territory selected={selected} onSelect={onSelect} />
    </AdminFrame>
  );
}

function Territory({ selected, onSelect }: { selected: string | null; onSelect: (unitId: string) => void }) {
  const { me } = useSession();
  const trpc = useTRPC();
  // without a choice: the unit the person administers
  const unitId = selected ?? (me ? postsOf(me, 'administrator')[0]?.unitId : null) ?? null;
  const unit = useQuery(trpc.territory.unit.queryOptions({ unitId: unitId ?? '' }, { enabled: unitId !== null }));
  const line = useMemo(() => unit.data?.line.map(({ id }) => id) ?? [], [unit.data]);
  return (
    <div className={`${layout.columns} ${styles.columns}`}>
      <UnitSearch onSelect={onSelect}>
        <UnitTree selected={unitId} line={line} onSelect={onSelect} />
      </UnitSearch>
      <Answer query={unit} lines={10}>
        {(page) => <Unit key={page.unit.id} page={page} onSelect={onSelect} />}
      </Answer>
    </div>
  );
}

function Unit({ page, onSelect }: { page: UnitPage; onSelect: (unitId: string) => void }) {
  const [mode, setMode] = useState<'read' | 'edit' | 'create'>('read');
  const start = useStart(page);
  if (mode === 'edit') return <Editing page={page} start={start} onSelect={onSelect} onEnd={() => setMode('read')} />;
  if (mode === 'create') {
    const end = (created: string | null) => {
      setMode('read');
      if (created) onSelect(created);
    };
    return <Creating page={page} start={start} onSelect={onSelect} onEnd={end} />;
  }
  return <Reading page={page} start={start} onSelect={onSelect} onEdit={() => setMode('edit')} onCreate={() => setMode('create')} />;
}

/** Where the map opens: the unit; without a boundary what is drawn below it, else the whole installation. */
function useStart(page: UnitPage): BoundingBox {
  const trpc = useTRPC();
  const { unit, geometry } = page;
  const around = useQuery(
    trpc.territory.boundaries.queryOptions(
      { box: [-180, -90, 180, 90], zoom: 10, levels: ['street', 'community', 'grid'] },
      { enabled: geometry === null, staleTime: 60_000 },
    ),
  );
  return useMemo(() => {
    if (geometry) return padded(boundingBox(geometry));
    const all = around.data?.boundaries ?? [];
    const below = all.filter(({ path }) => path.startsWith(unit.path));
    const above = all.filter(({ path }) => unit.path.startsWith(path));
    const coordinates = (below.length > 0 ? below : above.length > 0 ? above : all).flatMap((each) => each.geometry.coordinates);
    return coordinates.length > 0 ? padded(boundingBox({ type: 'MultiPolygon', coordinates })) : [73, 18, 135, 54];
  }, [geometry, around.data, unit.path]);
}
