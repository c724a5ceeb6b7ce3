import { useState } from 'react';
import { defineTexts, useLabel, useLocale } from '../../../platform/index.ts';
import { Checkbox, classNames, EmptyState, Icon, SearchInput } from '../../../ui/index.ts';
import { type Entry, keyOf } from '../category-types.ts';
import { lacksDuty } from '../category-words.ts';
import styles from './categories.module.css';

const texts = defineTexts({
  search: { zh: '名称或编码', en: 'Name or code' },
  tree: { zh: '类别', en: 'Categories' },
  lacking: { zh: '只看没有清单事项的（{n}）', en: 'Without an item of the duty list ({n})' },
  none: { zh: '没有这样的类别', en: 'No such category' },
});

/**
 * Major classes that open to their minor ones; a search opens whatever holds a find. The community's own that name no item of the duty list
 * can be looked at alone: the street cannot send them down.
 */
export function CategoryTree({
  entries,
  selected,
  onSelect,
}: {
  entries: readonly Entry[];
  selected: string | null;
  onSelect: (key: string) => void;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const [typed, setTyped] = useState('');
  const [onlyLacking, setOnlyLacking] = useState(false);
  const lacking = entries.filter(({ parentCode, ...entry }) => parentCode !== null && lacksDuty(entry)).length;
  const narrowed = onlyLacking && lacking > 0;
  const words = typed.trim().toLowerCase();
  const finds = ({ name, code }: Entry) => words === '' || `${name.zh} ${name.en} ${code}`.toLowerCase().includes(words);
  const groups = entries
    .filter(({ parentCode }) => parentCode === null)
    .map((major) => {
      const minors = entries.filter(
        (entry) => entry.scheme === major.scheme && entry.parentCode === major.code && (!narrowed || lacksDuty(entry)),
      );
      return { major, minors: finds(major) ? minors : minors.filter(finds) };
    })
    .filter(({ major, minors }) => (finds(major) && !narrowed) || minors.length > 0);
  return (
    <nav className={styles.tree} aria-label={say(texts.tree)}>
      <div className={styles.search}>
        <SearchInput label={say(texts.search)} value={typed} onChange={(event) => setTyped(event.target.value)} />
        {lacking > 0 && (
          <Checkbox checked={narrowed} onChange={(event) => setOnlyLacking(event.target.checked)}>
            {say(texts.lacking, { n: lacking })}
          </Checkbox>
        )}
      </div>
      {groups.length === 0 && <EmptyState icon="search" title={say(texts.none)} />}
      {groups.map(({ major, minors }) => {
        const holds = minors.some((minor) => keyOf(minor) === selected) || keyOf(major) === selected;
        return (
          <details key={keyOf(major)} open={words !== '' || narrowed || holds || undefined}>
            <summary>
              <Icon name="chevronRight" size={16} />
              <span>{major.name[locale]}</span>
              <small>{minors.length}</small>
            </summary>
            <ul>
              {minors.map((minor) => (
                <li key={keyOf(minor)}>
                  <button
                    type="button"
                    className={classNames(styles.minor)}
                    aria-current={keyOf(minor) === selected ? 'true' : undefined}
                    onClick={() => onSelect(keyOf(minor))}
                  >
                    <span>{minor.name[locale]}</span>
                    <small>{minor.code}</small>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </nav>
  );
}
