import { defineTexts, useLabel } from '../../platform/index.ts';
import { Field, TextInput } from '../../ui/index.ts';
import styles from './notices.module.css';

const texts = defineTexts({ from: { zh: '从', en: 'From' }, to: { zh: '到', en: 'To' } });

/** 450 → `07:30` */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

type Span = { from: number; to: number };

/** Two times of the day; the second may lie after midnight. A field that was emptied keeps its last time. */
export function TimeSpan({ value, onChange }: { value: Span; onChange: (value: Span) => void }) {
  const say = useLabel();
  const set = (side: keyof Span, text: string) => {
    const [hour, minute] = text.split(':').map(Number);
    if (hour !== undefined && minute !== undefined) onChange({ ...value, [side]: hour * 60 + minute });
  };
  return (
    <div className={styles.span}>
      {(['from', 'to'] as const).map((side) => (
        <Field key={side} label={say(texts[side])}>
          {(control) => (
            <TextInput
              {...control}
              type="time"
              className={styles.clock ?? ''}
              value={timeOfMinute(value[side])}
              onChange={(event) => set(side, event.target.value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
