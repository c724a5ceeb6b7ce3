import type { ReactNode } from 'react';
import { classNames, ShapeMark } from '../../ui/index.ts';
import styles from './due-clock.module.css';
import type { DueTone } from './due-tone.ts';

/**
 * How much of the limit is left. `remaining` and `dueText` are ready words (working time comes from the calendar,
 * not from here); `usedShare` is 0 to 1 of the limit.
 */
export function DueClock({
  tone,
  remaining,
  dueText,
  usedShare,
  stacked = false,
  why,
  title,
}: {
  tone: DueTone;
  remaining: ReactNode;
  dueText?: ReactNode;
  usedShare: number;
  stacked?: boolean;
  /** why until then, in a few words; `title` says it in a sentence */
  why?: string | undefined;
  title?: string | undefined;
}) {
  return (
    <span className={classNames(styles.clock, styles[tone], stacked && styles.stacked)} title={title}>
      {tone === 'late' ? <ShapeMark shape="notchedAlert" size={18} /> : <ClockFace tone={tone} usedShare={usedShare} />}
      <span>
        <b>{remaining}</b>
        {dueText && (
          <small>
            {' '}
            {dueText} {why && <span className={styles.why}>{why}</span>}
          </small>
        )}
      </span>
    </span>
  );
}

const circle = 2 * Math.PI * 6.5;

function ClockFace({ tone, usedShare }: { tone: Exclude<DueTone, 'late'>; usedShare: number }) {
  const used = Math.min(1, Math.max(0, usedShare));
  const arc = tone === 'soon' ? 1 - used : used;
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="2.4" aria-hidden="true">
      <circle cx="9" cy="9" r="6.5" className={styles.track} strokeDasharray={tone === 'provisional' ? '2.6 2.5' : undefined} />
      {tone === 'held' && <path d="M7.3 6.6v4.8M10.7 6.6v4.8" strokeWidth="1.7" strokeLinecap="round" />}
      {tone === 'green' && <Arc share={Math.max(arc, 0.03)} />}
      {tone === 'soon' && <Arc share={Math.max(used, 0.8)} />}
      {tone === 'provisional' && <Arc share={Math.max(used, 0.25)} />}
      {tone === 'soon' && <path d="M9 5.8v3.6M9 11.9v.1" strokeWidth="1.8" strokeLinecap="round" />}
    </svg>
  );
}

function Arc({ share }: { share: number }) {
  return <circle cx="9" cy="9" r="6.5" strokeDasharray={`${share * circle} ${circle}`} transform="rotate(-90 9 9)" />;
}
