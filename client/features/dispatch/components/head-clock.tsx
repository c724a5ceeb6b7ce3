import { defineTexts, useLabel } from '../../../platform/index.ts';
import { DueWhy } from '../../cases/index.ts';
import { WhistleDue } from '../../dispatch-parts/index.ts';
import { useRunningNow } from '../hooks/use-running-now.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({ holds: { zh: '现在由 {who} 办：{limit}', en: 'With {who}: {limit}' } });

/** The clock of a whistle's head: how much is left, who holds it for which step, and why until then. */
export function HeadClock({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const running = useRunningNow(detail);
  if (running === null) return null;
  const { clock, remaining, snapshot } = detail;
  return (
    <div className={styles.headClock}>
      <WhistleDue clock={clock} remaining={remaining} emergency={snapshot.whistleType === 'emergency'} />
      <span>{say(texts.holds, { who: running.who, limit: running.step })}</span>
      {running.why && (
        <small>
          {running.why} {detail.explanation && <DueWhy reason={{ explanation: detail.explanation, matches: true }} end />}
        </small>
      )}
    </div>
  );
}
