import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Button, Checkbox, SearchInput } from '../../../ui/index.ts';
import { StatusPill } from '../../cases-parts/index.ts';
import styles from './draft.module.css';

const texts = defineTexts({
  label: { zh: '关联案件', en: 'Linked cases' },
  find: { zh: '找案件：编号、地点、事情', en: 'Find cases: number, place, matter' },
  none: { zh: '没找到在办的案件', en: 'No open case found' },
  linked: { zh: '已关联 {n} 件', en: '{n} linked' },
  add: { zh: '关联案件', en: 'Link cases' },
});

const shown = 8;

/** The open cases a whistle is blown over: found by words, linked by a tick. */
export function LinkedCases({ value, onChange }: { value: readonly string[]; onChange: (ids: string[]) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(value.length > 0);
  const { data } = useQuery(
    trpc.cases.list.queryOptions(
      { view: 'open', limit: 100, ...(words.trim() === '' ? {} : { text: words.trim() }) },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const rows = data?.rows ?? [];
  const near = [...rows.filter(({ id }) => value.includes(id)), ...rows.filter(({ id }) => !value.includes(id))].slice(
    0,
    Math.max(shown, value.length),
  );
  if (!open)
    return (
      <div>
        <Button size="small" icon="plus" onClick={() => setOpen(true)}>
          {say(texts.add)}
        </Button>
      </div>
    );
  return (
    <fieldset className={styles.units}>
      <legend>
        {say(texts.label)} <small className={styles.quiet}>{say(texts.linked, { n: value.length })}</small>
      </legend>
      <SearchInput label={say(texts.find)} value={words} onChange={(event) => setWords(event.target.value)} />
      {data && rows.length === 0 && <p className={styles.quiet}>{say(texts.none)}</p>}
      <div className={styles.cases}>
        {near.map((row) => (
          <Checkbox
            key={row.id}
            checked={value.includes(row.id)}
            onChange={(event) => onChange(event.target.checked ? [...value, row.id] : value.filter((id) => id !== row.id))}
          >
            {row.caseNo} {row.title} <StatusPill state={row.state} bare />
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
