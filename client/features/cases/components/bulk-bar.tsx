import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { caseCommand } from '#shared/cases/cases-actions.ts';
import { defineTexts, useLabel, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, Dialog, IconButton, ShapeMark } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import type { CaseLine } from '../case-types.ts';
import { useKeys } from '../hooks/use-keys.ts';
import styles from './inbox.module.css';

const texts = defineTexts({
  chosen: { zh: '已选 {n} 件', en: '{n} selected' },
  trial: { zh: '{can} 件可签收，{cannot} 件不能，会跳过', en: '{can} can be signed, {cannot} cannot and are skipped' },
  allCan: { zh: '都可以签收', en: 'all can be signed' },
  sign: { zh: '全部签收', en: 'Sign all' },
  clear: { zh: '清除选择', en: 'Clear the selection' },
  outcome: { zh: '签收结果', en: 'Outcome' },
  signed: { zh: '已签收', en: 'signed' },
  skipped: { zh: '跳过：现在不能签收', en: 'skipped: cannot be signed now' },
  close: { zh: '看过了', en: 'Seen' },
  none: { zh: '选中的都不能签收', en: 'None of these can be signed' },
  done: { zh: '签收 {n} 件，没成 {bad} 件', en: '{n} signed, {bad} not' },
});

type Outcome = { id: string; name: string; text: string; ok: boolean };

/** Acts on several rows at once; every row gets its own answer, none is lost in a sum. */
export function BulkBar({ rows, onClear }: { rows: readonly CaseLine[]; onClear: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const failureText = useFailureText(caseRefusalWords);
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const can = rows.filter((row) => row.allowedActions.includes('sign'));
  const signAll = async () => {
    if (busy || can.length === 0) return;
    setBusy(true);
    const results: Outcome[] = [];
    for (const row of rows) {
      const name = [row.caseNo, row.title].filter(Boolean).join('　');
      const read = caseCommand.safeParse({ action: 'sign', input: { caseId: row.id, expectedVersion: row.version, requestId: v7() } });
      if (!row.allowedActions.includes('sign') || !read.success) {
        results.push({ id: row.id, name, text: say(texts.skipped), ok: false });
        continue;
      }
      try {
        await client.cases.act.mutate(read.data);
        results.push({ id: row.id, name, text: say(texts.signed), ok: true });
      } catch (error) {
        results.push({ id: row.id, name, text: failureText(error), ok: false });
      }
    }
    setBusy(false);
    setOutcomes(results);
    await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
  };
  useKeys(rows.length > 0 ? { '1': () => void signAll() } : {});
  const close = () => {
    setOutcomes(null);
    onClear();
  };
  const good = outcomes?.filter((each) => each.ok).length ?? 0;
  return (
    <>
      {rows.length > 0 && (
        <section className={styles.bulk} aria-label={say(texts.chosen, { n: rows.length })}>
          <b>{say(texts.chosen, { n: rows.length })}</b>
          <span>
            {can.length === rows.length ? say(texts.allCan) : say(texts.trial, { can: can.length, cannot: rows.length - can.length })}
          </span>
          <Button
            variant="onDark"
            size="small"
            icon="check"
            keyHint="1"
            busy={busy}
            {...(can.length === 0 ? { missing: say(texts.none) } : {})}
            onClick={() => void signAll()}
          >
            {say(texts.sign)}
          </Button>
          <IconButton icon="close" size="small" label={say(texts.clear)} onClick={onClear} style={{ color: 'inherit' }} />
        </section>
      )}
      <Dialog
        open={outcomes !== null}
        onClose={close}
        title={say(texts.outcome)}
        closeLabel={say(texts.close)}
        actions={
          <Button variant="primary" onClick={close}>
            {say(texts.close)}
          </Button>
        }
      >
        <p>{say(texts.done, { n: good, bad: (outcomes?.length ?? 0) - good })}</p>
        <ul className={styles.outcomes}>
          {outcomes?.map((each) => (
            <li key={each.id}>
              <ShapeMark shape={each.ok ? 'tick' : 'triangleAlert'} size={16} />
              <span>{each.name}</span>
              <span>{each.text}</span>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
