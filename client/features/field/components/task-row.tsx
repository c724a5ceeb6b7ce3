import { useLabel, useTimeWords } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { DueClock } from '../../cases-parts/due-clock.tsx';
import { type CaseLine, dueOf } from '../due-words.ts';
import styles from '../field.module.css';
import { firstCall } from '../field-actions.ts';

/** One matter of today: what, where, until when, and its one act. */
export function TaskRow({ line }: { line: CaseLine }) {
  const say = useLabel();
  const time = useTimeWords();
  const due = dueOf(line.clock, { say, time });
  const call = firstCall(line.allowedActions);
  return (
    <li className={styles.row}>
      <span>
        <b>{line.title}</b>
        <span className={styles.facts}>
          <span>{say(call.kind)}</span>
          {due && <DueClock {...due} />}
          {line.address && <span>{line.address}</span>}
        </span>
      </span>
      <ButtonLink href={`/f/tasks/${line.id}`} aria-label={`${say(call.verb)} ${line.title}`}>
        {say(call.verb)}
      </ButtonLink>
    </li>
  );
}
