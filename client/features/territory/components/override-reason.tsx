import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Field, TextArea } from '../../../ui/index.ts';

const texts = defineTexts({
  label: { zh: '一定要这样保存的理由', en: 'Why it must be saved like this' },
  hint: {
    zh: '四个字以上，记入审计；边界自己相交的一律不收',
    en: 'Four characters or more, kept in the audit trail; a line that crosses itself is never taken',
  },
});

/** The reason as it is sent; null while it is too short to be one. */
export function readReason(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.length >= 4 && trimmed.length <= 400 ? trimmed : null;
}

export function OverrideReason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useLabel();
  return (
    <Field label={say(texts.label)} hint={say(texts.hint)}>
      {(control) => <TextArea {...control} rows={2} maxLength={400} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
