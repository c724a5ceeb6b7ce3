import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Banner, Button, Field, TextArea, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, layout } from '../../admin-parts/index.ts';
import type { CalendarNow, Preview } from './calendar-words.ts';
import { ImportPreview } from './import-preview.tsx';

const texts = defineTexts({
  title: { zh: '更新放假安排', en: 'Update the holidays' },
  file: { zh: '选一个文件', en: 'Choose a file' },
  fileHint: { zh: 'JSON：一年或多年，含日期、放假还是上班、节日名', en: 'JSON of one year or several: date, off or worked, name' },
  paste: { zh: '或把内容贴在这里', en: 'Or paste its text here' },
  tooBig: { zh: '文件超过 900 KB，按年拆开再来', en: 'The file is over 900 kB; split it by year' },
  preview: { zh: '看看会改什么', en: 'See what changes' },
  apply: { zh: '更新到第 {n} 版', en: 'Update to version {n}' },
  nothing: { zh: '和现行的一样，没有要改的', en: 'Same as in force; nothing to change' },
  empty: { zh: '先选文件或贴内容', en: 'Choose a file or paste its text first' },
  again: { zh: '换一个文件', en: 'Another file' },
  done: { zh: '已更新到第 {n} 版，受影响的时限正在重算', en: 'Updated to version {n}; affected due times are computed again' },
  provisional: {
    zh: '现在有 {n} 件的时限是暂定的。更新后自动重算，期限变了会写进案件记录。',
    en: '{n} cases have provisional due times. They are computed again by themselves, and each change is written in the case.',
  },
  safe: { zh: '先看差异，确认后才生效；旧版本都留着。', en: 'You see the differences first; older versions stay.' },
});

const largest = 900_000;

/** A file by choice or paste, what it would change line by line, then the update. */
export function ImportDialog({ calendar, onClose }: { calendar: CalendarNow; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const tooBig = text.length > largest;
  const counts = useQuery(trpc.cases.counts.queryOptions({ views: ['provisional'] }));
  const send = useMutation(
    trpc.calendar.import.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.applied) return setPreview(answer);
        void queryClient.invalidateQueries({ queryKey: [['calendar']] });
        toast.show({ text: say(texts.done, { n: answer.version }) });
        onClose();
      },
    }),
  );
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setText(await file.text());
  };
  const ask = (mode: 'preview' | 'apply') =>
    send.mutate({ districtId: calendar.district.id, text, mode, expectedVersion: preview?.version ?? null });
  const waiting = counts.data?.counts.provisional ?? 0;

  if (!preview) {
    return (
      <ConfirmDialog
        wide
        title={say(texts.title)}
        act={say(texts.preview)}
        busy={send.isPending}
        error={send.error}
        missing={text.trim() === '' ? say(texts.empty) : tooBig ? say(texts.tooBig) : undefined}
        onAct={() => ask('preview')}
        onClose={onClose}
      >
        <p className={layout.note}>{say(texts.safe)}</p>
        <Field label={say(texts.file)} hint={say(texts.fileHint)}>
          {(control) => <input {...control} type="file" accept=".json,application/json" onChange={(event) => void take(event)} />}
        </Field>
        <Field label={say(texts.paste)}>
          {(control) => (
            <TextArea {...control} rows={8} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </ConfirmDialog>
    );
  }
  const { diff } = preview;
  const changes = diff.days.length + diff.addedYears.length + diff.removedYears.length;
  return (
    <ConfirmDialog
      wide
      title={say(texts.title)}
      act={say(texts.apply, { n: preview.version + 1 })}
      busy={send.isPending}
      error={send.error}
      missing={changes === 0 && !diff.rulesChanged ? say(texts.nothing) : undefined}
      onAct={() => ask('apply')}
      onClose={onClose}
    >
      <ImportPreview preview={preview} />
      {waiting > 0 && <Banner tone="info">{say(texts.provisional, { n: waiting })}</Banner>}
      <div>
        <Button
          size="small"
          icon="undo"
          onClick={() => {
            setPreview(null);
            send.reset();
          }}
        >
          {say(texts.again)}
        </Button>
      </div>
    </ConfirmDialog>
  );
}
