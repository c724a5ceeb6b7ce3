import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { layout } from '../../admin-parts/index.ts';
import { changedLines, flattened, type SettingGroup } from '../setting-fields.ts';
import { type SettingsTold, waits } from '../settings-types.ts';
import { ChangesTable } from './changes-table.tsx';
import styles from './settings.module.css';

const texts = defineTexts({
  title: { zh: '历次修改', en: 'Changes so far' },
  none: { zh: '还没有改过，全部按默认', en: 'Never changed; everything by default' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  from: { zh: '{time} 起', en: 'from {time}' },
  later: { zh: '{time} 起，还没到', en: 'from {time}, not yet' },
  same: { zh: '和上一版一样', en: 'Same as the version before' },
});

/** Every version with who saved it, why, from when, and what it changed. */
export function SettingsHistory({ told, groups }: { told: SettingsTold; groups: readonly SettingGroup[] }) {
  const say = useLabel();
  const { full, writing } = useTimeWords();
  const { history, defaults } = told;
  return (
    <section className={layout.section}>
      <h2 className={styles.heading}>{say(texts.title)}</h2>
      {history.length === 0 && <p className={layout.note}>{say(texts.none)}</p>}
      <ol className={styles.history}>
        {history.map(({ version, effectiveFrom, savedAt, by, why, settings }, index) => {
          const earlier = history[index + 1]?.settings ?? defaults;
          const lines = changedLines(groups, flattened(earlier), flattened(settings));
          return (
            <li key={version}>
              <p>
                <b>{say(texts.version, { n: version })}</b>{' '}
                {say(waits({ effectiveFrom, savedAt }, writing.now) ? texts.later : texts.from, { time: full(effectiveFrom) })} {by}
              </p>
              {why && <p className={layout.note}>{why}</p>}
              {lines.length === 0 ? <p className={layout.note}>{say(texts.same)}</p> : <ChangesTable plain lines={lines} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
