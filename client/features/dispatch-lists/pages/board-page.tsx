import { v7 } from 'uuid';
import { whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { classNames, NavLink } from '../../../ui/index.ts';
import { useKeys } from '../../cases/index.ts';
import { boardMove } from '../board-moves.ts';
import { type BoardStage, boardStages, stageOf } from '../board-stages.ts';
import styles from '../components/board.module.css';
import { BoardCard } from '../components/board-card.tsx';
import { ListBody } from '../components/list-body.tsx';
import { useBoardMove } from '../hooks/use-board-move.ts';
import { useCardDrag } from '../hooks/use-card-drag.ts';
import { useWhistleCounts, useWhistleList } from '../hooks/use-whistle-list.ts';
import { whistleHref } from '../hooks/whistle-search.ts';

const texts = defineTexts({
  title: { zh: '吹哨看板', en: 'Whistle board' },
  shown: { zh: '在办 {n} 件', en: '{n} open' },
  part: { zh: '先到期的 {shown} 件，共 {n} 件', en: 'The {shown} due first of {n}' },
  dropClear: { zh: '把可销账的放到这里', en: 'Put here what can be cleared' },
  rule: { zh: '拖动只能到一步可办的阶段；其他的打开办理。', en: 'A card moves only where one step leads; open it for anything else.' },
});

const watched = ['approvals', 'objections', 'silent', 'hot'] as const satisfies readonly WhistleView[];

/** `/d/board`: what waits for the street, and every open whistle by its stage. */
export function BoardPage() {
  const say = useLabel();
  const { rows, total, list } = useWhistleList({ view: 'open', limit: 200 });
  const counts = useWhistleCounts(watched);
  const { put, busyId } = useBoardMove();
  const drop = (id: string, stage: BoardStage) => {
    const line = rows.find((row) => row.id === id);
    if (line) put(line, stage);
  };
  const { dragged, handlers, stop } = useCardDrag(drop);
  useKeys({ escape: stop });
  const carried = rows.find(({ id }) => id === dragged?.id);
  const takes = (stage: BoardStage) => carried !== undefined && boardMove(carried, { stage, requestId: v7() }).kind === 'move';
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span role="status">{say(rows.length < total ? texts.part : texts.shown, { n: total, shown: rows.length })}</span>
        <span className={styles.rule}>{say(texts.rule)}</span>
      </div>
      <ul className={styles.numbers}>
        {watched.map((view) => (
          <li key={view}>
            <NavLink href={whistleHref('/d/w', { view })}>
              <b className={classNames(view !== 'approvals' && (counts[view] ?? 0) > 0 && styles.lateNumber)}>{counts[view] ?? '·'}</b>
              <span>{say(whistleViewLabels[view])}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <ListBody list={list} count={rows.length}>
        <div className={styles.columns}>
          {boardStages.map((stage) => {
            const own = rows.filter((line) => stageOf(line.state) === stage);
            return (
              <section
                key={stage}
                data-stage={stage}
                className={classNames(
                  styles.column,
                  carried && (takes(stage) ? styles.takes : styles.refuses),
                  dragged?.over === stage && styles.over,
                )}
                aria-label={say(whistleStateLabels[stage])}
              >
                <h2>
                  {say(whistleStateLabels[stage])} {stage !== 'cleared' && <small>{own.length}</small>}
                </h2>
                {stage === 'cleared' ? (
                  <p className={styles.clearHere}>{say(texts.dropClear)}</p>
                ) : (
                  <ul>
                    {own.map((line) => (
                      <BoardCard
                        key={line.id}
                        line={line}
                        dragged={dragged}
                        busy={busyId === line.id}
                        handlers={handlers(line.id)}
                        onPut={put}
                      />
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
        </div>
      </ListBody>
    </div>
  );
}
