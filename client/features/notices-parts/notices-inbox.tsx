import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Home, noticePath } from '#shared/notifications/notice-path.ts';
import { noticeKindLabels } from '#shared/notifications/notifications.i18n.ts';
import type { NoticeKind } from '#shared/notifications/notifications-schema.ts';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Button, Chip, EmptyState, ErrorState, Skeleton } from '../../ui/index.ts';
import { NoticeRow } from './notice-row.tsx';
import styles from './notices.module.css';

const texts = defineTexts({
  title: { zh: '通知', en: 'Notices' },
  settings: { zh: '怎么通知我', en: 'How to tell me' },
  back: { zh: '回到通知', en: 'Back to the notices' },
  filter: { zh: '看哪些', en: 'Which to show' },
  unread: { zh: '未读', en: 'Unread' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  loading: { zh: '正在取通知', en: 'Fetching notices' },
  failed: { zh: '通知没取到', en: 'The notices did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '没有未读通知', en: 'Nothing unread' },
  noneWhy: {
    zh: '看过的在“未读”关掉后还能找到。',
    en: 'What you have read is there when “Unread” is off.',
    plain: '看过的还在。按一下“未读”就能看到。',
  },
  empty: { zh: '还没有通知', en: 'No notices yet' },
  emptyWhy: { zh: '有要办的、有答复、快到期，都会出现在这里。', en: 'Tasks, answers and due times will appear here.' },
  emptyResident: {
    zh: '您反映的事有答复，会出现在这里。',
    en: 'Answers to what you reported will appear here.',
    plain: '您说的事有了回话，都在这里。',
  },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
});

// a resident is told answers and little else: no choice of kinds there; from the labels: the list of kinds stands beside schemas, and the field's pages carry no schema library for it
const kinds = Object.keys(noticeKindLabels) as NoticeKind[];

/** Nothing here is refused but signing in, which every page says alike. */
const noWords = () => undefined;

const NoticePreferences = lazy(async () => ({ default: (await import('./notice-preferences.tsx')).NoticePreferences }));

/** The inbox: newest first, by day, unread in bold and with a mark; opening one marks it read and goes to its record with the act open. */
export function NoticesInbox({ home }: { home: Home }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { day } = useTimeWords();
  const queries = useQueryClient();
  const failureText = useFailureText(noWords);
  const [unread, setUnread] = useState(true);
  const [settings, setSettings] = useState(false);
  const [kind, setKind] = useState<NoticeKind | undefined>();
  const input = { unread, ...(kind ? { kind } : {}) };
  const list = useInfiniteQuery(trpc.notifications.list.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor }));
  const count = useQuery(trpc.notifications.unreadCount.queryOptions());
  const renew = () => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
  const mark = useMutation(trpc.notifications.markRead.mutationOptions({ onSuccess: renew }));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const [newest] = rows;
  const days = [...new Set(rows.map(({ at }) => day(at)))];
  const left = kind ? (count.data?.byKind[kind] ?? 0) : (count.data?.total ?? 0);
  return (
    <section className={styles.inbox} aria-labelledby="notices-title">
      <div className={styles.head}>
        <h1 id="notices-title">{say(texts.title)}</h1>
        <Button
          variant="quiet"
          size="small"
          icon={settings ? 'chevronLeft' : 'bell'}
          aria-expanded={settings}
          onClick={() => setSettings(!settings)}
        >
          {say(settings ? texts.back : texts.settings)}
        </Button>
        {!settings && left > 0 && newest && (
          <Button size="small" busy={mark.isPending} onClick={() => mark.mutate({ upTo: newest.id, ...(kind ? { kind } : {}) })}>
            {say(texts.readAll)}
          </Button>
        )}
      </div>
      {settings ? (
        <Suspense fallback={<Skeleton lines={8} label={say(texts.loading)} />}>
          <NoticePreferences />
        </Suspense>
      ) : (
        <>
          <fieldset className={styles.chips}>
            <legend className="visually-hidden">{say(texts.filter)}</legend>
            <Chip on={unread} count={count.data?.total} onPress={() => setUnread(!unread)}>
              {say(texts.unread)}
            </Chip>
            {(home === '/r' ? [] : kinds).map((each) => (
              <Chip
                key={each}
                on={kind === each}
                count={count.data?.byKind[each]}
                onPress={() => setKind(kind === each ? undefined : each)}
              >
                {say(noticeKindLabels[each])}
              </Chip>
            ))}
          </fieldset>
          {list.isPending && <Skeleton rows lines={8} label={say(texts.loading)} />}
          {list.isError && rows.length === 0 && (
            <ErrorState title={say(texts.failed)} action={<Button onClick={() => void list.refetch()}>{say(texts.again)}</Button>}>
              {failureText(list.error)}
            </ErrorState>
          )}
          {list.isSuccess && rows.length === 0 && (
            <EmptyState icon="bell" title={say(unread ? texts.none : texts.empty)}>
              {say(unread ? texts.noneWhy : home === '/r' ? texts.emptyResident : texts.emptyWhy)}
            </EmptyState>
          )}
          {days.map((each) => (
            <div key={each}>
              <h2 className={styles.day}>{each}</h2>
              <ul className={styles.rows}>
                {rows
                  .filter(({ at }) => day(at) === each)
                  .map((notice) => (
                    <li key={notice.id}>
                      <NoticeRow
                        notice={notice}
                        href={noticePath(home, notice)}
                        onOpen={() => (notice.read ? Promise.resolve() : mark.mutateAsync({ ids: [notice.id] }))}
                      />
                    </li>
                  ))}
              </ul>
            </div>
          ))}
          {list.hasNextPage && (
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {say(texts.more)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
