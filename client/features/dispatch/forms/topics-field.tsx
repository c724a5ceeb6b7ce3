import { useState } from 'react';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import { Chip, Field, TextInput } from '../../../ui/index.ts';
import { idsOf } from '../../form-parts/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({ known: { zh: '别户提过的', en: 'Named before' } });

/** Topics of an opinion: typed with commas, or taken from those other households named, so that they count together. */
export function TopicsField({
  detail,
  value,
  onChange,
  ...shared
}: SharedField & { detail: WhistleDetail; value: unknown; onChange: (topics: string[]) => void }) {
  const say = useLabel();
  const { listed } = useJoined();
  const topics = idsOf(value);
  const [typed, setTyped] = useState(listed(...topics));
  const known = [...new Set(detail.timeline.flatMap(({ event }) => (event.type === 'OpinionRecorded' ? event.payload.topics : [])))];
  const read = (text: string) => {
    setTyped(text);
    onChange([...new Set(text.split(/[、，,;；]/u).flatMap((part) => part.trim() || []))]);
  };
  const toggle = (topic: string) => {
    const next = topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic];
    setTyped(listed(...next));
    onChange(next);
  };
  return (
    <>
      <Field {...shared}>{(control) => <TextInput {...control} value={typed} onChange={(event) => read(event.target.value)} />}</Field>
      {known.length > 0 && (
        <div className={styles.chips}>
          <span className={styles.quiet}>{say(texts.known)}</span>
          {known.map((topic) => (
            <Chip key={topic} on={topics.includes(topic)} onPress={() => toggle(topic)}>
              {topic}
            </Chip>
          ))}
        </div>
      )}
    </>
  );
}
