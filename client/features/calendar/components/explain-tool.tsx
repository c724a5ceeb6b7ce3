import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitLabels, limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import { type LimitUnit, limitUnits } from '#shared/calendar/calendar-schema.ts';
import { defineTexts, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput, NumberInput } from '../../../ui/desk-kit/index.ts';
import { Field, Select } from '../../../ui/index.ts';
import { Answer, layout, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import { DueExplain, dueDays } from '../../cases-parts/index.ts';

const texts = defineTexts({
  title: { zh: '试算一个时限', en: 'Try a limit' },
  amount: { zh: '多长', en: 'How long' },
  unit: { zh: '怎么算', en: 'Counted in' },
  from: { zh: '从什么时候起', en: 'From' },
  ends: { zh: '{limit}，到 {time} 止', en: '{limit}: ends {time}' },
  provisional: { zh: '暂定：其中有的年份还没有公布放假安排', en: 'Provisional: some years on the way are not published yet' },
  choose: { zh: '填上数量和起点就能算', en: 'Give an amount and a beginning' },
});

/** Counts any limit from any moment, day by day, with the calendar in force. */
export function ExplainTool() {
  const say = useLabel();
  const { locale } = useLocale();
  const { writing, full } = useTimeWords();
  const [amount, setAmount] = useState<number | null>(5);
  const [unit, setUnit] = useState<LimitUnit>('workingDays');
  const [fromText, setFromText] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const from = readWallText(writing.timeZone, fromText);
  const limit = amount === null ? null : { amount, unit };
  const trpc = useTRPC();
  const ready = limit !== null && from !== null;
  const explained = useQuery(
    trpc.calendar.explain.queryOptions(
      { limit: limit ?? { amount: 0, unit }, from: from ?? 0 },
      { enabled: ready, placeholderData: keepPreviousData },
    ),
  );
  return (
    <section className={layout.section}>
      <h3>{say(texts.title)}</h3>
      <div className={layout.pair}>
        <NumberInput
          label={say(texts.amount)}
          min={0}
          max={9999}
          allowDecimal={false}
          allowNegative={false}
          value={amount ?? ''}
          onChange={(value) => setAmount(typeof value === 'number' ? value : null)}
        />
        <Field label={say(texts.unit)}>
          {(control) => (
            <Select<LimitUnit>
              {...control}
              compact
              options={limitUnits.map((each) => ({ value: each, label: say(limitLabels[each], { n: '' }).trim() }))}
              value={unit}
              onChange={setUnit}
            />
          )}
        </Field>
      </div>
      <DateTimeInput label={say(texts.from)} value={fromText} onChange={setFromText} />
      {ready ? (
        <Answer query={explained} lines={3}>
          {(answer) => (
            <DueExplain
              rule={
                <>
                  <b>{limit && say(texts.ends, { limit: limitWords(limit, locale), time: full(answer.due.at) })}</b>
                  <br />
                  {say(limitRuleLabels[unit])}
                </>
              }
              days={dueDays(answer.steps)}
              {...(answer.due.provisional ? { source: say(texts.provisional) } : {})}
            />
          )}
        </Answer>
      ) : (
        <p className={layout.note}>{say(texts.choose)}</p>
      )}
    </section>
  );
}
