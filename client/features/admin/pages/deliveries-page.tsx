import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { deadLetterReason } from '#shared/notifications/dead-letter-reason.ts';
import type { DeadLetter } from '#shared/notifications/notices-dto.ts';
import { channelLabels } from '#shared/notifications/notifications.i18n.ts';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Button, EmptyState, useToast } from '../../../ui/index.ts';
import { AdminFrame, Answer, ConfirmDialog, layout } from '../../admin-parts/index.ts';
import styles from './deliveries-page.module.css';

const texts = defineTexts({
  title: { zh: '没送到的消息', en: 'Undelivered messages' },
  why: {
    zh: '试了七次没送出去的、对方当场回绝的，都在这里。地址和姓名不显示。',
    en: 'What could not be sent in seven tries, or was refused for good. Addresses and names are not shown.',
  },
  none: { zh: '都送到了', en: 'Everything was delivered' },
  noneWhy: {
    zh: '试了七次送不出去的，或对方当场回绝的，才会到这里。',
    en: 'Only what failed seven times, or was refused for good, comes here.',
  },
  retry: { zh: '重发', en: 'Send again' },
  discard: { zh: '丢弃', en: 'Discard' },
  retryAll: { zh: '全部重发（{n} 条）', en: 'Send all {n} again' },
  discardAll: { zh: '全部丢弃', en: 'Discard all' },
  retried: { zh: '已重新排队 {n} 条', en: '{n} queued again' },
  discarded: { zh: '已丢弃 {n} 条', en: '{n} discarded' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  ask: { zh: '丢弃没送到的消息', en: 'Discard undelivered messages' },
  askOne: { zh: '这条消息不再发送。收件人在站内通知里还能看到。', en: 'It is not sent any more. Its reader still finds it in the inbox.' },
  askAll: {
    zh: '这 {n} 条消息都不再发送。收件人在站内通知里还能看到。',
    en: 'These {n} are not sent any more. Their readers still find them in the inbox.',
  },
  notice: { zh: '通知', en: 'Notice' },
  door: { zh: '给住户的办结短信', en: 'Result to a household' },
  digest: { zh: '每日合并邮件', en: 'Daily digest' },
  test: { zh: '测试消息', en: 'Test message' },
  toPerson: { zh: '本人', en: 'The person' },
  tries: { zh: '试了 {n} 次', en: '{n} tries' },
  unsaid: { zh: '没说为什么', en: 'Nobody said why' },
  raw: { zh: '原文', en: 'As answered:' },
});

/** Messages nobody could deliver: what, to which post, why; send again or throw away. */
export function DeliveriesPage() {
  return (
    <AdminFrame page="deliveries">
      <DeadLetters />
    </AdminFrame>
  );
}

function DeadLetters() {
  const say = useLabel();
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'all' | string[] | null>(null);
  const letters = useInfiniteQuery(
    trpc.notifications.deadLetters.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const total = letters.data?.pages[0]?.total ?? 0;
  const settle = useMutation(
    trpc.notifications.settleDeadLetters.mutationOptions({
      onSuccess: async ({ changed }, { what }) => {
        setAsked(null);
        toast.show({ text: say(what === 'retry' ? texts.retried : texts.discarded, { n: changed }) });
        await queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
      },
    }),
  );
  return (
    <>
      <div className={layout.bar}>
        <h1 className={styles.title}>{say(texts.title)}</h1>
        {total > 0 && (
          <>
            <Button variant="primary" busy={settle.isPending} onClick={() => settle.mutate({ what: 'retry', which: 'all' })}>
              {say(texts.retryAll, { n: total })}
            </Button>
            <Button onClick={() => setAsked('all')}>{say(texts.discardAll)}</Button>
          </>
        )}
      </div>
      <div className={styles.body}>
        <Answer query={letters} lines={8}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0) return <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>;
            return (
              <>
                <p className={styles.why}>{say(texts.why)}</p>
                <ul className={styles.rows}>
                  {rows.map((letter) => (
                    <Letter
                      key={letter.id}
                      letter={letter}
                      onRetry={() => settle.mutate({ what: 'retry', which: [letter.id] })}
                      onDiscard={() => setAsked([letter.id])}
                    />
                  ))}
                </ul>
              </>
            );
          }}
        </Answer>
        {letters.hasNextPage && (
          <Button busy={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
            {say(texts.more)}
          </Button>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          title={say(texts.ask)}
          act={say(asked === 'all' ? texts.discardAll : texts.discard)}
          busy={settle.isPending}
          error={settle.error}
          onAct={() => settle.mutate({ what: 'discard', which: asked })}
          onClose={() => setAsked(null)}
        >
          <p>{say(asked === 'all' ? texts.askAll : texts.askOne, { n: total })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Letter({ letter, onRetry, onDiscard }: { letter: DeadLetter; onRetry: () => void; onDiscard: () => void }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const reason = deadLetterReason(letter.reason) ?? (letter.reason === '' ? texts.unsaid : null);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <b>{letter.text ? say(letter.text) : say(texts[letter.kind])}</b>
        <span>
          {say(channelLabels[letter.channel])} · {letter.role ? say(roleLabels[letter.role]) : say(texts.toPerson)} · {moment(letter.at)} ·{' '}
          {say(texts.tries, { n: letter.tries })}
        </span>
        {reason && <em>{say(reason)}</em>}
        {letter.reason && (
          <small>
            {say(texts.raw)} <code>{letter.reason}</code>
          </small>
        )}
      </div>
      <Button size="small" icon="sync" onClick={onRetry}>
        {say(texts.retry)}
      </Button>
      <Button size="small" variant="quiet" onClick={onDiscard}>
        {say(texts.discard)}
      </Button>
    </li>
  );
}
