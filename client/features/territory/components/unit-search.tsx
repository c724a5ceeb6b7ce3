import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { unitLevelLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { EmptyState, SearchInput } from '../../../ui/index.ts';
import { Answer } from '../../admin-parts/index.ts';
import styles from './territory.module.css';

const texts = defineTexts({
  label: { zh: '名称、编码或曾用名', en: 'Name, code or former name' },
  none: { zh: '没有找到', en: 'Nothing found' },
  noneWhy: { zh: '换个字试试，曾用名和旧门牌也能找。', en: 'Try other words; former names and old door numbers work too.' },
});

/** The tree, or while something is typed what was found. */
export function UnitSearch({ onSelect, children }: { onSelect: (id: string) => void; children: ReactNode }) {
  const say = useLabel();
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim()).slice(0, 60);
  const found = useQuery(trpc.territory.find.queryOptions({ text: text || '·' }, { enabled: text !== '' }));
  return (
    <div className={styles.treePane}>
      <div className={styles.search}>
        <SearchInput label={say(texts.label)} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {text === '' ? (
        children
      ) : (
        <Answer query={found} lines={4}>
          {(units) =>
            units.length === 0 ? (
              <EmptyState icon="search" title={say(texts.none)}>
                {say(texts.noneWhy)}
              </EmptyState>
            ) : (
              <ul className={styles.finds}>
                {units.map((unit) => (
                  <li key={unit.id}>
                    <button
                      type="button"
                      onClick={() => {
                        setTyped('');
                        onSelect(unit.id);
                      }}
                    >
                      <b>{unit.name}</b>
                      <small>{[say(unitLevelLabels[unit.level]), ...unit.above.slice(-2)].join(' · ')}</small>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      )}
    </div>
  );
}
