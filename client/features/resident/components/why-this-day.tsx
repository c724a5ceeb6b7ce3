import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import { clockLimitLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Button, Skeleton } from '../../../ui/index.ts';
import { dueDays } from '../../cases-parts/due-days.ts';
import { DueExplain } from '../../cases-parts/due-explain.tsx';

const texts = defineTexts({
  why: { zh: '为什么是这天', en: 'Why this day' },
  hide: { zh: '收起', en: 'Hide' },
  rule: { zh: '{what} {limit}，到 {at}。{rule}。', en: '{what}: {limit}, until {at}. {rule}.' },
  plain: { zh: '{what}：{at}。这个日子是上级定的。', en: '{what}: {at}. This date was set by the office.' },
  provisional: { zh: '这个日子是暂定的：当年放假安排还没公布。', en: 'Provisional: the holidays of that year are not published yet.' },
  source: { zh: '放假按国务院通知算', en: 'Holidays by the notice of the State Council' },
  none: { zh: '这一步没有时限', en: 'No limit runs now' },
  loading: { zh: '正在算', en: 'Working it out' },
});

/** One press from "until when" to "why": the rule in words and the days one by one. */
export function WhyThisDay({ caseId }: { caseId: string }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { full } = useTimeWords();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const explained = useQuery(trpc.cases.explainDue.queryOptions({ caseId }, { enabled: open }));
  const found = explained.data;
  const what = found ? say(clockLimitLabels[found.limit]) : '';
  return (
    <div>
      <Button variant="quiet" aria-expanded={open} icon="calendar" onClick={() => setOpen(!open)}>
        {say(open ? texts.hide : texts.why)}
      </Button>
      {open && explained.isPending && <Skeleton lines={2} label={say(texts.loading)} />}
      {open && explained.data === null && <p>{say(texts.none)}</p>}
      {open && found && !found.explanation && <p>{say(texts.plain, { what, at: full(found.due.at) })}</p>}
      {open && found?.explanation && (
        <DueExplain
          rule={`${say(texts.rule, {
            what,
            limit: limitWords(found.explanation.limit, locale),
            at: full(found.due.at),
            rule: say(limitRuleLabels[found.explanation.limit.unit]),
          })}${found.due.provisional ? say(texts.provisional) : ''}`}
          days={dueDays(found.explanation.steps)}
          source={say(texts.source)}
        />
      )}
    </div>
  );
}
