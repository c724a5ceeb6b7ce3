import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { CasePanel, CaseTable, useCase, useCaseActions } from '../../cases/index.ts';
import { ListFilters } from '../components/list-filters.tsx';
import styles from '../components/lists.module.css';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { hrefOf, linkOf } from '../hooks/link-search.ts';
import { useCompact } from '../hooks/use-compact.ts';
import { useLinkSearch } from '../hooks/use-link-search.ts';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';

const texts = defineTexts({
  count: { zh: '{n} 件', en: '{n} cases' },
  some: { zh: '{n} 件，已取 {shown} 件', en: '{n} cases, {shown} fetched' },
  loading: { zh: '正在取案件', en: 'Fetching the cases' },
  failed: { zh: '没取到案件', en: 'The cases did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '没有这样的案件', en: 'No such cases' },
  noneWhy: { zh: '换一个列表，或去掉上面的条件。', en: 'Choose another list or remove a condition above.' },
  more: { zh: '再取 {n} 件', en: 'Fetch {n} more' },
  map: { zh: '在地图上看', en: 'See on the map' },
});

const PAGE = 100;

/** `/s/cases`: the rows a number counted, and everything else by view and condition. */
export function CasesPage() {
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place="cases" unit={unit} isPending={isPending}>
      <Cases ownUnit={unit?.id} />
    </SecretaryFrame>
  );
}

function Cases({ ownUnit }: { ownUnit: string | undefined }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const { search: asked, change } = useLinkSearch('/s/cases');
  const search = asked.view === undefined && asked.unit === undefined && ownUnit ? { ...asked, unit: ownUnit } : asked;
  const { view, filters } = linkOf(search);
  const list = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      { ...filters, view, sort: 'clock', limit: PAGE },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = useQuery(trpc.cases.counts.queryOptions({ ...filters, views: [view] }, { placeholderData: keepPreviousData }));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = counts.data?.counts[view] ?? rows.length;
  const compact = useCompact();
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ href: `/s/c/${id}` });
  const panel = search.c !== undefined && !compact;
  const one = useCase(panel ? search.c : undefined);
  const { choose, host } = useCaseActions(one.data);
  return (
    <>
      <div className={styles.head}>
        <h1>{say(caseViewLabels[view])}</h1>
        <span className={styles.sum} role="status">
          {list.data && say(rows.length < total ? texts.some : texts.count, { n: total, shown: rows.length })}
        </span>
        <span className={styles.tools}>
          <ButtonLink size="small" icon="map" href={hrefOf('/s/map', { ...search, c: undefined })}>
            {say(texts.map)}
          </ButtonLink>
        </span>
      </div>
      <ListFilters search={search} change={change} />
      {list.isPending && <Skeleton rows lines={8} label={say(texts.loading)} />}
      {list.error && !list.data && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void list.refetch()}>{say(texts.again)}</Button>}>
          {failureText(list.error)}
        </ErrorState>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon="search" title={say(texts.none)}>
          {say(texts.noneWhy)}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className={styles.body} data-open={panel || undefined}>
          <div className={styles.rows}>
            <CaseTable
              rows={rows}
              grouped={rows.length >= total}
              activeKey={search.c ?? null}
              onActivate={(line) => (compact ? open(line.id) : change({ c: line.id === search.c ? undefined : line.id }))}
              narrow={compact || panel}
            />
            {list.hasNextPage && (
              <div className={styles.more}>
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {say(texts.more, { n: Math.min(PAGE, total - rows.length) })}
                </Button>
              </div>
            )}
          </div>
          {panel && (
            <div className={styles.side}>
              <CasePanel query={one} onAct={choose} onClose={() => change({ c: undefined })} />
            </div>
          )}
        </div>
      )}
      {host}
    </>
  );
}
