import { MINUTE } from '#shared/kernel/durations.ts';
import { ShapeMark } from '../ui/icons/shape-mark.tsx';
import styles from './freshness-stamp.module.css';
import { defineTexts, useLabel } from './i18n.tsx';
import { useFreshness } from './live.tsx';
import { useTimeWords } from './time-zone.tsx';

const texts = defineTexts({
  asOf: { zh: '截至 {time}', en: 'As of {time}' },
  old: { zh: '截至 {time}，正在重连', en: 'As of {time}, reconnecting' },
  waiting: { zh: '正在连接', en: 'Connecting' },
});

/** After this a figure is said to be old, after the second it is marked late. */
const oldAfter = 5 * MINUTE;
const lateAfter = 15 * MINUTE;

/** 截至 09:42: how fresh the figures are. The last ones stay. */
export function FreshnessStamp() {
  const say = useLabel();
  const { connected, asOf } = useFreshness();
  const { clock, writing } = useTimeWords();
  if (asOf === null) return <span className={styles.stamp}>{say(texts.waiting)}</span>;
  const age = connected ? 0 : writing.now - asOf;
  const tone = age > lateAfter ? 'late' : age > oldAfter ? 'old' : 'fresh';
  return (
    <span className={styles.stamp} data-tone={tone}>
      <ShapeMark shape={tone === 'fresh' ? 'tick' : tone === 'old' ? 'triangleAlert' : 'notchedAlert'} />
      {say(connected ? texts.asOf : texts.old, { time: clock(connected ? writing.now : asOf) })}
    </span>
  );
}
