import { useLabel, useTimeWords } from '../../../platform/index.ts';
import { ButtonLink, classNames, Icon } from '../../../ui/index.ts';
import { DueClock } from '../../cases-parts/due-clock.tsx';
import { photoAddress } from '../../files-parts/index.ts';
import { type CaseLine, dueOf } from '../due-words.ts';
import styles from '../field.module.css';
import { firstCall } from '../field-actions.ts';

/** One matter of today: its picture, what and where, until when, and its one act. */
export function TaskRow({ line }: { line: CaseLine }) {
  const say = useLabel();
  const time = useTimeWords();
  const due = dueOf(line.clock, { say, time });
  const call = firstCall(line.allowedActions);
  // titles often name the place already; a row says it once
  const place = line.title.includes(line.address) ? '' : line.address;
  return (
    <li className={classNames(styles.row, styles.task)}>
      <span className={styles.thumb}>
        {line.photoId ? <img src={photoAddress(line.photoId)} alt="" loading="lazy" /> : <Icon name={call.icon} size={28} />}
      </span>
      <span>
        <b>{line.title}</b>
        <span className={styles.facts}>
          <span>{say(call.kind)}</span>
          {due && <DueClock {...due} />}
          {place && <span className={styles.place}>{place}</span>}
        </span>
      </span>
      <ButtonLink href={`/f/tasks/${line.id}`} aria-label={`${say(call.verb)} ${line.title}`}>
        {say(call.verb)}
      </ButtonLink>
    </li>
  );
}
