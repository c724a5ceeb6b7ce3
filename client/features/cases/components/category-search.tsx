import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Field, Radio, TextInput } from '../../../ui/index.ts';
import styles from './new-case.module.css';

type Entry = inferRouterOutputs<AppRouter>['categories']['list'][number];

const texts = defineTexts({
  label: { zh: '是哪一类事', en: 'What kind of matter' },
  hint: { zh: '写一两个字就能找，比如 灯、井盖、噪', en: 'One or two words find it: lamp, manhole, noise' },
  none: { zh: '没有这样的类别，换个词', en: 'No such kind; try another word' },
});
const most = 10;

/** Finds a class by a word of its name or of its group; what was chosen stays on the list. */
export function CategorySearch({
  entries,
  value,
  onChange,
  error,
}: {
  entries: readonly Entry[];
  value: string | null;
  onChange: (category: string, entry: Entry) => void;
  error: Label | undefined;
}) {
  const say = useLabel();
  const [words, setWords] = useState('');
  const groups = new Map(entries.filter((entry) => entry.parentCode === null).map((entry) => [entry.code, entry.name]));
  const minors = entries.filter((entry) => entry.parentCode !== null || !entries.some((other) => other.parentCode === entry.code));
  const asked = words.trim().toLowerCase();
  const fits = (entry: Entry) => {
    const group = groups.get(entry.parentCode ?? '');
    return [entry.name.zh, entry.name.en, group?.zh ?? '', group?.en ?? ''].some((name) => name.toLowerCase().includes(asked));
  };
  const keyOf = (entry: Entry) => `${entry.scheme}/${entry.code}`;
  const found = minors.filter((entry) => keyOf(entry) === value || fits(entry)).slice(0, most);
  return (
    <div className={styles.category}>
      <Field label={say(texts.label)} hint={say(texts.hint)} {...(error ? { error: say(error) } : {})}>
        {(control) => <TextInput {...control} value={words} onChange={(event) => setWords(event.target.value)} autoComplete="off" />}
      </Field>
      <div role="radiogroup" aria-label={say(texts.label)} className={styles.found}>
        {found.map((entry) => (
          <Radio key={keyOf(entry)} name="category" checked={keyOf(entry) === value} onChange={() => onChange(keyOf(entry), entry)}>
            {say(entry.name)}
          </Radio>
        ))}
        {found.length === 0 && <p>{say(texts.none)}</p>}
      </div>
    </div>
  );
}
