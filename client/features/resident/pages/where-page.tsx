import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { textLimits } from '#shared/cases/text-limits.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { defineTexts, type PositionProblem, useLabel, usePosition, useTRPC } from '../../../platform/index.ts';
import { Banner, Button, Field, TextInput } from '../../../ui/index.ts';
import { useReportForm } from '../../category-parts/index.ts';
import { boxAround, PickOnMap } from '../../place-parts/index.ts';
import { PlaceList } from '../components/place-list.tsx';
import { ResidentFrame } from '../components/resident-frame.tsx';
import { isPlaced } from '../draft.ts';
import { useReportDraft } from '../hooks/use-report-draft.tsx';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '在哪儿', en: 'Where' },
  where: { zh: '在什么地方？', en: 'Where is it?' },
  here: { zh: '用我现在的位置', en: 'Use where I am now', plain: '就在我这儿' },
  asking: { zh: '正在找您的位置', en: 'Finding where you are' },
  found: { zh: '找到了：{place}', en: 'Found: {place}' },
  foundWhy: {
    zh: '误差约 {n} 米。不对可以在下面选小区，或在地图上指',
    en: 'Within about {n} m. If it is wrong, choose below or point on the map',
  },
  nearHere: { zh: '您现在的位置', en: 'where you are now' },
  pinned: { zh: '地图上指的位置', en: 'the place on the map' },
  or: { zh: '或者', en: 'Or' },
  address: { zh: '具体位置', en: 'More exactly' },
  addressHint: { zh: '比如：3 栋楼下、小卖部门口', en: 'For example: below block 3, by the shop' },
  optional: { zh: '可不填', en: 'optional' },
  showMap: { zh: '在地图上指', en: 'Point on the map' },
  hideMap: { zh: '收起地图', en: 'Hide the map' },
  next: { zh: '下一步：看一遍', en: 'Next: check it' },
  missing: { zh: '点位置、选楼栋或写地址，有一样就行', en: 'Position, building or address: one is enough' },
  denied: {
    zh: '手机没有允许定位。选小区楼栋一样能报',
    en: 'Positioning is not allowed on this phone. Choosing the building works just as well',
  },
  unavailable: {
    zh: '这会儿找不到位置。选小区楼栋一样能报',
    en: 'The position cannot be found now. Choosing the building works just as well',
  },
});

const problemTexts: Readonly<Record<PositionProblem, Label>> = {
  denied: texts.denied,
  unavailable: texts.unavailable,
  timeout: texts.unavailable,
  unsupported: texts.unavailable,
};

/** Second step: my position, the building from a list, the map, or words; any one is enough. */
export function WherePage() {
  const say = useLabel();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { draft, change } = useReportDraft();
  const { state, ask } = usePosition();
  const form = useReportForm();
  const [mapShown, setMapShown] = useState(false);
  const { point, unit } = draft;
  const answerer = useQuery(
    trpc.reporting.answerer.queryOptions(
      { unitId: unit?.id ?? null, point: unit || !point ? null : { lng: point.lng, lat: point.lat } },
      { enabled: unit !== null || point !== null },
    ),
  );
  const locate = async () => {
    const answer = await ask();
    if (!answer.ok) return;
    const { lng, lat, accuracyM, source } = answer.position;
    const found = { lng, lat, accuracyM, source: source === 'network' ? ('network' as const) : ('gnss' as const) };
    setAnchor(found);
    change({ point: found, unit: null });
  };
  // a pin of the person must not pull the map about under the finger
  const [anchor, setAnchor] = useState(point);
  const start: BoundingBox | null = anchor ? boxAround(anchor, 150) : (form.data?.communities[0]?.box ?? null);
  const placeWords = unit?.name ?? answerer.data?.place ?? say(point?.source === 'pin' ? texts.pinned : texts.nearHere);

  return (
    <ResidentFrame
      title={say(texts.title)}
      backTo="/new"
      acts={
        <Button variant="primary" wide missing={isPlaced(draft) ? undefined : say(texts.missing)} onClick={() => navigate('/new/check')}>
          {say(texts.next)}
        </Button>
      }
    >
      <h1>{say(texts.where)}</h1>
      <Button wide icon="aim" busy={state.status === 'asking'} onClick={() => void locate()}>
        {say(state.status === 'asking' ? texts.asking : texts.here)}
      </Button>
      {state.status === 'failed' && (
        <Banner tone="care" live>
          {say(problemTexts[state.problem])}
        </Banner>
      )}
      {(point || unit) && (
        <Banner tone="good" icon="pin" live title={say(texts.found, { place: placeWords })}>
          {point && !unit && point.accuracyM !== null && say(texts.foundWhy, { n: Math.round(point.accuracyM) })}
        </Banner>
      )}
      <p className={styles.or}>{say(texts.or)}</p>
      <PlaceList
        communities={form.data?.communities ?? []}
        chosen={unit}
        onChoose={({ id, name, centre }) => {
          const middle = centre && { lng: centre[0], lat: centre[1], accuracyM: 30, source: 'address' as const };
          setAnchor(middle);
          change({ unit: { id, name }, point: middle });
        }}
      />
      <Field label={say(texts.address)} hint={say(texts.addressHint)} optionalWord={say(texts.optional)}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.address}
            maxLength={textLimits.address}
            autoComplete="off"
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
      {start && (
        <Button icon="map" aria-expanded={mapShown} onClick={() => setMapShown(!mapShown)}>
          {say(mapShown ? texts.hideMap : texts.showMap)}
        </Button>
      )}
      {start && mapShown && (
        <div className={styles.map}>
          <PickOnMap
            start={start}
            onPick={([lng, lat]) => change({ point: { lng, lat, accuracyM: null, source: 'pin' }, unit: null })}
            onLocate={() => void locate()}
          />
        </div>
      )}
    </ResidentFrame>
  );
}
