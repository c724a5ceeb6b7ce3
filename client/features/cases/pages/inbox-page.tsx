import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { caseSortLabels, caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { type DeskAct, mayEver } from '#shared/dispatch/desk-acts.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, useLabel, useSession, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts';
import { AcknowledgeDialog, type WhistleLine, WhistlePanel } from '../../dispatch-lists/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { DeskAction } from '../actions.tsx';
import { BulkBar } from '../components/bulk-bar.tsx';
import { CasePanel } from '../components/case-panel.tsx';
import styles from '../components/inbox.module.css';
import { InboxTable } from '../components/inbox-table.tsx';
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
import { useTodoWhistles } from '../hooks/use-todo-whistles.ts';
import { type InboxRow, mergeByClock } from '../inbox-rows.ts';

const texts = defineTexts({
  total: { zh: '{sort}，{n} 件', en: '{sort}, {n}' },
  part: { zh: '{sort}，已显示 {shown} / {n} 件', en: '{sort}, {shown} of {n} shown' },
  more: { zh: '再取 100 件', en: 'Show 100 more' },
  loading: { zh: '正在取案件', en: 'Fetching cases' },
  failed: { zh: '没取到案件', en: 'The cases did not come' },
  failedSafe: { zh: '没有任何改动。', en: 'Nothing was changed.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  partFailed: { zh: '有一部分没取到。', en: 'A part did not come.' },
  none: { zh: '这里没有案件', en: 'No cases here' },
  noneTodo: { zh: '没有要办的', en: 'Nothing to do' },
  noneWhy: { zh: '派来的事会出现在这里，按到期先后排。', en: 'Matters sent to you appear here, the next due first.' },
  noneFiltered: { zh: '换一个列表，或去掉筛选条件。', en: 'Choose another list, or take filters away.' },
  everything: { zh: '去掉筛选', en: 'Take filters away' },
});

/** A key with an act is for those whose act it is, every other for everybody. */
const hints: readonly (KeyHint & { act?: DeskAct })[] = [
  { keys: ['J', 'K'], label: { zh: '上下', en: 'up, down' }, front: true },
  { keys: ['Enter'], label: { zh: '打开、收起', en: 'open, close' }, front: true },
  { keys: ['1'], act: 'answer', label: { zh: '签收、应哨', en: 'sign, answer' }, front: true },
  { keys: ['2'], act: 'object', label: { zh: '提异议', en: 'object' }, front: true },
  { keys: ['3'], act: 'dispatch', label: { zh: '派遣', en: 'dispatch' } },
  { keys: ['R'], act: 'nextStep', label: { zh: '反馈、办下一步', en: 'result, next step' }, front: true },
  { keys: ['C'], act: 'contact', label: { zh: '联系', en: 'contact' }, front: true },
  { keys: ['X'], act: 'answer', label: { zh: '选中', en: 'select' }, front: true },
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
  const small = useSmallScreen();
  const { search, change } = useDeskSearch();
  const view = search.view ?? 'todo';
  const sort = search.sort ?? 'clock';
  const may = (act: DeskAct) => me !== null && me !== undefined && mayEver(act, me);
  const cases = useCaseList({ view, search, sort });
  const whistles = useTodoWhistles(search, view === 'todo');
  const shownRows = useRows({ cases, whistles, byClock: sort === 'clock' });
  const total = cases.total + whistles.total;
  const open = search.c ?? search.w;
  const ids = useMemo(() => shownRows.map((row) => row.id), [shownRows]);
  const { cursor, move, setCursor } = useRowCursor(ids, open);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState<DeskAction | null>(null);
  const [answering, setAnswering] = useState<WhistleLine | null>(null);
  const query = useCase(search.c);
  const { choose, host } = useCaseActions(query.data);

  // a person whose work starts on another page is led there; asking for a list by name stays here
  const first = deskPlaces(me?.posts.map((post) => post.role) ?? [])[0];
  const elsewhere = search.view === undefined && open === undefined && first !== undefined && first.path !== '/d' ? first.href : null;
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
    // what stands beside the list follows the cursor
    const row = shownRows.find(({ id }) => id === next);
    if (row && open) change(besideOf(row));
  };
  const act = (action: DeskAction) => {
    const row = shownRows.find(({ id }) => id === cursor);
    if (!row) return;
    if (row.kind === 'whistle') return actOnWhistle(action, row.line);
    if (!row.line.allowedActions.includes(action)) return;
    change(besideOf(row));
    setPending(action);
  };
  /** the keys of a case do what answers to them in a whistle: the answer here, an objection and the next step on its page */
  const actOnWhistle = (action: DeskAction, line: WhistleLine) => {
    const next = action === 'object' ? 'object' : action === 'submitFeedback' ? line.own[0]?.action : undefined;
    if (action === 'sign' && line.allowedActions.includes('acknowledge')) setAnswering(line);
    else if (next === 'acknowledge') setAnswering(line);
    else if (next && line.allowedActions.includes(next)) void navigate({ href: `/d/w/${line.id}?${ACT_PARAMETER}=${next}` });
  };
  const toggle = (row: InboxRow) => {
    change(row.id === open ? nothingBeside : besideOf(row), { push: true });
  };
  const pressed = () => shownRows.find(({ id }) => id === cursor);
  const chosen = shownRows.filter((row) => ticked.has(row.id));
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    enter: () => {
      const row = pressed();
      if (row) toggle(row);
    },
    escape: () => change(nothingBeside),
    x: () => cursor && may('answer') && setTicked(toggled(ticked, cursor)),
    o: () => {
      const row = pressed();
      if (row) void navigate({ href: row.kind === 'case' ? `/d/c/${row.id}` : `/d/w/${row.id}` });
    },
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
            {say(shownRows.length < total ? texts.part : texts.total, {
              sort: say(caseSortLabels[sort]),
              n: total,
              shown: shownRows.length,
            })}
          </span>
        </div>
        <ListBody {...{ cases, whistles, view }} count={shownRows.length} narrowed={Boolean(search.q || search.cat || search.unit)}>
          <InboxTable
            rows={shownRows}
            byClock={sort === 'clock'}
            activeKey={open ?? cursor}
            onActivate={(row) => {
              setCursor(row.id);
              toggle(row);
            }}
            {...(may('answer') && { selection: { keys: ticked, onChange: setTicked } })}
            narrow={small || open !== undefined}
          />
        </ListBody>
        <BulkBar rows={chosen} onLeft={(ids) => setTicked(new Set(ids.filter((id) => ticked.has(id))))} />
        <KeysBar hints={hints.filter(({ act }) => act === undefined || may(act))} />
      </section>
      {search.c && (
        <div className={styles.side}>
          <CasePanel key={search.c} query={query} onAct={choose} onClose={() => change(nothingBeside)} />
        </div>
      )}
      {search.w && (
        <div className={styles.side}>
          <WhistlePanel
            key={search.w}
            id={search.w}
            line={whistles.rows.find(({ id }) => id === search.w) ?? null}
            onAnswer={setAnswering}
            onClose={() => change(nothingBeside)}
          />
        </div>
      )}
      {host}
      {answering && <AcknowledgeDialog lines={[answering]} onClose={() => setAnswering(null)} />}
    </div>
  );
}

const nothingBeside = { c: undefined, w: undefined };
const besideOf = ({ kind, id }: InboxRow) => ({ ...nothingBeside, ...(kind === 'case' ? { c: id } : { w: id }) });

type Lists = { cases: ReturnType<typeof useCaseList>; whistles: ReturnType<typeof useTodoWhistles> };

/** Cases and whistles of the list in the order they are shown. */
function useRows({ cases, whistles, byClock }: Lists & { byClock: boolean }): InboxRow[] {
  const { writing } = useTimeWords();
  return useMemo(() => {
    const loaded = { cases: cases.rows, whistles: whistles.rows };
    if (!byClock) {
      return [
        ...loaded.whistles.map((line) => ({ kind: 'whistle' as const, id: line.id, line })),
        ...loaded.cases.map((line) => ({ kind: 'case' as const, id: line.id, line })),
      ];
    }
    const more = { moreCases: cases.list.hasNextPage, moreWhistles: whistles.enabled && whistles.list.hasNextPage };
    return mergeByClock({ ...loaded, ...more }, writing);
  }, [cases.rows, cases.list.hasNextPage, whistles.rows, whistles.enabled, whistles.list.hasNextPage, byClock, writing]);
}

type ListBodyProps = Lists & { count: number; view: string; narrowed: boolean; children: React.ReactNode };

function ListBody({ cases, whistles, count, view, narrowed, children }: ListBodyProps) {
  const say = useLabel();
  const { change } = useDeskSearch();
  const failureText = useFailureText(whistleRefusalWords);
  const parts = whistles.enabled ? [cases.list, whistles.list] : [cases.list];
  const failed = parts.filter(({ error }) => error);
  const again = () => failed.forEach((part) => void part.refetch());
  if (parts.some(({ isPending }) => isPending) && failed.length === 0) return <Skeleton rows lines={12} label={say(texts.loading)} />;
  if (failed.length > 0 && count === 0) {
    return (
      <ErrorState title={say(texts.failed)} action={<Button onClick={again}>{say(texts.again)}</Button>}>
        {failureText(failed[0]?.error)} {say(texts.failedSafe)}
      </ErrorState>
    );
  }
  if (count === 0) {
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
  const next = parts.filter(({ hasNextPage }) => hasNextPage);
  return (
    <>
      {failed.length > 0 && (
        <Banner
          tone="care"
          live
          action={
            <Button size="small" onClick={again}>
              {say(texts.again)}
            </Button>
          }
        >
          {say(texts.partFailed)} {failureText(failed[0]?.error)}
        </Banner>
      )}
      {children}
      {next.length > 0 && (
        <div className={styles.more}>
          <Button
            size="small"
            busy={next.some(({ isFetchingNextPage }) => isFetchingNextPage)}
            onClick={() => next.forEach((part) => void part.fetchNextPage())}
          >
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
