import { useState } from 'react';
import { textLimits } from '#shared/cases/text-limits.ts';
import { isPhoneNumber, normalizePhone } from '#shared/identity/phone-number.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { BottomSheet, Button, Field, TextInput } from '../../../ui/index.ts';
import styles from '../field.module.css';
import type { FieldDraft } from '../field-draft.ts';

const texts = defineTexts({
  title: { zh: '替谁说', en: 'For whom' },
  close: { zh: '关上', en: 'Close' },
  name: { zh: '怎么称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  hint: {
    zh: '有电话，办理进展会告诉这位居民；只有经办人看得到',
    en: 'With a number the resident is kept informed; only those who handle the case see it',
  },
  invalid: { zh: '电话号码不对', en: 'Not a phone number' },
  use: { zh: '替这位居民说', en: 'Report for this resident' },
  own: { zh: '不是替别人', en: 'Not for somebody else' },
  optional: { zh: '可不填', en: 'optional' },
});

/** Whom the report is for; goes to the sealed contact data, never into the history. */
export function BehalfSheet({
  value,
  open,
  onClose,
  onChange,
}: {
  value: FieldDraft['behalf'];
  open: boolean;
  onClose: () => void;
  onChange: (value: FieldDraft['behalf']) => void;
}) {
  const say = useLabel();
  const [name, setName] = useState(value?.name ?? '');
  const [phone, setPhone] = useState(value?.phone ?? '');
  const wrong = phone.trim() !== '' && !isPhoneNumber(normalizePhone(phone));
  const take = () => {
    onChange({ name, phone });
    onClose();
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say(texts.title)}
      closeLabel={say(texts.close)}
      actions={
        <>
          <Button variant="primary" missing={wrong ? say(texts.invalid) : undefined} onClick={take}>
            {say(texts.use)}
          </Button>
          <Button
            onClick={() => {
              onChange(null);
              onClose();
            }}
          >
            {say(texts.own)}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field label={say(texts.name)} optionalWord={say(texts.optional)}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={textLimits.name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={say(texts.phone)}
          optionalWord={say(texts.optional)}
          hint={say(texts.hint)}
          error={wrong ? say(texts.invalid) : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              type="tel"
              inputMode="tel"
              value={phone}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
      </div>
    </BottomSheet>
  );
}
