import { Suspense, useMemo } from 'react';
import { positionVerdictLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import type { Position } from '#shared/kernel/place.ts';
import { LazyMapView, type MapCircle, type MapPoint } from '../../../map/index.ts';
import { defineTexts, listed, useJoined, useLabel, useLocale, useTimeWords, withAside } from '../../../platform/index.ts';
import { EmptyState, ShapeMark, Skeleton } from '../../../ui/index.ts';
import { lightWord } from '../../cases-parts/index.ts';
import { whistleLight, whistleMapLook } from '../../dispatch-parts/index.ts';
import { boxAround, useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';
import { WhistlePhotos } from './whistle-photos.tsx';

const texts = defineTexts({
  title: { zh: '联合到场查看', en: 'Joint visit' },
  span: { zh: '{from}–{to}', en: '{from}–{to}' },
  waiting: { zh: '还没有记录', en: 'not recorded yet' },
  label: { zh: '现场和各家报到的位置', en: 'The place and where the units reported in' },
  opening: { zh: '正在打开地图', en: 'Opening the map' },
  noPoint: { zh: '这个哨没有标点', en: 'No point on the map' },
  noPointWhy: { zh: '报到用到场码，或由书记确认。', en: 'Units report in by code, or the secretary confirms them.' },
  here: { zh: '现场', en: 'The place' },
  now: { zh: '{here}：{state}', en: '{here}: {state}' },
  came: { zh: '{unit}，距 {n} 米，{verdict}', en: '{unit}, {n} m away, {verdict}' },
  circle: {
    zh: '虚线内 {n} 米算到场；签到时取一次位置，不跟踪',
    en: 'Within {n} m counts; the position is taken once, nobody is followed',
  },
  minutes: { zh: '纪要', en: 'Minutes' },
  present: { zh: '到场：{names}', en: 'Present: {names}' },
});

/** The place, the circle that counts and where each unit stood when it reported in; below it the minutes, photos and signatures. */
export function SiteVisit({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { full, clock } = useTimeWords();
  const unitName = useUnitName(detail);
  const { locale } = useLocale();
  const { visit } = detail.snapshot;
  const names =
    visit &&
    listed(
      visit.attendance.map(({ departmentId, name }) => withAside(name, unitName(departmentId), locale)),
      locale,
    );
  return (
    <section className={styles.block} aria-labelledby="whistle-visit">
      <h2 id="whistle-visit">
        {say(texts.title)} <small>{visit ? say(texts.span, { from: full(visit.from), to: clock(visit.to) }) : say(texts.waiting)}</small>
      </h2>
      <SiteMap detail={detail} />
      {visit && (
        <div className={styles.minutes}>
          <p>{say(texts.present, { names: names ?? '' })}</p>
          <p className={styles.words}>{visit.minutes}</p>
          <WhistlePhotos detail={detail} purposes={['visit', 'signature']} small />
        </div>
      )}
    </section>
  );
}

function SiteMap({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const unitName = useUnitName(detail);
  const { words, credit } = useMapWords();
  const { writing } = useTimeWords();
  const { phrased } = useJoined();
  const { snapshot, settings } = detail;
  const { point, units, title, state } = snapshot;
  const light = whistleLight(detail.clock, writing.now);
  const haste = lightWord(light);
  const standing = say(texts.now, { here: say(texts.here), state: phrased(say(whistleStateLabels[state]), haste && say(haste)) });
  const start = useMemo(() => (point ? boxAround(point, settings.reportInRadiusM * 1.15) : null), [point, settings.reportInRadiusM]);
  const base = useBaseMap(start);
  const points = useMemo((): MapPoint[] => {
    if (!point) return [];
    const here: MapPoint = {
      ...{ id: 'here', position: [point.lng, point.lat], ageDays: 12, label: `${title} ${standing}` },
      ...whistleMapLook({ state, light }),
    };
    const came = units.flatMap(({ departmentId, arrival }): MapPoint[] => {
      if (!arrival?.point) return [];
      const at: Position = [arrival.point.lng, arrival.point.lat];
      const away = Math.round(arrival.distanceM ?? distanceM(at, [point.lng, point.lat]));
      const verdict = arrival.verdict ? say(positionVerdictLabels[arrival.verdict]) : '';
      const label = say(texts.came, { unit: unitName(departmentId), n: away, verdict });
      return [
        {
          id: departmentId,
          position: at,
          shape: 'tick',
          tone: 'done',
          overdue: false,
          ageDays: 4,
          label,
        },
      ];
    });
    // numbered as in the list below, and so drawn above the plate
    return [here, ...came.map((each, index) => ({ ...each, number: index + 1 }))];
  }, [point, units, title, state, light, standing, unitName, say]);
  const circles = useMemo(
    (): MapCircle[] => (point ? [{ id: 'circle', centre: [point.lng, point.lat], radiusM: settings.reportInRadiusM, kind: 'search' }] : []),
    [point, settings.reportInRadiusM],
  );
  if (!point || !start)
    return (
      <EmptyState icon="map" title={say(texts.noPoint)}>
        {say(texts.noPointWhy)}
      </EmptyState>
    );
  const arrivals = points.slice(1);
  return (
    <div className={styles.map}>
      <Suspense fallback={<Skeleton label={say(texts.opening)} />}>
        <LazyMapView label={say(texts.label)} words={words} credit={credit} start={start} base={base} points={points} circles={circles} />
      </Suspense>
      <ul className={styles.mapNote}>
        <li className={styles.standing}>
          <ShapeMark shape={whistleMapLook({ state, light }).shape} size={16} />
          {standing}
        </li>
        <li>{say(texts.circle, { n: settings.reportInRadiusM })}</li>
        {arrivals.map((each) => (
          <li key={each.id}>
            <b>{each.number}</b> {each.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
