import { useState } from 'react';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import { defineTexts, formatDistance, useLabel, useLocale } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import styles from '../field.module.css';

const texts = defineTexts({
  near: { zh: '离案件 {away}，在 {radius} 内，可以核查', en: '{away} from the case, within {radius}: you may inspect' },
  far: { zh: '离案件 {away}，请走到 {radius} 内', en: '{away} from the case; come within {radius}' },
  unknown: { zh: '核查要在现场：测一下您离案件多远', en: 'The inspection is on site: measure how far you are' },
  noPoint: { zh: '这件案子没有坐标，以现场照片为准', en: 'The case has no coordinates; the photo speaks' },
  measure: { zh: '测距离', en: 'Measure' },
  again: { zh: '再测一次', en: 'Measure again' },
  failed: { zh: '没定到位，到开阔处再测', en: 'No position; try again in the open' },
});

type Spot = { lng: number; lat: number };

type Props = { position: Spot | null; point: Spot | null; radiusM: number; onAsk: () => Promise<Spot | null> };

/** How far the inspector is from the case, before the server says it. */
export function DistanceLine({ position, point, radiusM, onAsk }: Props) {
  const say = useLabel();
  const { locale } = useLocale();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  if (!point) return <p className={styles.lead}>{say(texts.noPoint)}</p>;
  const away = position && distanceM([position.lng, position.lat], [point.lng, point.lat]);
  const words =
    away === null
      ? say(state === 'failed' ? texts.failed : texts.unknown)
      : say(away <= radiusM ? texts.near : texts.far, { away: formatDistance(away, locale), radius: formatDistance(radiusM, locale) });
  const ask = async () => {
    setState('asking');
    setState((await onAsk()) ? 'idle' : 'failed');
  };
  return (
    <div className={styles.distance} role="status">
      <span>{words}</span>
      <Button size="small" icon="aim" busy={state === 'asking'} onClick={() => void ask()}>
        {say(away === null ? texts.measure : texts.again)}
      </Button>
    </div>
  );
}
