import { caseSourceLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { clockLight, StatusMark } from '../../cases-parts/index.ts';
import type { CaseLine } from '../case-types.ts';
import { GridCell } from './case-table.tsx';
import styles from './triage.module.css';

const texts = defineTexts({
  longest: { zh: '最久等了 {time}', en: 'longest wait {time}' },
  count: { zh: '{n} 件', en: '{n}' },
  list: { zh: '队列', en: 'Queue' },
});

/** What waits for a decision, the next due first. */
export function TriageQueue({
  title,
  rows,
  total,
  current,
  onOpen,
  children,
}: {
  title: string;
  rows: readonly CaseLine[];
  total: number;
  current: string | null;
  onOpen: (id: string) => void;
  children?: React.ReactNode;
}) {
  const say = useLabel();
  const { clock, moment, duration, writing } = useTimeWords();
  const oldest = rows.length > 0 ? Math.min(...rows.map((row) => row.reportedAt)) : null;
  const dayStart = writing.now - 18 * 3_600_000;
  return (
    <section className={styles.queue} aria-label={say(texts.list)}>
      <div className={styles.queueHead}>
        <h1>{title}</h1>
        <span role="status">{say(texts.count, { n: total })}</span>
        {oldest !== null && <span className={styles.end}>{say(texts.longest, { time: duration(writing.now - oldest) })}</span>}
      </div>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" data-row={row.id} aria-current={row.id === current ? 'true' : undefined} onClick={() => onOpen(row.id)}>
              <StatusMark state={row.state} light={clockLight(row.clock, writing.now)} />
              <span className={styles.rowWords}>
                <b>{row.title}</b>
                <span className={styles.rowSecond}>
                  <span>
                    {say(caseSourceLabels[row.source])}　{row.reportedAt > dayStart ? clock(row.reportedAt) : moment(row.reportedAt)}
                  </span>
                  <GridCell line={row} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
