import { useState } from 'react';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { BottomSheet, Button } from '../../../ui/index.ts';
import styles from '../field.module.css';
import { usePending } from '../hooks/use-pending.tsx';
import { useProblemText } from '../hooks/use-problem-text.ts';
import type { PendingItem } from '../pending-item.ts';

const texts = defineTexts({
  title: { zh: '没发出的', en: 'Not sent yet' },
  close: { zh: '关上', en: 'Close' },
  retry: { zh: '立即发送', en: 'Send now' },
  discard: { zh: '删掉这件', en: 'Delete it' },
  really: { zh: '确实删掉，照片一起删', en: 'Really delete, photos too' },
  waits: { zh: '等着发送', en: 'Waits to be sent' },
});

/** What waits on this device, each with the reason. */
export function PendingSheet({ items, onClose }: { items: readonly PendingItem[]; onClose: () => void }) {
  const say = useLabel();
  const { sendingId, retryAll } = usePending();
  return (
    <BottomSheet
      open
      onClose={onClose}
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
