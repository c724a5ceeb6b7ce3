import { useState } from 'react';
import { solvedLabels } from '#shared/cases/cases.i18n.ts';
import { opinionWayLabels, stanceLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { opinionWays, stances } from '#shared/dispatch/whistle-schema.ts';
import { defineTexts, formatRate, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  title: { zh: '院里人怎么说', en: 'What residents say' },
  share: { zh: '{have} / {need} 户', en: '{have} of {need} households' },
  count: { zh: '{n} 条', en: '{n}' },
  none: { zh: '还没有听到意见。到场后入户、开会、打电话或发纸条。', en: 'Nobody was heard yet: visit, meet, phone, or hand out slips.' },
  byHousehold: { zh: '一户可提多条，按户计', en: 'A household may say several things and counts once' },
  stances: { zh: '态度', en: 'Stance' },
  topics: { zh: '说得最多的', en: 'Named most' },
  all: { zh: '看全部 {n} 条', en: 'All {n}' },
  fewer: { zh: '收起', en: 'Fewer' },
  quote: { zh: '“{text}”', en: '“{text}”' },
  told: { zh: '告诉院里人', en: 'Told' },
  toldNone: { zh: '验收以后逐户告知结果', en: 'Households are told the result after acceptance' },
  toldCount: { zh: '户已告知', en: 'told' },
  answered: { zh: '户答了', en: 'answered' },
  solved: { zh: '户说修好了', en: 'say solved' },
  rate: { zh: '修好的占比', en: 'share solved' },
  thanks: { zh: '户道谢', en: 'say thank you' },
});

type Opinion = Extract<WhistleEvent, { type: 'OpinionRecorded' }>['payload'];
const shownQuotes = 3;
const shownTopics = 5;

/** What residents said: by way, by stance, by topic, and in their words. */
export function Voices({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const [all, setAll] = useState(false);
  const { households } = detail.snapshot;
  const opinions = detail.timeline.flatMap(({ event }): Opinion[] => (event.type === 'OpinionRecorded' ? [event.payload] : []));
  const heard = households.length === 0 ? opinions.length : households.filter((door) => door.opinions > 0).length;
  const topics = new Map<string, Set<string>>();
  for (const { topics: named, householdId, opinionId } of opinions)
    for (const topic of named) topics.set(topic, (topics.get(topic) ?? new Set()).add(householdId ?? opinionId));
  const topicBars = [...topics].map(([label, doors]) => ({ label, n: doors.size })).toSorted((a, b) => b.n - a.n);
  const stanceBars = stances
    .map((stance) => ({ label: say(stanceLabels[stance]), n: opinions.filter((each) => each.stance === stance).length }))
    .filter(({ n }) => n > 0);
  const ways = opinionWays
    .map((way) => ({ way, n: opinions.filter((each) => each.way === way).length }))
    .filter(({ n }) => n > 0)
    .map(({ way, n }) => `${say(opinionWayLabels[way])} ${n}`);
  const doorName = (id: string | null) => households.find((door) => door.id === id)?.label;
  const quotes = opinions.toReversed().slice(0, all ? undefined : shownQuotes);
  const title =
    households.length > 0 ? say(texts.share, { have: heard, need: households.length }) : say(texts.count, { n: opinions.length });
  return (
    <section className={styles.block} aria-labelledby="whistle-voices">
      <h2 id="whistle-voices">
        {say(texts.title)} <small>{title}</small>
      </h2>
      {opinions.length === 0 ? (
        <p className={styles.quiet}>{say(texts.none)}</p>
      ) : (
        <>
          <p className={styles.quiet}>{ways.join('　')}</p>
          <Bars label={say(texts.stances)} bars={stanceBars} />
          {topicBars.length > 0 && <Bars label={say(texts.topics)} bars={topicBars.slice(0, shownTopics)} />}
          <p className={styles.quiet}>{say(texts.byHousehold)}</p>
          <ul className={styles.quotes}>
            {quotes.map((each) => (
              <li key={each.opinionId}>
                <q>{each.text}</q>
                <small>
                  {[doorName(each.householdId), say(opinionWayLabels[each.way]), moment(each.heardAt)].filter(Boolean).join('　')}
                </small>
              </li>
            ))}
          </ul>
          {opinions.length > shownQuotes && (
            <Button variant="quiet" size="small" onClick={() => setAll(!all)}>
              {all ? say(texts.fewer) : say(texts.all, { n: opinions.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Bars({ label, bars }: { label: string; bars: readonly { label: string; n: number }[] }) {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <dl className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <div key={bar.label}>
          <dt>{bar.label}</dt>
          <dd>
            <i style={{ width: `${(bar.n / most) * 100}%` }} aria-hidden="true" />
          </dd>
          <dd>{bar.n}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many households know the result and what they say of it. */
export function ToldHouseholds({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { households, completedAt } = detail.snapshot;
  if (completedAt === null) return null;
  const told = households.filter((door) => door.told !== null).length;
  const answered = households.filter((door) => door.verdict !== null);
  const solved = answered.filter((door) => door.verdict?.solved === 'yes').length;
  const verdicts = detail.timeline.flatMap(({ event }) =>
    event.type === 'HouseholdAnswered' && event.payload.note !== '' ? [{ ...event.payload, at: event.meta.at }] : [],
  );
  const thanks = answered.filter((door) => door.verdict?.thanks).length;
  const figures = [
    { n: `${told} / ${households.length}`, label: say(texts.toldCount) },
    { n: String(answered.length), label: say(texts.answered) },
    { n: String(solved), label: say(texts.solved) },
    { n: formatRate(answered.length === 0 ? null : Math.round((solved / answered.length) * 10_000)), label: say(texts.rate) },
    ...(thanks > 0 ? [{ n: String(thanks), label: say(texts.thanks) }] : []),
  ];
  return (
    <section className={styles.block} aria-labelledby="whistle-told">
      <h2 id="whistle-told">{say(texts.told)}</h2>
      {told === 0 && <p className={styles.quiet}>{say(texts.toldNone)}</p>}
      <dl className={styles.figures}>
        {figures.map((each) => (
          <div key={each.label}>
            <dt>{each.label}</dt>
            <dd>{each.n}</dd>
          </div>
        ))}
      </dl>
      {verdicts.length > 0 && (
        <ul className={styles.quotes}>
          {verdicts.map((each) => (
            <li key={`${each.householdId} ${each.at}`}>
              <q>{each.note}</q>
              <small>{[say(solvedLabels[each.solved]), moment(each.at)].join('　')}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
