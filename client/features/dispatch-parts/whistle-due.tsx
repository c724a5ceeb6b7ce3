import { calendarWords, remainingWords } from '#shared/calendar/calendar.i18n.ts';
import type { RemainingTime } from '#shared/calendar/remaining.ts';
import { whistleLimitLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { DueReason } from '#shared/dispatch/whistle-due-reason.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../platform/index.ts';
import { DueClock, dueTone, usedShare } from '../cases-parts/index.ts';
import { useDueReason } from './use-due-reason.ts';
import { isCalm } from './whistle-light.ts';

const texts = defineTexts({
  none: { zh: '不计时', en: 'No limit' },
  review: { zh: '{when} 复查', en: 'review {when}' },
  held: { zh: '挂账，停表', en: 'Held, clock stopped' },
  named: { zh: '{limit}{left}', en: '{limit}: {left}' },
});

/**
 * One running limit of a whistle by the page's clock. What is left is said in working time where the server told it (`remaining`), else by
 * the wall; what is late always by the wall, as lists, plans and papers say it. `named` puts the limit's name in front.
 */
export function WhistleDue({
  clock,
  remaining = null,
  named = false,
  stacked = false,
  dueShown = true,
  emergency = false,
  reason = null,
}: {
  clock: WhistleClock;
  remaining?: RemainingTime | null;
  named?: boolean;
  stacked?: boolean;
  dueShown?: boolean;
  /** its limits run by the clock on the wall */
  emergency?: boolean;
  /** why until then: a few words in the row, the sentence when pointed at */
  reason?: DueReason | null;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const { writing, moment, duration } = useTimeWords();
  const { full, short } = useDueReason();
  const { due, from, limit, soonAt } = clock;
  if (due === null || limit === null) return <span>{say(texts.none)}</span>;
  // past its day the review is late like anything else
  if (isCalm(clock, writing.now)) {
    return (
      <DueClock
        tone="held"
        remaining={say(texts.held)}
        dueText={say(texts.review, { when: moment(due.at) })}
        usedShare={0}
        stacked={stacked}
      />
    );
  }
  const tone = dueTone({ due: due.at, soonAt, now: writing.now, held: false, provisional: due.provisional });
  const words =
    remaining && tone !== 'late'
      ? remainingWords(remaining, { unit: emergency ? 'minutes' : 'workingDays', locale })
      : say(tone === 'late' ? calendarWords.late : calendarWords.left, { time: duration(due.at - writing.now) });
  return (
    <DueClock
      {...(reason ? { why: short(reason), title: full(reason) } : {})}
      tone={tone}
      remaining={named ? say(texts.named, { limit: say(whistleLimitLabels[limit]), left: words }) : words}
      {...(dueShown ? { dueText: moment(due.at) } : {})}
      usedShare={usedShare({ from: from ?? due.at, due: due.at, now: writing.now })}
      stacked={stacked}
    />
  );
}
