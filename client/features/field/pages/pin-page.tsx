import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { textLimits } from '#shared/cases/text-limits.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { defineTexts, useLabel, usePosition, useTRPC } from '../../../platform/index.ts';
import { Button, Field, Skeleton, TextInput } from '../../../ui/index.ts';
import { useReportForm } from '../../category-parts/index.ts';
import { boxAround, PickOnMap } from '../../place-parts/index.ts';
import { FieldStep } from '../components/field-shell.tsx';
import styles from '../field.module.css';
import { SURE_WITHIN_M } from '../field-draft.ts';
import { useFieldDraft } from '../hooks/use-field-draft.tsx';
import { useSubmitReport } from '../hooks/use-submit-report.ts';

const texts = defineTexts({
  title: { zh: '是在这里吗？', en: 'Is it here?' },
  why: {
    zh: '定位不够准（{n} 米）。移动地图，让十字对准地方。',
    en: 'The position is only within {n} m. Move the map until the cross is on the place.',
  },
  none: {
    zh: '没有定到位。移动地图，让十字对准地方，或写明地址。',
    en: 'There is no position. Move the map to the place, or write the address.',
  },
  fine: { zh: '不对就移动地图，让十字对准地方。', en: 'If it is wrong, move the map until the cross is on the place.' },
  here: { zh: '就是这里，提交', en: 'It is here; submit' },
  hereBack: { zh: '就是这里', en: 'It is here' },
  address: { zh: '地址', en: 'Address' },
  optional: { zh: '可不填', en: 'optional' },
  missing: { zh: '指一下位置，或写明地址', en: 'Point out the place or write the address' },
  loading: { zh: '正在打开地图', en: 'Opening the map' },
});

/** When the fix is wide: the cross on the map, a circle for how sure the device was. */
export function PinPage() {
  const say = useLabel();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { draft, change } = useFieldDraft();
  const form = useReportForm();
  const { submit } = useSubmitReport();
  const { ask } = usePosition();
  const [shutter] = useState(draft.point);
  const { point, category } = draft;
  const chosen = form.data?.categories.find(({ scheme, code }) => scheme === category?.scheme && code === category?.code);
  const [locatedAt, setLocatedAt] = useState<{ lng: number; lat: number } | null>(null);
  const answerer = useQuery(
    trpc.reporting.answerer.queryOptions({ unitId: null, point: point && { lng: point.lng, lat: point.lat } }, { enabled: point !== null }),
  );
  const centre = locatedAt ?? shutter;
  const start: BoundingBox | null = centre
    ? boxAround(centre, Math.min(400, Math.max(120, shutter?.accuracyM ?? 120)))
    : (form.data?.communities[0]?.box ?? null);
  const locate = async () => {
    const answer = await ask();
    if (answer.ok) setLocatedAt({ lng: answer.position.lng, lat: answer.position.lat });
  };
  const confirm = () => {
    const next = { ...draft, confirmed: true };
    change({ confirmed: true });
    if (chosen) void submit(next, chosen);
    else navigate('/new/what');
  };
  const accuracy = shutter?.accuracyM ?? null;
  return (
    <FieldStep
      heading
      title={say(texts.title)}
      subtitle={answerer.data?.place ?? answerer.data?.grid?.name}
      backTo="/new/what"
      acts={
        <Button
          variant="primary"
          size="large"
          icon="pin"
          missing={point || draft.address.trim() ? undefined : say(texts.missing)}
          onClick={confirm}
        >
          {say(chosen ? texts.here : texts.hereBack)}
        </Button>
      }
    >
      <p>
        {accuracy === null ? say(texts.none) : accuracy > SURE_WITHIN_M ? say(texts.why, { n: Math.round(accuracy) }) : say(texts.fine)}
      </p>
      <div className={styles.map}>
        {start ? (
          <PickOnMap
            start={start}
            circles={
              shutter && accuracy !== null
                ? [{ id: 'shutter', centre: [shutter.lng, shutter.lat], radiusM: accuracy, kind: 'accuracy' }]
                : []
            }
            onPick={([lng, lat]) => change({ point: { lng, lat, accuracyM: null, source: 'pin' } })}
            onLocate={() => void locate()}
          />
        ) : (
          <Skeleton label={say(texts.loading)} />
        )}
      </div>
      <Field label={say(texts.address)} optionalWord={say(texts.optional)}>
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
    </FieldStep>
  );
}
