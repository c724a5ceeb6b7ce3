import { calendarWords } from '#shared/calendar/calendar.i18n.ts';
import type { UnitDuty } from '#shared/dispatch/unit-duties.ts';
import { whistleActionLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { DueReason } from '#shared/dispatch/whistle-due-reason.ts';
import { defineTexts, useLabel, useTimeWords } from '../../platform/index.ts';
import { DueClock, dueTone, usedShare } from '../cases-parts/index.ts';
import { useDueReason } from './use-due-reason.ts';

const texts = defineTexts({ named: { zh: '{step}{left}', en: '{step}: {left}' } });

/** The own limit of the step a unit owes: how much is left, until when; `named` puts the step in front. */
export function OwnDue({
  duty,
  named = false,
  stacked = false,
}: {
  duty: UnitDuty & { reason: DueReason | null };
  named?: boolean;
  stacked?: boolean;
}) {
  const say = useLabel();
  const { writing, moment, duration } = useTimeWords();
  const { full, short } = useDueReason();
  const { action, from, due, soonAt, provisional, reason } = duty;
  const step = say(whistleActionLabels[action]);
  if (due === null) return <span>{step}</span>;
  const tone = dueTone({ due, soonAt, now: writing.now, held: false, provisional });
  const left = say(tone === 'late' ? calendarWords.late : calendarWords.left, { time: duration(due - writing.now) });
  return (
    <DueClock
      tone={tone}
      remaining={named ? say(texts.named, { step, left }) : left}
      dueText={moment(due)}
      {...(reason ? { why: short(reason), title: full(reason) } : {})}
      usedShare={usedShare({ from: from ?? due, due, now: writing.now })}
      stacked={stacked}
    />
  );
}
