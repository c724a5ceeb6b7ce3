import { defineTexts, useLabel, useLocale, useTimeWords, withAside } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, EmptyState, ErrorState, IconButton, NavLink, ShapeMark, Skeleton } from '../../../ui/index.ts';
import { useKeys } from '../../cases/index.ts';
import { useDueReason, whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { visitStanding } from '../components/visit-looks.ts';
import { VisitMap } from '../components/visit-map.tsx';
import styles from '../components/visits.module.css';
import { type Stop, useVisits } from '../hooks/use-visits.ts';
import type { WhistleVisit } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '到场日程', en: 'Site visits' },
  sum: { zh: '{day}，{stops} 处，{n} 个到场', en: '{day}, places: {stops}, visits: {n}' },
  yesterday: { zh: '前一天', en: 'The day before' },
  tomorrow: { zh: '后一天', en: 'The day after' },
  before: { zh: '上一周', en: 'The week before' },
  after: { zh: '下一周', en: 'The week after' },
  week: { zh: '这一周', en: 'This week' },
  dayOfWeek: { zh: '{day}，{n} 个到场', en: '{day}, visits: {n}' },
  today: { zh: '今天', en: 'Today' },
  print: { zh: '打印这一天', en: 'Print this day' },
  loading: { zh: '正在取日程', en: 'Fetching the visits' },
  failed: { zh: '没取到日程', en: 'The visits did not come' },
  failedSafe: { zh: '没有任何改动。', en: 'Nothing was changed.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '这一天没有到场', en: 'No visits on this day' },
  noneWhy: { zh: '应哨时约的时间、到场时限会出现在这里。', en: 'Times given when answering, and limits to report in, appear here.' },
  next: { zh: '去最近有到场的一天：{day}', en: 'To the nearest day with visits: {day}' },
  cut: {
    zh: '哨太多，只看了最近吹的 500 件；更早的哨的到场可能不在内。',
    en: 'Only the last 500 whistles were looked through; visits of older ones may be missing.',
  },
  onMap: { zh: '这一天的地图', en: 'Map of the day' },
  expected: { zh: '约定到场', en: 'expected' },
  due: { zh: '最迟到场', en: 'due by' },
  arrived: { zh: '已到场', en: 'arrived' },
  late: { zh: '未到', en: 'not there' },
  missed: { zh: '过了约定', en: 'missed' },
  soon: { zh: '快到时限', en: 'due soon' },
  until: { zh: '最迟 {at}', en: 'by {at}' },
});

/** On a phone the week is wider than the page. */
const intoView = (day: HTMLElement | null) => day?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** `/d/visits`: which unit goes where and when on a day, in the order of the route, with its map; the week to choose from above. */
export function VisitsPage() {
  const say = useLabel();
  const { day: dayWords } = useTimeWords();
  const failureText = useFailureText(whistleRefusalWords);
  const { query, byDay, day, today, go, stops, start, complete, yesterday, tomorrow, before, after } = useVisits();
  useKeys({ arrowleft: () => go(yesterday), arrowright: () => go(tomorrow), t: () => go(today) });
  const sum = stops.reduce((all, { visits }) => all + visits.length, 0);
  const near = byDay.find(({ date, visits }) => date > day && visits.length > 0) ?? byDay.findLast(({ visits }) => visits.length > 0);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span role="status">{query.data ? say(texts.sum, { day: dayWords(start), stops: stops.length, n: sum }) : ''}</span>
        <span className={styles.tools}>
          <IconButton icon="chevronLeft" size="small" label={say(texts.yesterday)} onClick={() => go(yesterday)} />
          <Button size="small" keyHint="T" onClick={() => go(today)}>
            {say(texts.today)}
          </Button>
          <IconButton icon="chevronRight" size="small" label={say(texts.tomorrow)} onClick={() => go(tomorrow)} />
          <Button size="small" icon="print" onClick={() => window.print()}>
            {say(texts.print)}
          </Button>
        </span>
      </div>
      <nav className={styles.week} aria-label={say(texts.week)}>
        <IconButton icon="chevronLeft" size="small" label={say(texts.before)} onClick={() => go(before)} />
        {byDay.map(({ date, start: from, visits }) => (
          <button
            key={date}
            type="button"
            ref={date === day ? intoView : undefined}
            aria-current={date === day ? 'date' : undefined}
            aria-label={say(texts.dayOfWeek, { day: dayWords(from), n: visits.length })}
            className={date === today ? styles.today : undefined}
            onClick={() => go(date)}
          >
            <span>{dayWords(from)}</span>
            <b>{visits.length || ''}</b>
          </button>
        ))}
        <IconButton icon="chevronRight" size="small" label={say(texts.after)} onClick={() => go(after)} />
      </nav>
      {!complete && <Banner tone="care">{say(texts.cut)}</Banner>}
      {query.isPending && <Skeleton rows lines={8} label={say(texts.loading)} />}
      {query.error && !query.data && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
          {failureText(query.error)} {say(texts.failedSafe)}
        </ErrorState>
      )}
      {query.data && stops.length === 0 && (
        <EmptyState
          icon="calendar"
          title={say(texts.none)}
          action={near && <Button onClick={() => go(near.date)}>{say(texts.next, { day: dayWords(near.start) })}</Button>}
        >
          {say(texts.noneWhy)}
        </EmptyState>
      )}
      {query.data && stops.length > 0 && (
        <div className={styles.body}>
          <ol className={styles.stops}>
            {stops.map((stop) => (
              <StopRow key={stop.number} stop={stop} />
            ))}
          </ol>
          <section className={styles.side} aria-label={say(texts.onMap)}>
            <VisitMap key={day} stops={stops} />
          </section>
        </div>
      )}
    </div>
  );
}

function StopRow({ stop: { number, visits } }: { stop: Stop }) {
  const [first] = visits;
  if (!first) return null;
  return (
    <li>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.matter}>
        <NavLink href={`/d/w/${first.whistleId}`}>
          {first.whistleNo}　{first.title}
        </NavLink>
        <small>{[first.community, first.address].filter(Boolean).join('　')}</small>
        <ul>
          {visits.map((visit) => (
            <VisitRow key={visit.departmentId} visit={visit} />
          ))}
        </ul>
      </div>
    </li>
  );
}

function VisitRow({ visit }: { visit: WhistleVisit }) {
  const say = useLabel();
  const { clock, moment, writing } = useTimeWords();
  const { locale } = useLocale();
  const { full, short } = useDueReason();
  const { look, light, missed } = visitStanding(visit, writing.now);
  const why = visit.reason ? short(visit.reason) : '';
  const by = visit.kind === 'expected' && visit.due ? say(texts.until, { at: moment(visit.due.at) }) : '';
  const until = by && why ? withAside(by, why, locale) : by || why;
  const word = light === 'red' ? texts.late : missed ? texts.missed : light === 'yellow' ? texts.soon : texts[visit.kind];
  return (
    <li className={light === 'red' ? styles.late : light === 'yellow' ? styles.soon : undefined}>
      <time>{clock(visit.at)}</time>
      <ShapeMark shape={look.shape} size={16} />
      <span className={styles.kind}>{say(word)}</span>
      <b>{say(visit.name)}</b>
      {until && <small title={visit.reason ? full(visit.reason) : undefined}>{until}</small>}
    </li>
  );
}
