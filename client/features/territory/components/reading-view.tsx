import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BoundingBox, Position } from '#shared/kernel/place.ts';
import type { MapZone } from '../../../map/index.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { layout } from '../../admin-parts/index.ts';
import { boxOfFinding, faultPoints, faultZones } from '../findings-on-map.ts';
import type { Finding, UnitPage } from '../territory-types.ts';
import { DutyHere } from './duty-here.tsx';
import { findingWords } from './finding-list.tsx';
import styles from './territory.module.css';
import { TerritoryMap } from './territory-map.tsx';
import { UnitPanel } from './unit-panel.tsx';

const texts = defineTexts({
  who: { zh: '这里谁值班', en: 'Who is on duty here' },
});

/** The map with the chosen unit, and its panel; findings and older boundaries are laid over the map. */
export function Reading({
  page,
  start,
  onSelect,
  onEdit,
  onCreate,
}: {
  page: UnitPage;
  start: BoundingBox;
  onSelect: (unitId: string) => void;
  onEdit: () => void;
  onCreate: () => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const { unit, geometry } = page;
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [chosen, setChosen] = useState<Finding | null>(null);
  const [version, setVersion] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const [point, setPoint] = useState<Position | null>(null);
  const older = useQuery(
    trpc.territory.boundaryVersion.queryOptions({ unitId: unit.id, version: version ?? 1 }, { enabled: version !== null }),
  );
  const extra = useMemo((): MapZone[] => {
    const shown =
      version !== null && older.data ? [{ id: 'fault version', name: unit.name, geometry: older.data.geometry, step: 2 as const }] : [];
    return [...shown, ...faultZones(findings, chosen)];
  }, [version, older.data, unit.name, findings, chosen]);
  const points = useMemo(() => faultPoints(findings, (finding) => findingWords(finding, say)), [findings, say]);
  const looked = useMemo(() => ({ id: unit.id, name: unit.name, path: unit.path, geometry }), [unit, geometry]);
  const box = (chosen && boxOfFinding(chosen)) ?? start;
  return (
    <>
      <div className={styles.map}>
        <TerritoryMap start={box} chosen={looked} extra={extra} points={points} onSelect={onSelect} onPick={asking ? setPoint : undefined}>
          <div className={styles.mapTools}>
            <Button size="small" icon="aim" aria-pressed={asking} onClick={() => setAsking(!asking)}>
              {say(texts.who)}
            </Button>
          </div>
          {asking && <DutyHere point={point} />}
        </TerritoryMap>
      </div>
      <aside className={layout.panel}>
        <UnitPanel
          page={page}
          chosenFinding={chosen}
          onFindings={setFindings}
          onFinding={setChosen}
          onEditBoundary={onEdit}
          onShowVersion={setVersion}
          onCreate={onCreate}
        />
      </aside>
    </>
  );
}
