import type { ReactNode } from 'react';
import type { CaseView } from '#shared/cases/case-queries.ts';
import { caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Chip, EmptyState, Skeleton } from '../../../ui/index.ts';
import type { DeskAction } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { useCaseActions } from '../hooks/use-case-actions.tsx';
import { useCase, useCaseList, useViewCounts } from '../hooks/use-case-list.ts';
import { useDeskSearch } from '../hooks/use-desk-search.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useRowCursor } from '../hooks/use-row-cursor.ts';
import { CaseMissing, CasePanel } from './case-panel.tsx';
import { type KeyHint, KeysBar } from './keys-bar.tsx';
import styles from './queue-desk.module.css';
import { TriageQueue } from './triage-queue.tsx';

const texts = defineTexts({
  none: { zh: '都办完了', en: 'All done' },
  noneWhy: { zh: '新来的会自己出现在这里。', en: 'New ones appear here by themselves.' },
  loading: { zh: '正在取案件', en: 'Fetching cases' },
  lists: { zh: '队列', en: 'Queues' },
});
const move: KeyHint = { keys: ['J', 'K'], label: { zh: '上下', en: 'up, down' }, front: true };
const find: KeyHint = { keys: ['/'], label: { zh: '搜索', en: 'search' } };

export type QueueKey = { key: string; action: DeskAction; hint: KeyHint['label'] };

/** A desk that works through a queue: the queue, what the decision needs, and the case with its acts. All in the address. */
export function QueueDesk({
  views,
  keys,
  children,
}: {
  /** the queues of the desk; the first one opens */
  views: readonly [CaseView, ...CaseView[]];
  keys: readonly QueueKey[];
  /** what the decision on this case needs to be read first */
  children: (detail: CaseDetail) => ReactNode;
}) {
  const say = useLabel();
  const { search, change } = useDeskSearch();
  const view = views.find((each) => each === search.view) ?? views[0];
  const counts = useViewCounts(views, {});
  const { rows, total, list } = useCaseList({ view, search: {} });
  const ids = rows.map((row) => row.id as string);
  const current = search.c ?? ids[0];
  const query = useCase(current);
  const { move: moveTo } = useRowCursor(ids, current);
  const goOn = () => change({ c: ids[ids.indexOf(current ?? '') + 1] ?? ids.find((id) => id !== current) });
  const { choose, host } = useCaseActions(query.data, goOn);
  const step = (by: 1 | -1) => {
    const next = moveTo(by);
    if (next) change({ c: next });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...Object.fromEntries(keys.map(({ key, action }) => [key.toLowerCase(), () => choose(action)])),
  });
  const hints = [move, ...keys.map(({ key, hint }): KeyHint => ({ keys: [key], label: hint, front: true })), find];
  return (
    <div className={styles.page}>
      <div className={styles.queue}>
        {views.length > 1 && (
          <fieldset className={styles.views} aria-label={say(texts.lists)}>
            {views.map((each) => (
              <Chip key={each} on={each === view} count={counts[each]} onPress={() => change({ view: each, c: undefined })}>
                {say(caseViewLabels[each])}
              </Chip>
            ))}
          </fieldset>
        )}
        <TriageQueue
          title={say(caseViewLabels[view])}
          rows={rows}
          total={total}
          current={current ?? null}
          onOpen={(id) => change({ c: id })}
        />
      </div>
      {current === undefined ? (
        <div className={styles.empty}>
          {list.isPending ? (
            <Skeleton label={say(texts.loading)} />
          ) : (
            <EmptyState icon="check" title={say(texts.none)}>
              {say(texts.noneWhy)}
            </EmptyState>
          )}
        </div>
      ) : (
        <>
          <div className={styles.brief}>{query.data ? children(query.data) : <CaseMissing query={query} />}</div>
          <div className={styles.side}>{query.data && <CasePanel key={current} query={query} onAct={choose} lean />}</div>
        </>
      )}
      <div className={styles.keys}>
        <KeysBar hints={hints} />
      </div>
      {host}
    </div>
  );
}
