import type { ZoneMeasure } from '#shared/dashboards/dashboards-schema.ts';
import type { Breaks } from '#shared/dashboards/measure-steps.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { measureText } from '../hooks/use-zones.ts';
import styles from './measure-map.module.css';

const texts = defineTexts({ legend: { zh: '颜色的意思', en: 'What the colours mean' } });

/** Which colour stands for which values. */
export function MeasureLegend({ measure, breaks }: { measure: ZoneMeasure; breaks: Breaks }) {
  const say = useLabel();
  const [second, third, fourth] = breaks.map((value) => measureText(measure, value));
  const words = [`＜${second}`, `${second}–${third}`, `${third}–${fourth}`, `≥${fourth}`];
  return (
    <ul className={styles.legend} aria-label={say(texts.legend)}>
      {words.map((word, index) => (
        <li key={word}>
          <i className={styles.swatch} data-step={index + 1} />
          {word}
        </li>
      ))}
    </ul>
  );
}
