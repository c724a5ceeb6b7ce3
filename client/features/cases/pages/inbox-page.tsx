import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { caseSortLabels, caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { defineTexts, useLabel, useSession, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { TodoWhistles } from '../../dispatch-lists/index.ts';
import type { DeskAction } from '../actions.tsx';
import type { CaseLine } from '../case-types.ts';
import { BulkBar } from '../components/bulk-bar.tsx';
import { CasePanel } from '../components/case-panel.tsx';
import { CaseTable, groupOf } from '../components/case-table.tsx';
import styles from '../components/inbox.module.css';
import { type KeyHint, KeysBar } from '../components/keys-bar.tsx';
import { ListFilters } from '../components/list-filters.tsx';
import { ViewsRail } from '../components/views-rail.tsx';
import { deskPlaces } from '../desk-places.ts';
import { useCaseActions } from '../hooks/use-case-actions.tsx';
import { useCase, useCaseList } from '../hooks/use-case-list.ts';
import { useDeskSearch } from '../hooks/use-desk-search.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useRowCursor } from '../hooks/use-row-cursor.ts';
import { useSmallScreen } from '../hooks/use-small-screen.ts';

const texts = defineTexts({
  total: { zh: '{sort}，{n} 件', en: '{sort}, {n} cases' },
  part: { zh: '{sort}，已显示 {shown} / {n} 件', en: '{sort}, {shown} of {n} shown' },
  more: { zh: '再取 100 件', en: 'Show 100 more' },
  loading: { zh: '正在取案件', en: 'Fetching cases' },
  failed: { zh: '没取到案件', en: 'The cases did not come' },
  failedSafe: { zh: '没有任何改动。', en: 'Nothing was changed.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '这里没有案件', en: 'No cases here' },
  noneTodo: { zh: '没有要办的', en: 'Nothing to do' },
  noneWhy: { zh: '派来的事会出现在这里，按到期先后排。', en: 'Matters sent to you appear here, the next due first.' },
  noneFiltered: { zh: '换一个列表，或去掉筛选条件。', en: 'Choose another list, or take filters away.' },
  everything: { zh: '去掉筛选', en: 'Take filters away' },
});

const hints: readonly KeyHint[] = [
  { keys: ['J', 'K'], label: { zh: '上下', en: 'up, down' }, front: true },
  { keys: ['Enter'], label: { zh: '打开、收起', en: 'open, close' }, front: true },
  { keys: ['1'], label: { zh: '签收', en: 'sign' }, front: true },
  { keys: ['2'], label: { zh: '提异议', en: 'object' }, front: true },
  { keys: ['3'], label: { zh: '派遣', en: 'dispatch' } },
  { keys: ['R'], label: { zh: '反馈', en: 'result' }, front: true },
  { keys: ['C'], label: { zh: '联系', en: 'contact' }, front: true },
  { keys: ['X'], label: { zh: '选中', en: 'select' }, front: true },
  { keys: ['O'], label: { zh: '打开案卷', en: 'case file' } },
  { keys: ['/'], label: { zh: '搜索', en: 'search' } },
  { keys: ['Esc'], label: { zh: '收起', en: 'close' } },
];
/** Keys that run an action on the row under the cursor, if the server allows it. */
const actionKeys = { '1': 'sign', '2': 'object', '3': 'dispatch', r: 'submitFeedback', c: 'contact' } as const satisfies Record<
  string,
  DeskAction
>;

/** The work list of everybody at a desk: named lists, rows by due time, a case beside them, all by keys. */
export function InboxPage() {
  const say = useLabel();
  const navigate = useNavigate();
  const { me } = useSession();
  const { writing } = useTimeWords();
  const small = useSmallScreen();
  const { search, change } = useDeskSearch();
  const view = search.view ?? 'todo';
  const sort = search.sort ?? 'clock';
  const { rows, total, list } = useCaseList({ view, search, sort });
  const shownRows = useMemo(() => (sort === 'clock' ? byGroup(rows, writing) : rows), [rows, sort, writing]);
  const ids = useMemo(() => shownRows.map((row) => row.id), [shownRows]);
  const { cursor, move, setCursor } = useRowCursor(ids, search.c);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState<DeskAction | null>(null);
  const query = useCase(search.c);
  const { choose, host } = useCaseActions(query.data);

  // a person whose work starts on another page is led there; asking for a list by name stays here
  const first = deskPlaces(me?.posts.map((post) => post.role) ?? [])[0];
  const elsewhere = search.view === undefined && search.c === undefined && first !== undefined && first.path !== '/d' ? first.href : null;
  useEffect(() => {
    if (elsewhere?.startsWith('/d')) void navigate({ href: elsewhere, replace: true });
  }, [elsewhere, navigate]);
  // an action asked by its key on a row that was not open yet runs as soon as the case is here
  useEffect(() => {
    if (pending === null || !query.data || query.data.snapshot.id !== search.c) return;
    setPending(null);
    choose(pending);
  }, [pending, query.data, search.c, choose]);

  const step = (by: 1 | -1) => {
    const next = move(by);
    if (next && search.c) change({ c: next });
  };
  const act = (action: DeskAction) => {
    if (cursor === null) return;
    if (!rows.find((row) => row.id === cursor)?.allowedActions.includes(action)) return;
    change({ c: cursor });
    setPending(action);
  };
  const toggle = (id: string | null) => change({ c: id === null || id === search.c ? undefined : id }, { push: true });
  const chosen = rows.filter((row) => ticked.has(row.id));
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    enter: () => toggle(cursor),
    escape: () => change({ c: undefined }),
    x: () => cursor && setTicked(toggled(ticked, cursor)),
    o: () => cursor && void navigate({ href: `/d/c/${cursor}` }),
    ...Object.fromEntries(
      Object.entries(actionKeys).map(([key, action]) => [key, chosen.length > 0 && key === '1' ? undefined : () => act(action)]),
    ),
  });

  return (
    <div className={styles.page}>
      <ViewsRail current={view} search={search} />
      <section className={styles.main} aria-label={say(caseViewLabels[view])}>
        <div className={styles.head}>
          <h1>{say(caseViewLabels[view])}</h1>
          <ListFilters />
          <span className={styles.total} role="status">
            {say(rows.length < total ? texts.part : texts.total, { sort: say(caseSortLabels[sort]), n: total, shown: rows.length })}
          </span>
        </div>
        {view === 'todo' && <TodoWhistles />}
        <ListBody {...{ list, rows, view }} narrowed={Boolean(search.q || search.cat || search.unit)}>
          <CaseTable
            rows={shownRows}
            grouped={sort === 'clock'}
            activeKey={search.c ?? cursor}
            onActivate={(line) => {
              setCursor(line.id);
              toggle(line.id);
            }}
            selection={{ keys: ticked, onChange: setTicked }}
            narrow={small || search.c !== undefined}
          />
        </ListBody>
        <BulkBar rows={chosen} onClear={() => setTicked(new Set())} />
        <KeysBar hints={hints} />
      </section>
      {search.c && (
        <div className={styles.side}>
          <CasePanel key={search.c} query={query} onAct={choose} onClose={() => change({ c: undefined })} />
        </div>
      )}
      {host}
    </div>
  );
}

function ListBody({
  list,
  rows,
  view,
  narrowed,
  children,
}: Pick<ReturnType<typeof useCaseList>, 'list' | 'rows'> & { view: string; narrowed: boolean; children: React.ReactNode }) {
  const say = useLabel();
  const { change } = useDeskSearch();
  const failureText = useFailureText(caseRefusalWords);
  if (list.isPending) return <Skeleton rows lines={12} label={say(texts.loading)} />;
  if (list.error && rows.length === 0) {
    return (
      <ErrorState title={say(texts.failed)} action={<Button onClick={() => void list.refetch()}>{say(texts.again)}</Button>}>
        {failureText(list.error)} {say(texts.failedSafe)}
      </ErrorState>
    );
  }
  if (rows.length === 0) {
    const action = narrowed ? (
      <Button onClick={() => change({ q: undefined, cat: undefined, unit: undefined })}>{say(texts.everything)}</Button>
    ) : undefined;
    return (
      <div style={{ flex: 1 }}>
        <EmptyState icon="inbox" title={say(view === 'todo' && !narrowed ? texts.noneTodo : texts.none)} action={action}>
          {say(view === 'todo' && !narrowed ? texts.noneWhy : texts.noneFiltered)}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {children}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say(texts.more)}
          </Button>
        </div>
      )}
    </>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The rows in the order in which the groups show them. */
function byGroup(rows: readonly CaseLine[], clock: { now: number; timeZone: string }): CaseLine[] {
  return (['late', 'today', 'later', 'still'] as const).flatMap((group) => rows.filter((row) => groupOf(row, clock) === group));
}
