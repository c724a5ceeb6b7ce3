import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Banner, Field, Radio, TextArea } from '../../../ui/index.ts';
import { ConfirmDialog, layout, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import type { SettingChangeLine } from '../setting-fields.ts';
import { type SettingsSent, type SettingsTold, waits } from '../settings-types.ts';
import { ChangesTable } from './changes-table.tsx';
import styles from './settings.module.css';

const texts = defineTexts({
  title: { zh: '保存第 {n} 版', en: 'Save version {n}' },
  act: { zh: '保存第 {n} 版', en: 'Save version {n}' },
  why: { zh: '为什么改', en: 'Why' },
  whyHint: { zh: '写明文件或会议，记入审计', en: 'Name the document or the meeting; it stands in the audit trail' },
  whyMissing: { zh: '写明为什么改', en: 'Say why' },
  at: { zh: '什么时候生效', en: 'In force from' },
  now: { zh: '保存后马上', en: 'at once' },
  later: { zh: '定一个时间', en: 'at a set time' },
  time: { zh: '生效时间', en: 'Time' },
  badDate: { zh: '填上日期和时间', en: 'Give date and time' },
  waiting: {
    zh: '第 {n} 版定在 {time} 生效，还没到。保存后它不再生效，以这一版为准。',
    en: 'Version {n} waits for {time}. Once you save, it never takes effect; this one holds.',
  },
});

const TOMORROW = 86_400_000;

type Props = {
  told: SettingsTold;
  lines: readonly SettingChangeLine[];
  busy: boolean;
  error: unknown;
  onSave: (sent: SettingsSent) => void;
  onClose: () => void;
};

/** What a new version changes and what that means for what runs, why, and from when. */
export function SaveSettingsDialog({ told, lines, busy, error, onSave, onClose }: Props) {
  const say = useLabel();
  const { full, writing } = useTimeWords();
  const [requestId] = useState(() => v7());
  const [later, setLater] = useState(false);
  const [text, setText] = useState(() => wallTextOf(writing.timeZone, writing.now + TOMORROW));
  const [why, setWhy] = useState('');
  const chosen = readWallText(writing.timeZone, text);
  const newest = told.history[0];
  const waiting = newest && waits(newest, writing.now) ? newest : null;
  const missing = () => {
    if (why.trim() === '') return say(texts.whyMissing);
    return later && chosen === null ? say(texts.badDate) : undefined;
  };
  const version = told.version + 1;
  return (
    <ConfirmDialog
      wide
      title={say(texts.title, { n: version })}
      act={say(texts.act, { n: version })}
      busy={busy}
      error={error}
      missing={missing()}
      onAct={() =>
        onSave({
          ...{ requestId, districtId: told.district.id, expectedVersion: told.version, why: why.trim() },
          effectiveFrom: later ? chosen : null,
        })
      }
      onClose={onClose}
    >
      <ChangesTable lines={lines} />
      {waiting && <Banner tone="care">{say(texts.waiting, { n: waiting.version, time: full(waiting.effectiveFrom) })}</Banner>}
      <Field label={say(texts.why)} hint={say(texts.whyHint)}>
        {(control) => <TextArea {...control} rows={2} maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      <fieldset className={styles.when}>
        <legend>{say(texts.at)}</legend>
        <Radio name="from" checked={!later} onChange={() => setLater(false)}>
          {say(texts.now)}
        </Radio>
        <Radio name="from" checked={later} onChange={() => setLater(true)}>
          {say(texts.later)}
        </Radio>
      </fieldset>
      {later && <DateTimeInput className={layout.note} label={say(texts.time)} value={text} onChange={setText} />}
    </ConfirmDialog>
  );
}
