import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ErrorState, IconButton, NavLink, ShapeMark, Skeleton } from '../../../ui/index.ts';
import { useKeys } from '../../cases/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { visitLooks } from '../components/visit-looks.ts';
import { VisitMap } from '../components/visit-map.tsx';
import styles from '../components/visits.module.css';
import { useVisits } from '../hooks/use-visits.ts';
import type { WhistleVisit } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '到场日程', en: 'Site visits' },
  week: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  before: { zh: '上一周', en: 'The week before' },
  after: { zh: '下一周', en: 'The week after' },
  today: { zh: '今天', en: 'Today' },
  print: { zh: '打印这一周', en: 'Print this week' },
  loading: { zh: '正在取日程', en: 'Fetching the visits' },
  failed: { zh: '没取到日程', en: 'The visits did not come' },
  failedSafe: { zh: '没有任何改动。', en: 'Nothing was changed.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '没有到场', en: 'No visits' },
  weekNone: { zh: '这一周没有到场。应哨时约的时间会出现在这里。', en: 'No visits this week. Times given when answering appear here.' },
  onMap: { zh: '{day}，{n} 个到场', en: '{day}, {n} visits' },
  show: { zh: '在地图上看 {day}', en: 'Show {day} on the map' },
  expected: { zh: '约定到场', en: 'expected' },
  due: { zh: '最迟到场', en: 'due by' },
  arrived: { zh: '已到场', en: 'arrived' },
  late: { zh: '未到', en: 'not there' },
});

/** `/d/visits`: which unit goes where and when, week by week, with the map of a day; prints as a list. */
export function VisitsPage() {
  const say = useLabel();
  const { day: dayWords } = useTimeWords();
  const failureText = useFailureText(whistleRefusalWords);
  const { query, byDay, day, today, go, week, before, after } = useVisits();
  useKeys({ arrowleft: () => go(before), arrowright: () => go(after), t: () => go(today) });
  const chosen = byDay.find(({ date }) => date === day);
  const sum = byDay.reduce((all, { visits }) => all + visits.length, 0);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span role="status">{say(texts.week, { from: dayWords(week.from), to: dayWords(week.last) })}</span>
        <span className={styles.tools}>
          <IconButton icon="chevronLeft" size="small" label={say(texts.before)} onClick={() => go(before)} />
          <Button size="small" keyHint="T" onClick={() => go(today)}>
            {say(texts.today)}
          </Button>
          <IconButton icon="chevronRight" size="small" label={say(texts.after)} onClick={() => go(after)} />
          <Button size="small" icon="print" onClick={() => window.print()}>
            {say(texts.print)}
          </Button>
        </span>
      </div>
      {query.isPending && <Skeleton rows lines={8} label={say(texts.loading)} />}
      {query.error && !query.data && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
          {failureText(query.error)} {say(texts.failedSafe)}
        </ErrorState>
      )}
      {query.data && (
        <div className={styles.body}>
          <ol className={styles.days}>
            {sum === 0 && <li className={styles.weekNone}>{say(texts.weekNone)}</li>}
            {byDay.map(({ date, start, visits }) => (
              <li key={date} className={date === today ? styles.today : undefined}>
                <button
                  type="button"
                  aria-pressed={date === day}
                  aria-label={say(texts.show, { day: dayWords(start) })}
                  onClick={() => go(date)}
                >
                  <b>{dayWords(start)}</b>
                  <small>{visits.length || say(texts.none)}</small>
                </button>
                <ul>
                  {visits.map((visit) => (
                    <VisitRow key={`${visit.whistleId} ${visit.departmentId}`} visit={visit} />
                  ))}
                </ul>
              </li>
            ))}
          </ol>
          {chosen && (
            <section className={styles.side} aria-labelledby="day-map">
              <h2 id="day-map">{say(texts.onMap, { day: dayWords(chosen.start), n: chosen.visits.length })}</h2>
              <VisitMap key={chosen.date} visits={chosen.visits} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}

function VisitRow({ visit }: { visit: WhistleVisit }) {
  const say = useLabel();
  const { clock, writing } = useTimeWords();
  const late = visit.kind !== 'arrived' && visit.at < writing.now;
  return (
    <li className={late ? styles.late : undefined}>
      <time>{clock(visit.at)}</time>
      <ShapeMark shape={late ? 'notchedAlert' : visitLooks[visit.kind].shape} size={16} />
      <span className={styles.kind}>{say(late ? texts.late : texts[visit.kind])}</span>
      <b>{say(visit.name)}</b>
      <span className={styles.matter}>
        <NavLink href={`/d/w/${visit.whistleId}`}>
          {visit.whistleNo}　{visit.title}
        </NavLink>
        <small>{visit.address}</small>
      </span>
    </li>
  );
}
