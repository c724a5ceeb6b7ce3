import type { ReactNode } from 'react';
import { calendarWords } from '#shared/calendar/calendar.i18n.ts';
import { supervisionLateMs } from '#shared/cases/supervision.ts';
import { defineTexts, useLabel, useTimeWords } from '../../platform/index.ts';
import { classNames, ShapeMark } from '../../ui/index.ts';
import styles from './asked-banner.module.css';

const texts = defineTexts({
  unanswered: { zh: '{late}，还没答复', en: '{late}, no answer yet' },
  answered: { zh: '答复{late}', en: 'answered {late}' },
});

type Supervised = Parameters<typeof supervisionLateMs>[0];

/** The banner of what somebody asks for; of a supervision (督办) it turns red once its day has passed, and says by how much. */
export function AskedBanner({
  supervision = null,
  className,
  children,
}: {
  supervision?: Supervised | null;
  className?: string | undefined;
  children: ReactNode;
}) {
  const say = useLabel();
  const { writing, duration } = useTimeWords();
  const ms = supervision && supervisionLateMs(supervision, writing.now);
  return (
    <div className={classNames(styles.asked, ms !== null && styles.late, className)}>
      {children}
      {ms !== null && (
        <strong>
          <ShapeMark shape="notchedAlert" />{' '}
          {say(supervision?.reply ? texts.answered : texts.unanswered, { late: say(calendarWords.late, { time: duration(ms) }) })}
        </strong>
      )}
    </div>
  );
}
