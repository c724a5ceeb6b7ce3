import { calendarWords } from '#shared/calendar/calendar.i18n.ts';
import type { CaseClock } from '#shared/cases/case-clock.ts';
import { clockLimitLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { DueClock, dueTone, usedShare } from '../../cases-parts/index.ts';
import styles from './list.module.css';

const texts = defineTexts({
  none: { zh: '不计时', en: 'No limit' },
  held: { zh: '挂账，停表', en: 'Held, clock stopped' },
  review: { zh: '{when} 复查', en: 'review {when}' },
  provisional: { zh: '暂定', en: 'provisional' },
  sign: { zh: '签收', en: 'sign: ' },
  contact: { zh: '联系', en: 'contact: ' },
});

/** The limit that runs: how much is left by the page's clock, and until when. */
export function DueCell({ clock, stacked = false }: { clock: CaseClock; stacked?: boolean }) {
  const say = useLabel();
  const { writing, moment, duration } = useTimeWords();
  const { due, from, held, limit, nextReviewAt, soonAt } = clock;
  if (held) {
    const review = nextReviewAt === null ? undefined : say(texts.review, { when: moment(nextReviewAt) });
    return <DueClock tone="held" remaining={say(texts.held)} dueText={review} usedShare={0} stacked={stacked} />;
  }
  if (due === null || limit === null) return <span className={styles.quiet}>{say(texts.none)}</span>;
  const used = usedShare({ from: from ?? due.at, due: due.at, now: writing.now });
  const tone = dueTone({ due: due.at, soonAt, now: writing.now, held, provisional: due.provisional });
  const left = say(tone === 'late' ? calendarWords.late : calendarWords.left, { time: duration(due.at - writing.now) });
  const what = limit === 'sign' ? say(texts.sign) : limit === 'contact' ? say(texts.contact) : '';
  return (
    <span title={say(clockLimitLabels[limit])}>
      <DueClock
        tone={tone}
        remaining={`${what}${left}`}
        dueText={`${moment(due.at)}${due.provisional ? ` ${say(texts.provisional)}` : ''}`}
        usedShare={used}
        stacked={stacked}
      />
    </span>
  );
}
