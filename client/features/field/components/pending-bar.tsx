import { lazy, Suspense, useState } from 'react';
import { currentNow, defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { usePending } from '../hooks/use-pending.tsx';

const texts = defineTexts({
  waiting: { zh: '待发送 {n} 件', en: '{n} to send' },
  safe: { zh: '最早 {at}，已存在本机，联网后自动发送', en: 'Oldest {at}; kept on this device, sent when online' },
  sending: { zh: '正在发送', en: 'Sending' },
  care: { zh: '有 {n} 件要您看一下', en: '{n} need a look' },
  look: { zh: '看看', en: 'Look' },
});

// why something did not go is told in many words; they wait until somebody looks
const PendingSheet = lazy(async () => ({ default: (await import('./pending-sheet.tsx')).PendingSheet }));

/** Nothing waits silently: how many, since when, and why. */
export function PendingBar() {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { items: all, sendingId } = usePending();
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
      <Suspense>{open && <PendingSheet items={items} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
