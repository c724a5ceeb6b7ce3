import { useState } from 'react';
import type { Label } from '#shared/kernel/label.ts';
import { currentNow, defineTexts, failureWords, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Banner, BottomSheet, Button } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { photosFailureLabels } from '../../files-parts/photos-failure.ts';
import styles from '../field.module.css';
import { usePending } from '../hooks/use-pending.tsx';
import type { PendingItem, PendingProblem } from '../pending-item.ts';

const texts = defineTexts({
  waiting: { zh: '待发送 {n} 件', en: '{n} to send' },
  safe: { zh: '最早 {at}，已存在本机，联网后自动发送', en: 'Oldest {at}; kept on this device, sent when online' },
  sending: { zh: '正在发送', en: 'Sending' },
  care: { zh: '有 {n} 件要您看一下', en: '{n} need a look' },
  look: { zh: '看看', en: 'Look' },
  title: { zh: '没发出的', en: 'Not sent yet' },
  close: { zh: '关上', en: 'Close' },
  retry: { zh: '立即发送', en: 'Send now' },
  discard: { zh: '删掉这件', en: 'Delete it' },
  really: { zh: '确实删掉，照片一起删', en: 'Really delete, photos too' },
  waits: { zh: '等着发送', en: 'Waits to be sent' },
  signedOut: { zh: '登录已过期，重新登录后再发', en: 'Your sign-in has expired; sign in and send again' },
});

/** Nothing waits silently: how many, since when, and why. */
export function PendingBar() {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { items: all, sendingId, retryAll } = usePending();
  // while it can still be taken back, the message at the bottom speaks for it
  const items = all.filter(({ problem, sendAfter }) => problem !== null || sendAfter <= currentNow());
  const [open, setOpen] = useState(false);
  const [oldest] = items;
  if (!oldest) return null;
  const stuck = items.filter(({ problem }) => problem !== null && problem.kind !== 'offline').length;
  return (
    <>
      <Banner
        tone={stuck > 0 ? 'care' : 'info'}
        icon="outbox"
        live
        title={say(texts.waiting, { n: items.length })}
        action={<Button onClick={() => setOpen(true)}>{say(texts.look)}</Button>}
      >
        {stuck > 0 ? say(texts.care, { n: stuck }) : sendingId ? say(texts.sending) : say(texts.safe, { at: moment(oldest.createdAt) })}
      </Banner>
      <BottomSheet
        open={open}
        onClose={() => setOpen(false)}
        title={say(texts.title)}
        closeLabel={say(texts.close)}
        actions={
          <Button variant="primary" icon="send" busy={sendingId !== null} onClick={retryAll}>
            {say(texts.retry)}
          </Button>
        }
      >
        <ul className={styles.rows}>
          {items.map((item) => (
            <PendingRow key={item.id} item={item} />
          ))}
        </ul>
      </BottomSheet>
    </>
  );
}

function PendingRow({ item }: { item: PendingItem }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { discard } = usePending();
  const problemText = useProblemText();
  const [asked, setAsked] = useState(false);
  return (
    <li className={styles.row}>
      <span>
        <b>{item.title}</b>
        <span className={styles.facts}>
          {moment(item.createdAt)} {item.problem ? problemText(item.problem) : say(texts.waits)}
        </span>
      </span>
      <Button size="small" onClick={() => (asked ? discard(item) : setAsked(true))}>
        {say(asked ? texts.really : texts.discard)}
      </Button>
    </li>
  );
}

/** Why something did not go, in words that say what is safe. */
export function useProblemText(): (problem: PendingProblem) => string {
  const say = useLabel();
  return (problem) => {
    if (problem.kind === 'photos') return say(photosFailureLabels[problem.reason]);
    if (problem.kind === 'signedOut') return say(texts.signedOut);
    const { label, params }: { label: Label; params?: Readonly<Record<string, string | number>> | undefined } = failureWords(
      problem,
      caseRefusalWords,
    );
    return say(label, params);
  };
}
