import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type BoardStage, boardStages } from '../board-stages.ts';
import type { WhistleLine } from '../whistle-types.ts';

/** A press of the mouse becomes a drag after this many pixels; below it stays a press on the card. */
const SLACK = 6;
/** A finger that rests this long lifts the card; one that moves before scrolls the board. */
const REST_MS = 380;
/** Near an edge the board scrolls under the card. */
const EDGE = 64;
const PER_FRAME = 14;

/** A card in the hand: whose, over which column, and for a pointer where its copy is drawn. */
export type Carried = {
  line: WhistleLine;
  over: BoardStage | null;
  at: { x: number; y: number; width: number } | null;
};
type Press = {
  line: WhistleLine;
  pointerId: number;
  card: HTMLElement;
  x: number;
  y: number;
  /** where in the card it was taken, and how wide its copy is */
  grab: { x: number; y: number; width: number };
  timer: number | null;
  lifted: boolean;
};

function columnAt(x: number, y: number): BoardStage | null {
  const name = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest('[data-stage]')?.getAttribute('data-stage'))
    .find(Boolean);
  return boardStages.find((stage) => stage === name) ?? null;
}

/** Carries a card with mouse or pen, or with a finger after a long press; Escape puts it back. `board` is what scrolls. */
export function useCardDrag(board: RefObject<HTMLElement | null>, onDrop: (line: WhistleLine, stage: BoardStage) => void) {
  const press = useRef<Press | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const [carried, setCarried] = useState<Carried | null>(null);
  const lifted = carried?.at != null;

  const stop = useCallback(() => {
    if (press.current?.timer) window.clearTimeout(press.current.timer);
    press.current = null;
    setCarried(null);
  }, []);
  const follow = useCallback(() => {
    const from = press.current;
    if (!from?.lifted) return;
    const { x, y } = pointer.current;
    const { grab } = from;
    setCarried({ line: from.line, over: columnAt(x, y), at: { x: x - grab.x, y: y - grab.y, width: grab.width } });
  }, []);
  const lift = useCallback(() => {
    const from = press.current;
    if (!from) return;
    from.lifted = true;
    if (from.card.isConnected) from.card.setPointerCapture(from.pointerId);
    follow();
  }, [follow]);

  useEffect(() => {
    const element = board.current;
    if (!element) return;
    // a listener that may prevent must be there before the finger comes: only then the board stays still under a lifted card
    const hold = (event: TouchEvent) => {
      if (press.current?.lifted && event.cancelable) event.preventDefault();
    };
    element.addEventListener('touchmove', hold, { passive: false });
    return () => element.removeEventListener('touchmove', hold);
  }, [board]);
  useEffect(() => {
    if (!lifted) return;
    let frame = 0;
    const scroll = () => {
      const element = board.current;
      if (element) {
        const box = element.getBoundingClientRect();
        const { x, y } = pointer.current;
        const step = (near: boolean, far: boolean) => (near ? -PER_FRAME : far ? PER_FRAME : 0);
        const [left, top] = [step(x < box.left + EDGE, x > box.right - EDGE), step(y < box.top + EDGE, y > box.bottom - EDGE)];
        if (left !== 0 || top !== 0) {
          element.scrollBy(left, top);
          follow();
        }
      }
      frame = window.requestAnimationFrame(scroll);
    };
    frame = window.requestAnimationFrame(scroll);
    return () => window.cancelAnimationFrame(frame);
  }, [lifted, board, follow]);

  const handlers = (line: WhistleLine) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      if (event.target instanceof Element && event.target.closest('button, [role="menu"]')) return;
      const { pointerId, clientX: x, clientY: y, currentTarget: card } = event;
      pointer.current = { x, y };
      const timer = event.pointerType === 'touch' ? window.setTimeout(lift, REST_MS) : null;
      const box = card.getBoundingClientRect();
      const grab = { x: x - box.left, y: Math.min(y - box.top, 40), width: box.width };
      press.current = { line, pointerId, card, x, y, grab, timer, lifted: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = press.current;
      if (!from || from.pointerId !== event.pointerId) return;
      pointer.current = { x: event.clientX, y: event.clientY };
      if (from.lifted) return follow();
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return;
      // a finger that wanders before the card is lifted scrolls
      if (from.timer === null) lift();
      else stop();
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = press.current;
      if (!from || from.pointerId !== event.pointerId) return;
      const over = from.lifted ? columnAt(event.clientX, event.clientY) : null;
      if (from.lifted) swallowClick();
      stop();
      if (over) onDrop(from.line, over);
    },
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => {
      // the long press belongs to the card, not to the browser's menu of the link
      if (press.current?.timer) event.preventDefault();
    },
  });
  return { carried, setCarried, handlers, stop };
}

/** The click that follows a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
