import type { KeyboardEvent } from 'react';
import { v7 } from 'uuid';
import { whistleActionLabels, whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { classNames, NavLink, PopupMenu } from '../../../ui/index.ts';
import { HolderCell, WhistleDue, WhistlePill, whistleLight } from '../../dispatch-parts/index.ts';
import { boardMove } from '../board-moves.ts';
import { type BoardStage, boardStages } from '../board-stages.ts';
import type { useCardDrag } from '../hooks/use-card-drag.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './board.module.css';
import { UnitChips } from './unit-chips.tsx';

const texts = defineTexts({
  move: { zh: '办理 {name}', en: 'Move {name}' },
  asked: { zh: '请批：{what}', en: 'Asks: {what}' },
  blow: { zh: '批哨', en: 'blow' },
  objection: { zh: '异议', en: 'objection' },
  extension: { zh: '延期', en: 'extension' },
  hold: { zh: '挂账', en: 'hold' },
  void: { zh: '作废', en: 'void' },
  with: { zh: '现在由谁办：', en: 'Now with' },
  and: { zh: '、', en: ', ' },
});

/** What every card of the board is given alike. */
export type CardHand = {
  carriedId: string | null;
  busyId: string | null;
  /** the words that say how a card is carried by keys */
  hintId: string;
  handlers: ReturnType<typeof useCardDrag>['handlers'];
  onKey: (event: KeyboardEvent<HTMLElement>, line: WhistleLine) => void;
  onPut: (line: WhistleLine, stage: BoardStage) => void;
};

/** One whistle on the board: to carry by pointer, finger or keys, or to move by its menu; the title opens it. */
export function BoardCard({ line, hand }: { line: WhistleLine; hand: CardHand }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const entries = boardStages.flatMap((stage) => {
    const move = boardMove(line, { stage, requestId: v7() });
    if (move.kind !== 'move') return [];
    return [{ key: move.action, label: say(whistleActionLabels[move.action]), run: () => hand.onPut(line, stage) }];
  });
  return (
    <li
      data-card={line.id}
      className={classNames(
        styles.card,
        hand.carriedId === line.id && styles.lifted,
        whistleLight(line.clock, writing.now) === 'red' && styles.late,
      )}
      aria-busy={hand.busyId === line.id || undefined}
      {...hand.handlers(line)}
    >
      <div className={styles.cardHead}>
        <small>{[line.whistleNo, say(whistleTypeLabels[line.whistleType])].filter(Boolean).join('　')}</small>
        {entries.length > 0 && (
          <PopupMenu word="" icon="more" label={say(texts.move, { name: line.whistleNo || line.title })} entries={entries} />
        )}
      </div>
      <NavLink
        href={`/d/w/${line.id}`}
        draggable={false}
        aria-describedby={hand.hintId}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => hand.onKey(event, line)}
      >
        {line.title}
      </NavLink>
      <small className={styles.where}>{[line.community, line.address].filter(Boolean).join('　')}</small>
      {(line.state === 'onHold' || line.asked.length > 0) && (
        <span className={styles.marks}>
          {line.state === 'onHold' && <WhistlePill state="onHold" bare />}
          {line.asked.length > 0 && (
            <small className={styles.asked}>
              {say(texts.asked, { what: line.asked.map((each) => say(texts[each])).join(say(texts.and)) })}
            </small>
          )}
        </span>
      )}
      <UnitChips units={line.units} />
      {line.clock.holder !== null && (
        <small className={styles.holder}>
          {say(texts.with)} <HolderCell line={line} />
        </small>
      )}
      <WhistleDue clock={line.clock} reason={line.reason} named stacked />
    </li>
  );
}
