import { useMemo, useState } from 'react';
import { v7 } from 'uuid';
import { type UnitLevel, unitLevels } from '#shared/identity/identity-schema.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { parentLevels } from '#shared/territory/territory-schema.ts';
import { layout } from '../../admin-parts/index.ts';
import { boxOfFinding, faultZones } from '../findings-on-map.ts';
import { type DrawingState, useDrawing } from '../hooks/use-drawing.ts';
import type { Finding, UnitPage } from '../territory-types.ts';
import { BoundaryEditor } from './boundary-editor.tsx';
import styles from './territory.module.css';
import { TerritoryMap } from './territory-map.tsx';
import { UnitCreator } from './unit-creator.tsx';

type View = { page: UnitPage; start: BoundingBox; onSelect: (unitId: string) => void };

/** The boundary of a unit being redrawn. */
export function Editing({ page, start, onSelect, onEnd }: View & { onEnd: () => void }) {
  const { unit, geometry } = page;
  const state = useDrawing({ unitId: unit.id, parentId: unit.parentId, level: unit.level, geometry });
  const [chosen, setChosen] = useState<Finding | null>(null);
  return (
    <>
      <DrawnMap page={page} start={start} state={state} chosen={chosen} redrawn onSelect={onSelect} />
      <aside className={layout.panel}>
        <BoundaryEditor page={page} state={state} chosen={chosen} onFinding={setChosen} onEnd={onEnd} />
      </aside>
    </>
  );
}

/** A new unit below the chosen one, drawn among its brothers. */
export function Creating({ page, start, onSelect, onEnd }: View & { onEnd: (created: string | null) => void }) {
  const levels = unitLevels.filter((level) => parentLevels[level].some((parent) => parent === page.unit.level));
  const [level, setLevel] = useState<UnitLevel>(levels[0] ?? 'household');
  const [unitId] = useState(() => v7());
  const state = useDrawing({ unitId, parentId: page.unit.id, level, geometry: null });
  const [chosen, setChosen] = useState<Finding | null>(null);
  return (
    <>
      <DrawnMap page={page} start={start} state={state} chosen={chosen} onSelect={onSelect} />
      <aside className={layout.panel}>
        <UnitCreator
          parent={page.unit}
          unitId={unitId}
          levels={levels}
          level={level}
          state={state}
          chosen={chosen}
          onLevel={setLevel}
          onFinding={setChosen}
          onEnd={onEnd}
        />
      </aside>
    </>
  );
}

function DrawnMap({
  page,
  start,
  state,
  chosen,
  redrawn = false,
  onSelect,
}: View & { state: DrawingState; chosen: Finding | null; redrawn?: boolean }) {
  const { unit, geometry } = page;
  const { findings, edit } = state;
  const extra = useMemo(() => faultZones(findings, chosen), [findings, chosen]);
  const looked = useMemo(() => ({ id: unit.id, name: unit.name, path: unit.path, geometry }), [unit, geometry]);
  return (
    <div className={styles.map}>
      <TerritoryMap
        start={(chosen && boxOfFinding(chosen)) ?? start}
        chosen={looked}
        extra={extra}
        edit={edit}
        redrawn={redrawn}
        onSelect={onSelect}
      />
    </div>
  );
}
