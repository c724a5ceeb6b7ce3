import { calendarWords, limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import type { DueExplanation } from '#shared/calendar/due-steps.ts';
import { defineTexts, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { DueExplain, dueDays } from '../../cases-parts/index.ts';
import type { DueReason } from '../case-types.ts';
import { Popover } from './popover.tsx';

const texts = defineTexts({
  how: { zh: '怎么算的', en: 'How it is counted' },
  rule: { zh: '从 {from} 起 {limit}：{rule}。', en: '{limit} from {from}: {rule}.' },
  ends: { zh: '到 {when} 为止。', en: 'It ends {when}.' },
  source: { zh: '工作日历第 {n} 版', en: 'Working calendar, version {n}' },
  imported: { zh: '时限随导入的记录而来，没有按日历计算。', en: 'The due time came with an imported record; it was not computed.' },
  moved: {
    zh: '时限定下以后日历改过，或按延期、督办另定，以案上的时间为准。',
    en: 'The calendar changed afterwards, or the time was set otherwise; the time on the case holds.',
  },
});

/** 怎么算的 of a case's running limit. */
export function DueWhy({
  reason,
  end = false,
  up = false,
}: {
  reason: Pick<DueReason, 'explanation' | 'matches'>;
  end?: boolean;
  up?: boolean;
}) {
  const say = useLabel();
  return (
    <Popover word={say(texts.how)} label={say(calendarWords.whyThisTime)} end={end} up={up}>
      {reason.explanation ? (
        <Explained explanation={reason.explanation} note={reason.matches ? null : say(texts.moved)} />
      ) : (
        say(texts.imported)
      )}
    </Popover>
  );
}

/** The same for a limit that has not begun: what the due time will be. */
export function DueTrial({ explanation, end = false, up = false }: { explanation: DueExplanation; end?: boolean; up?: boolean }) {
  const say = useLabel();
  return (
    <Popover word={say(texts.how)} label={say(calendarWords.whyThisTime)} end={end} up={up}>
      <Explained explanation={explanation} note={null} />
    </Popover>
  );
}

function Explained({ explanation, note }: { explanation: DueExplanation; note: string | null }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { full } = useTimeWords();
  const { grouped } = useJoined();
  const { limit, from, due, steps } = explanation;
  const rule = say(texts.rule, { from: full(from), limit: limitWords(limit, locale), rule: say(limitRuleLabels[limit.unit]) });
  const provisional = due.provisional
    ? say(calendarWords.provisional, { year: steps.find((step) => !step.published)?.date.slice(0, 4) ?? '' })
    : null;
  const source = grouped(say(texts.source, { n: due.calendarVersion }), provisional, note);
  return <DueExplain rule={`${rule}${say(texts.ends, { when: full(due.at) })}`} days={dueDays(steps)} source={source} />;
}
