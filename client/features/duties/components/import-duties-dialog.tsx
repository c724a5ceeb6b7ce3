import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import { v7 } from 'uuid';
import { dutyLineProblemLabels } from '#shared/dispatch/duty-list.i18n.ts';
import { readDutyLines } from '#shared/dispatch/duty-list.ts';
import type { RequestId, UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Banner, Field, TextArea, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, layout } from '../../admin-parts/index.ts';

const texts = defineTexts({
  title: { zh: '导入职责清单', en: 'Import a duty list' },
  act: { zh: '导入 {n} 条', en: 'Import {n} items' },
  actNone: { zh: '导入', en: 'Import' },
  paste: { zh: '把清单贴在这里', en: 'Paste the list here' },
  hint: {
    zh: '一行一条：编号、事项、依据、英文名（可不填），用逗号或制表符隔开。可以从表格里直接复制。',
    en: 'One item a line: code, name, basis, English name (optional), by comma or tab. Copy it straight from a spreadsheet.',
  },
  file: { zh: '或选一个 CSV 文件', en: 'Or choose a CSV file' },
  empty: { zh: '先贴清单或选文件', en: 'Paste a list or choose a file first' },
  tooBig: { zh: '内容超过 20 万字，分几次导入', en: 'Over 200,000 characters; import in parts' },
  nothing: { zh: '没有能导入的行', en: 'No line can be imported' },
  good: { zh: '能导入 {n} 条', en: '{n} items can be imported' },
  bad: { zh: '{n} 行没有收，其余照常导入', en: '{n} lines are not taken; the others are imported' },
  line: { zh: '第 {n} 行', en: 'Line {n}' },
  done: { zh: '已导入 {n} 条', en: '{n} items imported' },
});

const largest = 200_000;

/** A pasted list: what it brings and which lines are not taken, with number and reason, before anything is saved. */
export function ImportDutiesDialog({ districtId, onClose }: { districtId: string; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestId, setRequestId] = useState(() => v7());
  const [text, setText] = useState('');
  const inForce = useQuery(trpc.dispatch.duties.queryOptions({ districtId: districtId as UnitId }));
  const { items, refused } = readDutyLines(
    text,
    (inForce.data ?? []).map(({ code }) => code),
  );
  const renew = () => queries.invalidateQueries({ queryKey: trpc.dispatch.duties.pathKey() });
  const send = useMutation(
    trpc.dispatch.importDuties.mutationOptions({
      onError: () => {
        setRequestId(v7());
        void renew();
      },
      onSuccess: async (_, { codes }) => {
        await renew();
        toast.show({ text: say(texts.done, { n: codes.length }) });
        onClose();
      },
    }),
  );
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setText(await file.text());
  };
  const missing = () => {
    if (text.trim() === '') return say(texts.empty);
    if (text.length > largest) return say(texts.tooBig);
    return items.length === 0 || !inForce.data ? say(texts.nothing) : undefined;
  };
  return (
    <ConfirmDialog
      wide
      title={say(texts.title)}
      act={items.length === 0 ? say(texts.actNone) : say(texts.act, { n: items.length })}
      busy={send.isPending}
      error={send.error}
      missing={missing()}
      onAct={() =>
        send.mutate({
          ...{ districtId: districtId as UnitId, requestId: requestId as RequestId, text },
          codes: items.map(({ code }) => code),
        })
      }
      onClose={onClose}
    >
      <Field label={say(texts.paste)} hint={say(texts.hint)}>
        {(control) => <TextArea {...control} rows={7} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={say(texts.file)}>
        {(control) => <input {...control} type="file" accept=".csv,.txt,text/csv,text/plain" onChange={(event) => void take(event)} />}
      </Field>
      {items.length > 0 && (
        <section>
          <h3 className={layout.note}>{say(texts.good, { n: items.length })}</h3>
          <ul className={layout.lines} style={{ maxHeight: 180, overflow: 'auto' }}>
            {items.map(({ code, nameZh, basis }) => (
              <li key={code}>
                <b>{code}</b>
                <span>{nameZh}</span>
                <span className={layout.note}>{basis}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <Banner tone="care" title={say(texts.bad, { n: refused.length })} live>
          <ul className={layout.lines} style={{ maxHeight: 180, overflow: 'auto' }}>
            {refused.map(({ line, problem, text: raw }) => (
              <li key={line}>
                <b>{say(texts.line, { n: line })}</b>
                <span>{say(dutyLineProblemLabels[problem])}</span>
                <span className={layout.note}>{raw}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </ConfirmDialog>
  );
}
