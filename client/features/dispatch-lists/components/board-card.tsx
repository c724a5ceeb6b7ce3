import type { CSSProperties, KeyboardEvent } from 'react';
import { v7 } from 'uuid';
import { whistleActionLabels, whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { classNames, NavLink, PopupMenu } from '../../../ui/index.ts';
import { WhistleDue, WhistlePill } from '../../dispatch-parts/index.ts';
import { boardMove } from '../board-moves.ts';
import { boardStages } from '../board-stages.ts';
import type { useBoardMove } from '../hooks/use-board-move.ts';
import type { Dragged, useCardDrag } from '../hooks/use-card-drag.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './board.module.css';
import { UnitChips } from './unit-chips.tsx';

const texts = defineTexts({
  move: { zh: '办理 {name}', en: 'Move {name}' },
  none: { zh: '现在没有一步能办的，打开看。', en: 'No single step now; open it.' },
  asked: { zh: '请批：{what}', en: 'Asks: {what}' },
  blow: { zh: '批哨', en: 'blow' },
  objection: { zh: '异议', en: 'objection' },
  extension: { zh: '延期', en: 'extension' },
  hold: { zh: '挂账', en: 'hold' },
  void: { zh: '作废', en: 'void' },
});

type BoardCardProps = {
  line: WhistleLine;
  dragged: Dragged | null;
  busy: boolean;
  handlers: ReturnType<ReturnType<typeof useCardDrag>['handlers']>;
  onPut: ReturnType<typeof useBoardMove>['put'];
};

/** One whistle on the board: to drag, or by its menu for keyboards; the title opens it. */
export function BoardCard({ line, dragged, busy, handlers, onPut }: BoardCardProps) {
  const say = useLabel();
  const name = line.whistleNo || line.title;
  const moves = boardStages.flatMap((stage) => {
    const move = boardMove(line, { stage, requestId: v7() });
    return move.kind === 'move' ? [{ stage, action: move.action }] : [];
  });
  const entries = moves.map(({ stage, action }) => ({
    key: action,
    label: say(whistleActionLabels[action]),
    run: () => onPut(line, stage),
  }));
  const own = dragged?.id === line.id ? dragged : null;
  const place: CSSProperties | undefined = own ? { transform: `translate(${own.dx}px, ${own.dy}px)` } : undefined;
  return (
    <li
      className={classNames(styles.card, own && styles.carried, line.clock.overdue && styles.late)}
      style={place}
      aria-busy={busy || undefined}
      {...handlers}
    >
      <div className={styles.cardHead}>
        <small>{line.whistleNo || say(whistleTypeLabels[line.whistleType])}</small>
        {entries.length > 0 && <PopupMenu word="" icon="more" label={say(texts.move, { name })} entries={entries} />}
      </div>
      <NavLink href={`/d/w/${line.id}`} draggable={false} onKeyDown={(event: KeyboardEvent) => walk(event)}>
        {line.title}
      </NavLink>
      <small className={styles.where}>{line.address || line.community}</small>
      {line.state === 'onHold' && <WhistlePill state="onHold" bare />}
      {line.asked.length > 0 && (
        <small className={styles.asked}>{say(texts.asked, { what: line.asked.map((each) => say(texts[each])).join('、') })}</small>
      )}
      <UnitChips units={line.units} />
      <WhistleDue clock={line.clock} named stacked dueShown={false} />
    </li>
  );
}

/** Arrows walk the cards: up and down in the column, left and right across columns. */
function walk(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || !(event.currentTarget instanceof HTMLElement)) return;
  const column = event.currentTarget.closest('[data-stage]');
  const columns = [...document.querySelectorAll('[data-stage]')].filter((each) => each === column || each.querySelector('li a'));
  const linksOf = (element: Element | null | undefined) => [...(element?.querySelectorAll<HTMLElement>('li > a') ?? [])];
  const at = linksOf(column).indexOf(event.currentTarget);
  const side = column ? columns.indexOf(column) : -1;
  const next: Record<string, HTMLElement | undefined> = {
    ArrowDown: linksOf(column)[at + 1],
    ArrowUp: linksOf(column)[at - 1],
    ArrowRight: linksOf(columns[side + 1])[0],
    ArrowLeft: linksOf(columns[side - 1])[0],
  };
  if (!(event.key in next)) return;
  event.preventDefault();
  next[event.key]?.focus();
}
