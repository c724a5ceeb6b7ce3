import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { measureLabels } from '#shared/dashboards/dashboards.i18n.ts';
import type { ZoneMeasure } from '#shared/dashboards/dashboards-schema.ts';
import { LazyMapView } from '../../../map/index.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { EmptyState, NavLink, ShapeMark, Skeleton } from '../../../ui/index.ts';
import { useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { hrefOf, listHref } from '../hooks/link-search.ts';
import { useCasePoints } from '../hooks/use-case-points.ts';
import { firstMeasure, useZones } from '../hooks/use-zones.ts';
import type { Overview, OverviewArea } from '../overview-types.ts';
import { MeasureChoice } from './measure-choice.tsx';
import { MeasureLegend } from './measure-legend.tsx';
import styles from './measure-map.module.css';

const texts = defineTexts({
  map: { zh: '按网格着色的地图', en: 'Map coloured by grid' },
  per100: { zh: '{open} 件 / {households} 户 = {value}', en: '{open} / {households} households = {value}' },
  onTime: { zh: '按期 {reached} / 应结 {counted}', en: '{reached} of {counted} due' },
  overdueOf: { zh: '{n} 件 / 在办 {open}', en: '{n} of {open} open' },
  cases: { zh: '{n} 件', en: '{n}' },
  fraction: { zh: '{a} / {b}', en: '{a} / {b}' },
  overdue: { zh: '超期 {n}', en: 'Overdue {n}' },
  loading: { zh: '正在取地图', en: 'Fetching the map' },
  noMap: { zh: '还没有网格边界', en: 'No boundaries yet' },
  noMapWhy: { zh: '管理员画好或导入边界后，这里按指标着色。', en: 'Once boundaries are drawn or imported, they are coloured here.' },
});

/** The unit's map coloured by a measure, with the overdue cases on it. A zone opens its own overview. */
export function MeasureMap({ overview }: { overview: Overview }) {
  const say = useLabel();
  const navigate = useNavigate();
  const [measure, setMeasure] = useState<ZoneMeasure>(() => firstMeasure(overview));
  const note = useCallback((area: OverviewArea) => noteOf(measure, area, say), [measure, say]);
  const { zones, breaks } = useZones(overview, { measure, note });
  const { box } = overview.unit;
  const base = useBaseMap(box);
  const { words, credit } = useMapWords();
  const { points } = useCasePoints({ unitId: overview.unit.id, view: 'overdue', box });
  const { numbers } = overview;
  return (
    <section className={styles.panel} aria-labelledby="measure">
      <div className={styles.head}>
        <h2 id="measure">
          {say(measureLabels[measure])} <small>{totalOf(measure, overview, say)}</small>
        </h2>
        <MeasureChoice measure={measure} onChange={setMeasure} />
      </div>
      {box === null ? (
        <EmptyState icon="map" title={say(texts.noMap)}>
          {say(texts.noMapWhy)}
        </EmptyState>
      ) : (
        <>
          <div className={styles.map}>
            <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
              <LazyMapView
                label={say(texts.map)}
                words={words}
                start={box}
                credit={credit}
                base={base}
                zones={zones}
                points={points}
                onSelectZone={(id) => void navigate({ href: hrefOf('/s', { unit: id }) })}
                onSelectPoint={(id) => void navigate({ href: `/s/c/${id}` })}
              />
            </Suspense>
          </div>
          <div className={styles.foot}>
            <MeasureLegend measure={measure} breaks={breaks} />
            {numbers.overdue.count > 0 && (
              <NavLink className={styles.late} href={listHref(numbers.overdue.list, '/s/map')}>
                <ShapeMark shape="notchedAlert" /> {say(texts.overdue, { n: numbers.overdue.count })}
              </NavLink>
            )}
          </div>
        </>
      )}
    </section>
  );
}

type Say = ReturnType<typeof useLabel>;

function noteOf(measure: ZoneMeasure, area: OverviewArea, say: Say): string {
  if (measure === 'onTimeRate') {
    return area.onTime ? say(texts.fraction, { a: area.onTime.numerator / 100, b: area.onTime.denominator }) : '';
  }
  return measure === 'overdue' ? say(texts.overdueOf, { n: area.overdue, open: area.open }) : say(texts.cases, { n: area.open });
}

/** The measure of the whole unit with its fraction. */
function totalOf(measure: ZoneMeasure, { areas, numbers, unit }: Overview, say: Say): string {
  const { count, open } = numbers.overdue;
  if (measure === 'overdue') return say(texts.overdueOf, { n: count, open });
  if (measure === 'openPer100') {
    if (unit.households === null) return '';
    return say(texts.per100, { open, households: unit.households, value: ((open * 100) / unit.households).toFixed(2) });
  }
  const rates = areas.flatMap(({ onTime }) => onTime ?? []);
  const reached = rates.reduce((sum, { numerator }) => sum + numerator / 100, 0);
  return say(texts.onTime, { reached, counted: rates.reduce((sum, { denominator }) => sum + denominator, 0) });
}
