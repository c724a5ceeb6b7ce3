import type { WhistleLine } from '../whistle-types.ts';
import styles from './board.module.css';

/** The copy of a card under the pointer that carries it. */
export function CarriedCard({ line, at }: { line: WhistleLine; at: { x: number; y: number; width: number } }) {
  return (
    <div className={styles.carried} style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: at.width }} aria-hidden="true">
      <small>{line.whistleNo}</small>
      <b>{line.title}</b>
    </div>
  );
}
