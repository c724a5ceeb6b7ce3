import { useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { NavLink } from '../../../ui/index.ts';
import { useWhistleList } from '../hooks/use-whistle-list.ts';
import { whistleHref } from '../hooks/whistle-search.ts';
import type { WhistleLine } from '../whistle-types.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import styles from './todo.module.css';
import { TodoRow } from './todo-row.tsx';

const texts = defineTexts({
  title: { zh: '吹哨', en: 'Whistles' },
  all: { zh: '全部 {n} 件', en: 'All {n}' },
  failed: { zh: '没取到哨，', en: 'The whistles did not come; ' },
  again: { zh: '再取一次', en: 'fetch again' },
});

/** So many stand above the cases; the rest is one press away. */
const shownAbove = 5;

/** The whistles that wait for this person, above the cases of the inbox; nothing at all when none does. */
export function TodoWhistles() {
  const say = useLabel();
  const { rows, total, list } = useWhistleList({ view: 'todo', limit: shownAbove });
  const [answering, setAnswering] = useState<WhistleLine | null>(null);
  if (list.error && rows.length === 0) {
    return (
      <p className={styles.failed} role="status">
        {say(texts.failed)}
        <button type="button" onClick={() => void list.refetch()}>
          {say(texts.again)}
        </button>
      </p>
    );
  }
  if (rows.length === 0) return null;
  return (
    <section className={styles.group} aria-label={say(texts.title)}>
      <h2>
        {say(texts.title)} <small role="status">{total}</small>
        {total > rows.length && <NavLink href={whistleHref('/d/w', { view: 'todo' })}>{say(texts.all, { n: total })}</NavLink>}
      </h2>
      <ul>
        {rows.map((line) => (
          <TodoRow
            key={line.id}
            line={line}
            {...(line.allowedActions.includes('acknowledge') ? { onAnswer: () => setAnswering(line) } : {})}
          />
        ))}
      </ul>
      {answering && <AcknowledgeDialog lines={[answering]} onClose={() => setAnswering(null)} />}
    </section>
  );
}
