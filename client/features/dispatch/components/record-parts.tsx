import { type ReactNode, useId } from 'react';
import type { Label } from '#shared/kernel/label.ts';
import { useLabel } from '../../../platform/index.ts';
import styles from './papers.module.css';

/** One headed part of the record. */
export function Part({ title, children }: { title: Label; children: ReactNode }) {
  const say = useLabel();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      {children}
    </section>
  );
}

/** A table of a head and its words on each line. */
export function Facts({ rows }: { rows: readonly (readonly [head: Label, text: string])[] }) {
  const say = useLabel();
  return (
    <table className={styles.facts}>
      <tbody>
        {rows.map(([head, text]) => (
          <tr key={head.zh}>
            <th scope="row">{say(head)}</th>
            <td>{text || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
