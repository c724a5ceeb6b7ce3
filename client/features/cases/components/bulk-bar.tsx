import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { caseCommand } from '#shared/cases/cases-actions.ts';
import { defineTexts, useLabel, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { type BulkJob, BulkOutcomes, Button, Dialog, IconButton, useBulkRun } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { AcknowledgeDialog, type WhistleLine } from '../../dispatch-lists/index.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { InboxRow } from '../inbox-rows.ts';
import styles from './inbox.module.css';

const texts = defineTexts({
  chosen: { zh: '已选 {n} 件', en: '{n} selected' },
  canSign: { zh: '{n} 件可签收', en: '{n} can be signed' },
  canAnswer: { zh: '{n} 件哨可应哨', en: '{n} whistles can be answered' },
  skipped: { zh: '{n} 件不能，会跳过', en: '{n} cannot and are skipped' },
  sign: { zh: '全部签收', en: 'Sign all' },
  answer: { zh: '一起应哨', en: 'Answer all' },
  both: { zh: '签收并应哨', en: 'Sign and answer' },
  clear: { zh: '清除选择', en: 'Clear the selection' },
  outcome: { zh: '签收结果', en: 'Outcome' },
  running: { zh: '正在签收', en: 'Signing' },
  signed: { zh: '已签收', en: 'signed' },
  close: { zh: '看过了', en: 'Seen' },
  none: { zh: '选中的现在都不能签收或应哨', en: 'None of these can be signed or answered now' },
  done: { zh: '签收 {n} 件，没成 {bad} 件', en: '{n} signed, {bad} not' },
});

/** Acts on several rows at once; every row gets its own answer, and what was not done stays chosen. */
export function BulkBar({ rows, onLeft }: { rows: readonly InboxRow[]; onLeft: (ids: readonly string[]) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const failureText = useFailureText(caseRefusalWords);
  const run = useBulkRun();
  // what was chosen when the form opened
  const [asked, setAsked] = useState<{ lines: readonly WhistleLine[]; beside: readonly BulkJob[] } | null>(null);
  const signable = rows.flatMap((row) => (row.kind === 'case' && row.line.allowedActions.includes('sign') ? [row.line] : []));
  const answerable = rows.flatMap((row) => (row.kind === 'whistle' && row.line.allowedActions.includes('acknowledge') ? [row.line] : []));
  const cannot = rows.length - signable.length - answerable.length;

  const jobs = (): BulkJob[] =>
    signable.map(({ id, caseNo, title, version }) => {
      const requestId = v7();
      const sign = async () => {
        const read = caseCommand.safeParse({ action: 'sign', input: { caseId: id, expectedVersion: version, requestId } });
        try {
          if (read.success) await client.cases.act.mutate(read.data);
          return { text: say(texts.signed), ok: read.success };
        } catch (error) {
          return { text: failureText(error), ok: false };
        }
      };
      return { id, name: [caseNo, title].filter(Boolean).join('　'), run: sign };
    });
  const act = async () => {
    if (run.busy || run.started || signable.length + answerable.length === 0) return;
    if (answerable.length > 0) return setAsked({ lines: answerable, beside: jobs() });
    await run.start(jobs());
    await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
  };
  useKeys(rows.length > 0 ? { '1': () => void act() } : {});
  const close = () => {
    if (run.busy) return;
    onLeft(run.outcomes.filter(({ ok }) => !ok).map(({ id }) => id));
    run.reset();
  };
  const verb = answerable.length === 0 ? texts.sign : signable.length === 0 ? texts.answer : texts.both;
  return (
    <>
      {rows.length > 0 && (
        <section className={styles.bulk} aria-label={say(texts.chosen, { n: rows.length })}>
          <b>{say(texts.chosen, { n: rows.length })}</b>
          <span>
            {[
              signable.length > 0 && say(texts.canSign, { n: signable.length }),
              answerable.length > 0 && say(texts.canAnswer, { n: answerable.length }),
              cannot > 0 && cannot < rows.length && say(texts.skipped, { n: cannot }),
            ]
              .filter(Boolean)
              .join('　')}
          </span>
          <Button
            variant="onDark"
            size="small"
            icon="check"
            keyHint="1"
            busy={run.busy}
            {...(cannot === rows.length ? { missing: say(texts.none) } : {})}
            onClick={() => void act()}
          >
            {say(verb)}
          </Button>
          <IconButton icon="close" size="small" label={say(texts.clear)} onClick={() => onLeft([])} style={{ color: 'inherit' }} />
        </section>
      )}
      {asked && (
        <AcknowledgeDialog
          {...asked}
          onClose={(left) => {
            setAsked(null);
            onLeft(left);
          }}
        />
      )}
      <Dialog
        open={run.started}
        onClose={close}
        title={say(run.busy ? texts.running : texts.outcome)}
        closeLabel={say(texts.close)}
        actions={
          <Button variant="primary" busy={run.busy} onClick={close}>
            {say(texts.close)}
          </Button>
        }
      >
        <BulkOutcomes run={run} sum={say(texts.done, { n: run.good, bad: run.bad })} working={say(texts.running)} />
      </Dialog>
    </>
  );
}
