import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { v7 } from 'uuid';
import { whistleActionLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Chip, classNames, NavLink, ScrollRegion } from '../../../ui/index.ts';
import { useKeys } from '../../cases/index.ts';
import { FiguresLink } from '../../dispatch-figures/index.ts';
import { boardMove } from '../board-moves.ts';
import { type BoardStage, boardStages } from '../board-stages.ts';
import styles from '../components/board.module.css';
import { BoardColumn } from '../components/board-column.tsx';
import { CarriedCard } from '../components/carried-card.tsx';
import { WhistleFilters } from '../components/whistle-filters.tsx';
import { useBoardMove } from '../hooks/use-board-move.tsx';
import { useCardDrag } from '../hooks/use-card-drag.ts';
import { useKeyCarry } from '../hooks/use-key-carry.ts';
import { useWhistleCounts } from '../hooks/use-whistle-list.ts';
import { useWhistleSearch, whistleFiltersOf, whistleHref } from '../hooks/whistle-search.ts';
import type { WhistleLine } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '吹哨看板', en: 'Whistle board' },
  open: { zh: '在办 {n} 件', en: '{n} open' },
  hotOnly: { zh: '重点盯办 {n} 件', en: '{n} to watch closely' },
  hot: { zh: '只看重点盯办', en: 'Watch closely only' },
  rule: {
    zh: '拖动只能到一步可办的阶段。手指长按拿起；键盘：空格拿起，左右键选阶段，再按空格放下，Esc 放回。',
    en: 'A card moves only where one step leads. With a finger press and hold; by keys: Space lifts, left and right choose the stage, Space puts it down, Escape puts it back.',
  },
  here: { zh: '“{stage}”：原处', en: '“{stage}”: where it was' },
  takes: { zh: '“{stage}”：{action}', en: '“{stage}”: {action}' },
  refuses: { zh: '“{stage}”：{why}', en: '“{stage}”: {why}' },
  nowhere: { zh: '放回原处', en: 'Back where it was' },
});

const watched = ['approvals', 'objections', 'silent', 'hot'] as const satisfies readonly WhistleView[];

/** `/d/board`: what waits for the street, and every open whistle by its stage; a card moves where the lifecycle lets it. */
export function BoardPage() {
  const say = useLabel();
  const trpc = useTRPC();
  const { search, change } = useWhistleSearch('/d/board');
  const view = search.view === 'hot' ? 'hot' : 'open';
  const filters = whistleFiltersOf(search);
  const counts = useWhistleCounts(watched, filters);
  const stages = useQuery(trpc.dispatch.stageCounts.queryOptions({ ...filters, view }, { placeholderData: keepPreviousData }));
  const { put, why, busyId } = useBoardMove();
  const board = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  const hintId = useId();
  const drop = (line: WhistleLine, stage: BoardStage) => {
    moved.current = line.id;
    put(line, stage);
  };
  const { carried, setCarried, handlers, stop } = useCardDrag(board, drop);
  const onKey = useKeyCarry({ carried, setCarried, onDrop: drop });
  useKeys({ escape: stop });
  useFocusMoved(board, moved);

  const countOf = (stage: BoardStage) => {
    const found = stages.data?.counts;
    return found && (found[stage] ?? 0) + (stage === 'executing' ? (found.onHold ?? 0) : 0);
  };
  const total = Object.values(stages.data?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const standsAt = (stage: BoardStage) => {
    if (!carried) return null;
    const { kind } = boardMove(carried.line, { stage, requestId: v7() });
    return kind === 'move' ? 'takes' : kind === 'here' ? null : 'refuses';
  };
  const fate = (() => {
    if (!carried) return '';
    const { line, over } = carried;
    if (over === null) return say(texts.nowhere);
    const stage = say(whistleStateLabels[over]);
    const move = boardMove(line, { stage: over, requestId: v7() });
    if (move.kind === 'here') return say(texts.here, { stage });
    if (move.kind === 'move') return say(texts.takes, { stage, action: say(whistleActionLabels[move.action]) });
    return say(texts.refuses, { stage, why: why(move, { line, stage: over }) });
  })();
  const { view: _view, ...narrowing } = search;
  const hand = { carriedId: carried?.line.id ?? null, busyId, hintId, handlers, onKey, onPut: drop };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span role="status">{stages.data ? say(view === 'hot' ? texts.hotOnly : texts.open, { n: total }) : ''}</span>
        <WhistleFilters search={search} change={change} />
        <Chip on={view === 'hot'} onPress={() => change({ view: view === 'hot' ? null : 'hot' })}>
          {say(texts.hot)}
        </Chip>
        <FiguresLink href="/d/w/figures" />
      </div>
      <ul className={styles.numbers}>
        {watched.map((each) => (
          <li key={each}>
            <NavLink href={whistleHref('/d/w', { ...narrowing, view: each })}>
              <b className={classNames(each === 'silent' && (counts[each] ?? 0) > 0 && styles.lateNumber)}>{counts[each] ?? '·'}</b>
              <span>{say(whistleViewLabels[each])}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <p id={hintId} className={styles.rule}>
        {say(texts.rule)}
      </p>
      <ScrollRegion ref={board} className={styles.columns} aria-label={say(texts.title)}>
        {boardStages.map((stage) => (
          <BoardColumn
            key={stage}
            stage={stage}
            view={view}
            filters={filters}
            count={countOf(stage)}
            stands={standsAt(stage)}
            over={carried?.over === stage}
            hand={hand}
          />
        ))}
      </ScrollRegion>
      <p className={classNames(styles.fate, carried && styles.fateShown)} role="status">
        {fate}
      </p>
      {carried?.at && <CarriedCard line={carried.line} at={carried.at} />}
    </div>
  );
}

/** A card that was moved keeps the focus in its new column, where it is drawn anew. */
function useFocusMoved(board: React.RefObject<HTMLElement | null>, moved: React.RefObject<string | null>): void {
  useEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return;
    const link = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(moved.current)}"] > a`);
    if (!link) return;
    moved.current = null;
    link.focus({ preventScroll: true });
  });
}
