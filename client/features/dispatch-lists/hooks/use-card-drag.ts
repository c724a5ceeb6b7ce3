import { type PointerEvent, useRef, useState } from 'react';
import { type BoardStage, boardStages } from '../board-stages.ts';

/** A press becomes a drag after this many pixels; below it stays a press on the card. */
const slack = 6;

export type Dragged = { id: string; dx: number; dy: number; over: BoardStage | null };

function columnAt(x: number, y: number): BoardStage | null {
  const name = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest('[data-stage]')?.getAttribute('data-stage'))
    .find(Boolean);
  return boardStages.find((stage) => stage === name) ?? null;
}

/** Carries a card with mouse, pen or finger; the card lies under the pointer until it is let go, Escape puts it back. */
export function useCardDrag(onDrop: (id: string, stage: BoardStage) => void) {
  const start = useRef<{ id: string; x: number; y: number } | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const stop = () => {
    start.current = null;
    setDragged(null);
  };
  const handlers = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button, a, [role="menu"]'))) return;
      start.current = { id, x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!dragged && Math.hypot(dx, dy) < slack) return;
      setDragged({ id, dx, dy, over: columnAt(event.clientX, event.clientY) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const over = dragged ? columnAt(event.clientX, event.clientY) : null;
      stop();
      if (over) onDrop(id, over);
    },
    onPointerCancel: stop,
  });
  return { dragged, handlers, stop };
}
