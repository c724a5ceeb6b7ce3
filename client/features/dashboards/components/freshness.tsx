import type { Instant } from '#shared/kernel/time.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { ShapeMark } from '../../../ui/index.ts';
import styles from './overview.module.css';

const texts = defineTexts({
  fresh: { zh: '截至 {time}，刚更新', en: 'As of {time}, just renewed' },
  ago: { zh: '截至 {time}，{age}前', en: 'As of {time}, {age} ago' },
  old: { zh: '截至 {time}，{age}没更新，正在重连', en: 'As of {time}, not renewed for {age}, reconnecting' },
});

/** After this the numbers are said to be old, after the second they are marked late. */
const OLD = 5 * MINUTE;
const LATE = 15 * MINUTE;

/** How old the shown numbers are; the last ones stay while nothing newer comes. */
export function Freshness({ asOf, renewedAt }: { asOf: Instant; renewedAt: Instant }) {
  const say = useLabel();
  const { clock, duration, writing } = useTimeWords();
  const age = Math.max(0, writing.now - Math.max(asOf, renewedAt));
  const tone = age > LATE ? 'late' : age > OLD ? 'old' : 'fresh';
  const label = tone !== 'fresh' ? texts.old : age < MINUTE ? texts.fresh : texts.ago;
  return (
    <span className={styles.stamp} data-tone={tone} role="status">
      <ShapeMark shape={tone === 'fresh' ? 'tick' : tone === 'old' ? 'triangleAlert' : 'notchedAlert'} />
      {say(label, { time: clock(asOf), age: duration(age) })}
    </span>
  );
}
