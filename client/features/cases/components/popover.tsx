import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../../../ui/index.ts';
import styles from './popover.module.css';

/** A few words opened beside a word: Escape, a press outside or the word itself closes it; focus stays where it was. */
export function Popover({
  word,
  label,
  children,
  end = false,
  up = false,
}: {
  word: ReactNode;
  label: string;
  children: ReactNode;
  /** hangs from the right edge of the word */
  end?: boolean;
  up?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', leave, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', leave, true);
    };
  }, [open]);
  return (
    <div ref={box} className={styles.box}>
      <button
        type="button"
        className={styles.word}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {word}
      </button>
      {open && (
        <section id={id} aria-label={label} className={classNames(styles.sheet, end && styles.end, up && styles.up)}>
          {children}
        </section>
      )}
    </div>
  );
}
