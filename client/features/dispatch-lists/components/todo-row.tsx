import { whistleActionLabels, whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { useLabel } from '../../../platform/index.ts';
import { Button, NavLink } from '../../../ui/index.ts';
import { WhistleDue, WhistlePill } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './todo.module.css';

/** One whistle in a line of the inbox: what, where, how far, until when; answered in place where that is the step. */
export function TodoRow({ line, onAnswer }: { line: WhistleLine; onAnswer?: () => void }) {
  const say = useLabel();
  const second = [line.whistleNo, say(whistleTypeLabels[line.whistleType]), line.address || line.community].filter(Boolean);
  return (
    <li>
      <WhistlePill state={line.state} bare />
      <span className={styles.words}>
        <NavLink href={`/d/w/${line.id}`}>{line.title}</NavLink>
        <small>{second.join('　')}</small>
      </span>
      <WhistleDue clock={line.clock} named stacked />
      <span className={styles.act}>
        {onAnswer && (
          <Button size="small" icon="check" onClick={onAnswer}>
            {say(whistleActionLabels.acknowledge)}
          </Button>
        )}
      </span>
    </li>
  );
}
