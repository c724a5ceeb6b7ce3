import { useState } from 'react';
import type { DueStep } from '#shared/calendar/due-steps.ts';
import { dueReasonWords } from '#shared/dispatch/whistle-due-reason.i18n.ts';
import type { DueReason } from '#shared/dispatch/whistle-due-reason.ts';
import { defineTexts, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { dueDays } from '../../cases-parts/due-days.ts';
import { DueExplain } from '../../cases-parts/due-explain.tsx';

const texts = defineTexts({
  why: { zh: '为什么是这天', en: 'Why this day' },
  hide: { zh: '收起', en: 'Hide' },
  source: { zh: '放假按国务院通知算', en: 'Holidays by the notice of the State Council' },
});

/** One press from "until when" to "why", for a whistle: the rule in words and, for a legal limit, the days one by one. */
export function WhyUntil({ reason, days }: { reason: DueReason; days: readonly DueStep[] }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { sentence } = useJoined();
  const { full } = useTimeWords();
  const [open, setOpen] = useState(false);
  const rule = sentence(dueReasonWords(reason, { locale, writeMoment: full }));
  return (
    <div>
      <Button variant="quiet" aria-expanded={open} icon="calendar" onClick={() => setOpen(!open)}>
        {say(open ? texts.hide : texts.why)}
      </Button>
      {open && days.length === 0 && <p>{rule}</p>}
      {open && days.length > 0 && <DueExplain rule={rule} days={dueDays(days)} source={say(texts.source)} />}
    </div>
  );
}
