import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ShapeMark } from '../../../ui/index.ts';
import { caseFlagWords } from '../../cases-parts/index.ts';
import styles from './measure-map.module.css';

const texts = defineTexts({
  legend: { zh: '记号的意思', en: 'What the marks mean' },
  whistle: { zh: '哨', en: 'Whistle' },
  state: { zh: '越满办得越远', en: 'Fuller: further on' },
});

/** What the marks on the map mean; each reads by its shape. */
export function MarkLegend({ whistles }: { whistles: boolean }) {
  const say = useLabel();
  return (
    <ul className={styles.marks} aria-label={say(texts.legend)}>
      {whistles && (
        <li>
          <span className={styles.plate}>
            <ShapeMark shape="whistle" size={14} />
          </span>
          {say(texts.whistle)}
        </li>
      )}
      <li>
        <ShapeMark shape="half" />
        {say(texts.state)}
      </li>
      <li className={styles.soon}>
        <ShapeMark shape="triangleAlert" />
        {say(caseFlagWords.soon)}
      </li>
      <li className={styles.late}>
        <ShapeMark shape="notchedAlert" />
        {say(caseFlagWords.overdue)}
      </li>
    </ul>
  );
}
