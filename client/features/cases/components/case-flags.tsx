import type { CaseClock } from '#shared/cases/case-clock.ts';
import { caseFlagLabels } from '#shared/cases/cases.i18n.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { useLabel, useTimeWords } from '../../../platform/index.ts';
import { clockLight, FlagPill, Pill, StatusPill } from '../../cases-parts/index.ts';
import styles from './case-file.module.css';

/** Whether the limit that runs has passed, by the page's clock. */
export function isLate(clock: CaseClock, now: number): boolean {
  return clockLight(clock, now) === 'red';
}

type Flagged = Pick<CaseSnapshot, 'state' | 'reworkCount' | 'reopenCount' | 'supervision' | 'duplicateOfId' | 'livelihood'>;

/** The state and everything that stands beside it. */
export function CaseFlags({ of, clock, duplicates = 0 }: { of: Flagged; clock: CaseClock; duplicates?: number }) {
  const say = useLabel();
  const { writing, duration } = useTimeWords();
  const late = isLate(clock, writing.now);
  return (
    <div className={styles.flags}>
      <StatusPill state={of.state} />
      {late && clock.due && <FlagPill flag="overdue" detail={duration(writing.now - clock.due.at)} />}
      {of.reworkCount > 0 && <FlagPill flag="rework" detail={of.reworkCount} />}
      {of.reopenCount > 0 && (
        <Pill shape="turn" tone="soon">
          {say(caseFlagLabels.reopened, { count: of.reopenCount })}
        </Pill>
      )}
      {openSupervision(of) && <FlagPill flag="supervised" />}
      {(of.duplicateOfId !== null || duplicates > 0) && <FlagPill flag="duplicate" {...(duplicates > 0 ? { detail: duplicates } : {})} />}
      {of.livelihood && <FlagPill flag="livelihood" />}
      {clock.due?.provisional && (
        <Pill shape="ring" tone="rest">
          {say(caseFlagLabels.provisional)}
        </Pill>
      )}
    </div>
  );
}
