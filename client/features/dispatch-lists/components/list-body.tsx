import type { ReactNode } from 'react';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { useWhistleList } from '../hooks/use-whistle-list.ts';
import styles from './lists.module.css';

const texts = defineTexts({
  loading: { zh: '正在取哨', en: 'Fetching whistles' },
  failed: { zh: '没取到哨', en: 'The whistles did not come' },
  failedSafe: { zh: '没有任何改动。', en: 'Nothing was changed.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  more: { zh: '再取 100 件', en: 'Show 100 more' },
  noneTodo: { zh: '没有要办的哨', en: 'No whistle waits for you' },
  noneTodoWhy: { zh: '吹到这里的哨会自己出现，按到期先后排。', en: 'Whistles that need you appear by themselves, the next due first.' },
  noApprovals: { zh: '没有待批的哨', en: 'No whistle waits for approval' },
  noApprovalsWhy: { zh: '社区报来的哨会自己出现在这里。', en: 'What communities ask for appears here by itself.' },
  noObjections: { zh: '没有待裁的异议', en: 'No objection waits for a ruling' },
  noObjectionsWhy: { zh: '单位提的异议会自己出现在这里。', en: 'What units object to appears here by itself.' },
  noSilent: { zh: '没有超时未应哨的单位', en: 'No unit is silent past its time' },
  noSilentWhy: { zh: '过了时限还没应哨的会自己出现在这里。', en: 'Whoever has not answered in time appears here by itself.' },
  none: { zh: '这里没有哨', en: 'No whistles here' },
  noneWhy: { zh: '换一个列表看看。', en: 'Choose another list.' },
  widen: { zh: '去掉筛选', en: 'Take the filter away' },
});

/** Lists whose being empty is good news, in words of their own. */
const emptyWords: Partial<Record<WhistleView, readonly [title: Label, why: Label]>> = {
  todo: [texts.noneTodo, texts.noneTodoWhy],
  approvals: [texts.noApprovals, texts.noApprovalsWhy],
  objections: [texts.noObjections, texts.noObjectionsWhy],
  silent: [texts.noSilent, texts.noSilentWhy],
};

type ListBodyProps = {
  list: ReturnType<typeof useWhistleList>['list'];
  count: number;
  narrowed?: boolean;
  onWiden?: () => void;
  view: WhistleView;
  children: ReactNode;
};

/** The rows, or why there are none: still coming, not come, nothing to do. */
export function ListBody({ list, count, narrowed = false, onWiden, view, children }: ListBodyProps) {
  const say = useLabel();
  const failureText = useFailureText(whistleRefusalWords);
  if (list.isPending) return <Skeleton rows lines={10} label={say(texts.loading)} />;
  if (list.error && count === 0) {
    return (
      <ErrorState title={say(texts.failed)} action={<Button onClick={() => void list.refetch()}>{say(texts.again)}</Button>}>
        {failureText(list.error)} {say(texts.failedSafe)}
      </ErrorState>
    );
  }
  if (count === 0) {
    const [title, why] = (!narrowed && emptyWords[view]) || [texts.none, texts.noneWhy];
    return (
      <div className={styles.list}>
        <EmptyState
          icon="whistle"
          title={say(title)}
          action={narrowed && onWiden ? <Button onClick={onWiden}>{say(texts.widen)}</Button> : undefined}
        >
          {say(why)}
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
