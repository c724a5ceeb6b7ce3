import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { measureLabels } from '#shared/dashboards/dashboards.i18n.ts';
import type { ZoneMeasure } from '#shared/dashboards/dashboards-schema.ts';
import { LazyMapView, type MapArea } from '../../../map/index.ts';
import { defineTexts, useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { ButtonLink, EmptyState, NavLink, Skeleton } from '../../../ui/index.ts';
import { clockLight, StatusMark } from '../../cases-parts/index.ts';
import { useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { areaNumber } from '../area-number.ts';
import { ListFilters } from '../components/list-filters.tsx';
import styles from '../components/lists.module.css';
import { MarkLegend } from '../components/mark-legend.tsx';
import { MeasureChoice } from '../components/measure-choice.tsx';
import { MeasureLegend } from '../components/measure-legend.tsx';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { WhistleTwin } from '../components/whistle-twin.tsx';
import { hrefOf, linkOf } from '../hooks/link-search.ts';
import { useCasePoints } from '../hooks/use-case-points.ts';
import { useLinkSearch } from '../hooks/use-link-search.ts';
import { useOverview } from '../hooks/use-overview.ts';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';
import { useWhistlePoints } from '../hooks/use-whistle-points.ts';
import { firstMeasure, useZones } from '../hooks/use-zones.ts';
import { whistleListOf } from '../hooks/whistle-list.ts';

const texts = defineTexts({
  title: { zh: '地图', en: 'Map' },
  map: { zh: '案件和哨的地图', en: 'Map of cases and whistles' },
  shown: { zh: '{n} 件案件', en: '{n} cases' },
  whistles: { zh: '{n} 个哨', en: '{n} whistles' },
  list: { zh: '按列表看', en: 'See as a list' },
  rows: { zh: '这些案件', en: 'These cases' },
  first: { zh: '先到期的 {n} 件', en: 'The {n} due first' },
  loading: { zh: '正在取地图', en: 'Fetching the map' },
  none: { zh: '没有这样的案件', en: 'No such cases' },
  noneWhy: { zh: '换一个列表，或去掉上面的条件。', en: 'Choose another list or remove a condition above.' },
  noPlace: { zh: '没有位置，只在列表里', en: 'No place, only in the list' },
  tooMany: { zh: '这里有 {n} 件，放大一些再看每一件', en: '{n} cases here; zoom in to see each' },
  tooManyWhistles: { zh: '这里有 {n} 个哨，放大一些再看', en: '{n} whistles here; zoom in to see each' },
});

const LISTED = 100;

/** `/s/map`: zones coloured by a measure, the cases of a list on them, and the same list beside. */
export function MapPage() {
  const { unit, isPending } = useWatchedUnit();
  const overview = useOverview(unit?.id);
  return (
    <SecretaryFrame place="map" unit={unit} isPending={isPending} name={overview.data?.unit.name}>
      {overview.data ? <CaseMap overview={overview.data} /> : <MapLoading />}
    </SecretaryFrame>
  );
}

function MapLoading() {
  const say = useLabel();
  return <Skeleton label={say(texts.loading)} />;
}

function CaseMap({ overview }: { overview: NonNullable<ReturnType<typeof useOverview>['data']> }) {
  const say = useLabel();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const { listed } = useJoined();
  const { moment, writing } = useTimeWords();
  const { search: asked, change } = useLinkSearch('/s/map');
  const search = asked.unit ? asked : { ...asked, unit: overview.unit.id };
  const { view, filters } = useMemo(() => linkOf(search), [search]);
  const [measure, setMeasure] = useState<ZoneMeasure>(() => firstMeasure(overview));
  const [area, setArea] = useState<MapArea | null>(null);
  const { zones, breaks } = useZones(overview, { measure, note: null });
  const { box } = overview.unit;
  const base = useBaseMap(area?.bounds ?? box);
  const { points, crowded } = useCasePoints({ view, filters, box: area?.bounds ?? box, zoom: Math.round(area?.zoom ?? 15) });
  const beside = useMemo(() => whistleListOf({ view, filters }), [view, filters]);
  const whistles = useWhistlePoints({ list: beside, box: area?.bounds ?? box });
  const marks = useMemo(() => [...points, ...whistles.points], [points, whistles.points]);
  const open = (id: string) => void navigate({ href: whistles.points.some((each) => each.id === id) ? `/s/w/${id}` : `/s/c/${id}` });
  const list = useQuery(
    trpc.cases.list.queryOptions({ ...filters, view, sort: 'clock', limit: LISTED }, { placeholderData: keepPreviousData }),
  );
  const rows = list.data?.rows ?? [];
  const { words, credit } = useMapWords();
  return (
    <>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span className={styles.sum} role="status">
          {listed(
            crowded === null ? say(texts.shown, { n: points.length }) : say(texts.tooMany, { n: crowded }),
            beside &&
              (whistles.crowded === null
                ? say(texts.whistles, { n: whistles.points.length })
                : say(texts.tooManyWhistles, { n: whistles.crowded })),
          )}
        </span>
        <span className={styles.tools}>
          <MeasureChoice measure={measure} onChange={setMeasure} />
          <ButtonLink size="small" icon="list" href={hrefOf('/s/cases', { ...search })}>
            {say(texts.list)}
          </ButtonLink>
        </span>
      </div>
      <ListFilters search={search} change={change} />
      <div className={styles.map}>
        <div className={styles.canvas}>
          {box && (
            <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
              <LazyMapView
                label={say(texts.map)}
                words={words}
                start={box}
                credit={credit}
                base={base}
                zones={zones}
                points={marks}
                onMove={setArea}
                onSelectZone={(id) => change({ unit: id })}
                onSelectPoint={open}
              >
                <div className={styles.legend}>
                  {say(measureLabels[measure])}
                  <MeasureLegend measure={measure} breaks={breaks} />
                  <MarkLegend whistles={beside !== null} />
                </div>
              </LazyMapView>
            </Suspense>
          )}
        </div>
        <div className={styles.twin}>
          {beside && <WhistleTwin list={beside} />}
          <section aria-labelledby="twin">
            <h2 id="twin">
              {say(list.data?.nextCursor ? texts.first : texts.rows, { n: rows.length })} {!list.data?.nextCursor && rows.length}
            </h2>
            {list.data && rows.length === 0 && (
              <EmptyState icon="search" title={say(texts.none)}>
                {say(texts.noneWhy)}
              </EmptyState>
            )}
            <ul>
              {rows.map((line) => (
                <li key={line.id}>
                  <NavLink href={`/s/c/${line.id}`}>
                    <StatusMark state={line.state} light={clockLight(line.clock, writing.now)} />
                    <span>{line.title}</span>
                    <span>{line.names.grid ? areaNumber(line.names.grid) : ''}</span>
                    <small>
                      {line.clock.due ? moment(line.clock.due.at) : moment(line.reportedAt)}
                      {line.point === null && `　${say(texts.noPlace)}`}
                    </small>
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
