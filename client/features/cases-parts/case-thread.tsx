import type { ReactNode } from 'react';
import type { Instant } from '#shared/kernel/time.ts';
import { classNames } from '../../ui/index.ts';
import styles from './case-thread.module.css';
import { KnotMark, type KnotState } from './knot-mark.tsx';
import { segmentAfter } from './thread-segment.ts';

/** One moment on the line. Knots stand at 收到, 派出, 到场 and 办结; everything else is a bead. */
export type ThreadItem = {
  key: string;
  kind: 'knot' | 'bead';
  state: KnotState;
  title: ReactNode;
  /** ready words of the time, and the instant they stand for */
  when?: { text: string; at: Instant };
  note?: ReactNode;
};

/** The signature: one ink line, the promise dashed, cinnabar after the missed hour. Lying down for the whistle. */
export function CaseThread({
  items,
  label,
  dense = false,
  lying = false,
}: {
  items: readonly ThreadItem[];
  label: string;
  dense?: boolean;
  lying?: boolean;
}) {
  return (
    <ol
      className={classNames(styles.thread, dense && styles.dense, lying && styles.lying)}
      aria-label={label}
      tabIndex={lying ? 0 : undefined}
    >
      {items.map((item, index) => {
        const segment = segmentAfter(items, index);
        return (
          <li
            key={item.key}
            className={classNames(
              styles.item,
              item.state !== 'passed' && styles[item.state],
              segment === 'dashed' && styles.toNext,
              segment === 'late' && styles.toLate,
            )}
            aria-current={item.state === 'now' ? 'step' : undefined}
          >
            <span className={styles.mark}>
              <KnotMark kind={item.kind} state={item.state} lying={lying} />
            </span>
            <h4 className={styles.head}>
              {item.title}
              {item.when && <time dateTime={new Date(item.when.at).toISOString()}>{item.when.text}</time>}
            </h4>
            {item.note && <p className={styles.note}>{item.note}</p>}
          </li>
        );
      })}
    </ol>
  );
}
