import type { KeyboardEvent } from 'react';
import { type BoardStage, boardStages, stageOf } from '../board-stages.ts';
import type { WhistleLine } from '../whistle-types.ts';
import type { Carried } from './use-card-drag.ts';

type Hand = {
  carried: Carried | null;
  setCarried: (carried: Carried | null) => void;
  onDrop: (line: WhistleLine, stage: BoardStage) => void;
};

/**
 * The board by keys: arrows walk the cards, Space lifts one, left and right choose its column, Space or Enter puts it down, Escape
 * puts it back.
 */
export function useKeyCarry({ carried, setCarried, onDrop }: Hand) {
  return (event: KeyboardEvent<HTMLElement>, line: WhistleLine) => {
    if (event.nativeEvent.isComposing) return;
    if (carried?.line.id !== line.id) {
      if (event.key === ' ') setCarried({ line, over: stageOf(line.state), at: null });
      else if (!walk(event)) return;
      return event.preventDefault();
    }
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (side !== undefined) {
      const from = carried.over === null ? 0 : boardStages.indexOf(carried.over);
      const over = boardStages[Math.max(0, Math.min(boardStages.length - 1, from + side))] ?? null;
      setCarried({ line, over, at: null });
      document.querySelector(`[data-stage="${over}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === ' ' || event.key === 'Enter') {
      setCarried(null);
      if (carried.over) onDrop(line, carried.over);
    } else if (event.key === 'Escape') setCarried(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Up and down in the column, left and right across columns that hold a card; whether the key was one of these. */
function walk(event: KeyboardEvent<HTMLElement>): boolean {
  const column = event.currentTarget.closest('[data-stage]');
  const columns = [...document.querySelectorAll('[data-stage]')].filter((each) => each === column || each.querySelector('[data-card] > a'));
  const linksOf = (element: Element | null | undefined) => [...(element?.querySelectorAll<HTMLElement>('[data-card] > a') ?? [])];
  const at = linksOf(column).indexOf(event.currentTarget);
  const side = column ? columns.indexOf(column) : -1;
  const next: Record<string, HTMLElement | undefined> = {
    ArrowDown: linksOf(column)[at + 1],
    ArrowUp: linksOf(column)[at - 1],
    ArrowRight: linksOf(columns[side + 1])[0],
    ArrowLeft: linksOf(columns[side - 1])[0],
  };
  if (!(event.key in next)) return false;
  next[event.key]?.focus();
  return true;
}
