import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Field, TextArea } from '../../../ui/index.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  count: { zh: '这次加 {n} 户，名单里已有 {m} 户', en: '{n} to add, {m} are listed' },
  again: { zh: '补手机号 {n} 户', en: 'phones for {n} listed' },
  twice: { zh: '重复的 {n} 行不再加', en: '{n} repeated lines are left out' },
});

type Door = { id: string; label: string; phone?: string };
/** A door and, if the household gave one, its mobile phone at the end of the line. */
const withPhone = /^(.*\S)[\s,，]+(1\d{10})$/u;
const isDoor = (each: unknown): each is Door => typeof each === 'object' && each !== null && 'label' in each && 'id' in each;

/** Many doors pasted at once: a line each, the first cell of a table row counts; what is listed already is not added twice, but may be given a phone. */
export function HouseholdsField({
  known,
  value,
  onChange,
  ...shared
}: SharedField & { known: readonly { id: string; label: string }[]; value: unknown; onChange: (doors: Door[]) => void }) {
  const say = useLabel();
  const doors = Array.isArray(value) ? value.filter(isDoor) : [];
  const again = doors.filter(({ id }) => known.some((door) => door.id === id)).length;
  const [typed, setTyped] = useState(() => doors.map(({ label, phone }) => (phone ? `${label} ${phone}` : label)).join('\n'));
  const [repeated, setRepeated] = useState(0);
  const read = (text: string) => {
    setTyped(text);
    const lines = text.split(/\r?\n/u).flatMap((line): Omit<Door, 'id'>[] => {
      const [, label, phone] = withPhone.exec(line.replaceAll('\t', ' ').trim()) ?? [];
      if (label && phone) return [{ label: label.trim(), phone }];
      const first = line.split('\t')[0]?.trim();
      return first ? [{ label: first }] : [];
    });
    const listed = new Map(known.map(({ id, label }) => [label, id]));
    const taken = new Set<string>();
    const fresh = lines.filter(({ label, phone }) => {
      if (taken.has(label) || (listed.has(label) && phone === undefined)) return false;
      taken.add(label);
      return true;
    });
    setRepeated(lines.length - fresh.length);
    const idOf = (label: string) => listed.get(label) ?? doors.find((door) => door.label === label)?.id ?? v7();
    onChange(fresh.map((door) => ({ ...door, id: idOf(door.label) })));
  };
  return (
    <Field {...shared}>
      {(control) => (
        <>
          <TextArea {...control} rows={8} value={typed} onChange={(event) => read(event.target.value)} />
          <small className={styles.quiet} role="status">
            {say(texts.count, { n: doors.length - again, m: known.length })}
            {again > 0 && <> {say(texts.again, { n: again })}</>}
            {repeated > 0 && <> {say(texts.twice, { n: repeated })}</>}
          </small>
        </>
      )}
    </Field>
  );
}
