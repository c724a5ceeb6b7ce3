import { whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleFilters } from '#shared/dispatch/whistle-queries.ts';
import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, classNames, Skeleton } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { BoardStage } from '../board-stages.ts';
import { useWhistlePages } from '../hooks/use-whistle-list.ts';
import styles from './board.module.css';
import { BoardCard, type CardHand } from './board-card.tsx';

const texts = defineTexts({
  loading: { zh: '正在取哨', en: 'Fetching whistles' },
  failed: { zh: '没取到。', en: 'They did not come. ' },
  again: { zh: '再取一次', en: 'Fetch again' },
  more: { zh: '还有 {n} 件，再取', en: '{n} more' },
  dropClear: { zh: '可销账的放到这里', en: 'Put here what can be cleared' },
});

/** So many cards of a column come at once; the count of its head is always of all. */
const PAGE = 40;
const statesOf = (stage: BoardStage): WhistleState[] => (stage === 'executing' ? ['executing', 'onHold'] : [stage]);

type ColumnProps = {
  stage: BoardStage;
  view: 'open' | 'hot';
  filters: WhistleFilters;
  /** how many the server counts; undefined while it has not answered */
  count: number | undefined;
  /** what putting the carried card here would do */
  stands: 'takes' | 'refuses' | null;
  over: boolean;
  hand: CardHand;
};

/** One stage of the board: how many stand there, the first due on top. */
export function BoardColumn(props: ColumnProps) {
  const say = useLabel();
  const { stage, count, stands, over } = props;
  const empty = count === 0 || stage === 'cleared';
  return (
    <section
      data-stage={stage}
      className={classNames(styles.column, empty && styles.slim, stands && styles[stands], over && styles.over)}
      aria-label={say(whistleStateLabels[stage])}
    >
      <h2>
        {say(whistleStateLabels[stage])} {stage !== 'cleared' && <small>{count ?? '·'}</small>}
      </h2>
      {stage === 'cleared' ? <p className={styles.clearHere}>{say(texts.dropClear)}</p> : <ColumnCards {...props} />}
    </section>
  );
}

function ColumnCards({ stage, view, filters, count, hand }: ColumnProps) {
  const say = useLabel();
  const failureText = useFailureText(whistleRefusalWords);
  const { rows, list } = useWhistlePages({ view, filters: { ...filters, states: statesOf(stage) }, limit: PAGE });
  if (list.isPending) return <Skeleton lines={3} label={say(texts.loading)} />;
  if (list.error && rows.length === 0) {
    return (
      <p role="alert" className={styles.clearHere}>
        {say(texts.failed)}
        {failureText(list.error)}
        <Button size="small" variant="quiet" onClick={() => void list.refetch()}>
          {say(texts.again)}
        </Button>
      </p>
    );
  }
  return (
    <>
      <ul>
        {rows.map((line) => (
          <BoardCard key={line.id} line={line} hand={hand} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="small" variant="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say(texts.more, { n: Math.max(1, (count ?? 0) - rows.length) })}
        </Button>
      )}
    </>
  );
}
