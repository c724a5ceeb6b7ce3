import type { ReactNode } from 'react';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import { defineTexts, formatMonth, formatRate, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { classNames, Icon, NavLink, ShapeMark } from '../../../ui/index.ts';
import { hrefOf, listHref } from '../hooks/link-search.ts';
import type { Overview } from '../overview-types.ts';
import styles from './five-numbers.module.css';

const texts = defineTexts({
  numbers: { zh: '五个数', en: 'Five numbers' },
  overdue: { zh: '超期', en: 'Overdue' },
  ofOpen: { zh: '在办 {n}', en: 'of {n} open' },
  less: { zh: '比昨天少 {n}', en: '{n} fewer than yesterday' },
  more: { zh: '比昨天多 {n}', en: '{n} more than yesterday' },
  same: { zh: '和昨天一样', en: 'as many as yesterday' },
  longest: { zh: '最久 {time}', en: 'longest {time}' },
  none: { zh: '没有超期的', en: 'nothing is overdue' },
  newToday: { zh: '今日新增', en: 'New today' },
  ofReported: { zh: '上报 {n}', en: 'of {n} reported' },
  average: { zh: '近 7 天日均 {n}', en: '{n} a day over 7 days' },
  waiting: { zh: '待受理、待派', en: 'To accept, to dispatch' },
  waited: { zh: '最久等了 {time}', en: 'waiting {time} at most' },
  noneWaits: { zh: '都派出去了', en: 'everything is on its way' },
  repeats: { zh: '重复诉求', en: 'Repeated complaints' },
  inPlaces: { zh: '件，{n} 处', en: 'in {n} places' },
  share: { zh: '占在办 {n} 件的 {rate}', en: '{rate} of {n} open' },
  noRepeats: { zh: '30 天内没有同格同类 3 件以上的', en: 'no grid has 3 of a kind within 30 days' },
  satisfaction: { zh: '满意率，{month}回访', en: 'Satisfaction, callbacks of {month}' },
  satisfactionAlone: { zh: '满意率', en: 'Satisfaction' },
  higher: { zh: '比 {month}高 {n}', en: '{n} above {month}' },
  lower: { zh: '比 {month}低 {n}', en: '{n} below {month}' },
  level: { zh: '和 {month}持平', en: 'level with {month}' },
  noneAsked: { zh: '上月没有回访到评分', en: 'no rating last month' },
  notShown: { zh: '由社区书记和街道查看', en: 'for the secretary and the street' },
});

/** Five numbers with what they are of and how they moved; each opens exactly the rows it counted. */
export function FiveNumbers({ overview }: { overview: Overview }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { duration } = useTimeWords();
  const { asOf, unit, numbers } = overview;
  const { overdue, newToday, waiting, repeats } = numbers;
  const change = (): string | null => {
    if (overdue.dayBefore === null) return null;
    const moved = overdue.count - overdue.dayBefore;
    if (moved === 0) return say(texts.same);
    return moved < 0 ? say(texts.less, { n: -moved }) : say(texts.more, { n: moved });
  };
  const longest = overdue.latestDueAt === null ? null : say(texts.longest, { time: duration(asOf - overdue.latestDueAt) });
  return (
    <section className={styles.five} aria-label={say(texts.numbers)}>
      <Tile
        href={listHref(overdue.list)}
        name={say(texts.overdue)}
        late={overdue.count > 0}
        value={overdue.count}
        of={`/ ${say(texts.ofOpen, { n: overdue.open })}`}
        note={phrased(change(), overdue.count === 0 ? say(texts.none) : longest)}
      />
      <Tile
        href={listHref(newToday.list)}
        name={say(texts.newToday)}
        value={newToday.count}
        of={`/ ${say(texts.ofReported, { n: newToday.reported })}`}
        note={say(texts.average, { n: (newToday.average / 100).toFixed(1) })}
      />
      <Tile
        href={listHref(waiting.list)}
        name={say(texts.waiting)}
        value={waiting.count}
        of={`/ ${say(texts.ofOpen, { n: waiting.open })}`}
        note={waiting.oldestAt === null ? say(texts.noneWaits) : say(texts.waited, { time: duration(asOf - waiting.oldestAt) })}
      />
      <Tile
        href={hrefOf('/s/repeats', { unit: unit.id })}
        name={say(texts.repeats)}
        value={repeats.count}
        of={say(texts.inPlaces, { n: repeats.places })}
        note={repeats.count === 0 ? say(texts.noRepeats) : say(texts.share, { n: overdue.open, rate: formatRate(repeats.share) })}
      />
      <Satisfaction overview={overview} />
    </section>
  );
}

function Satisfaction({ overview: { unit, numbers } }: { overview: Overview }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { satisfaction } = numbers;
  if (satisfaction === null) {
    return <Tile name={say(texts.satisfactionAlone)} value="—" of="" note={say(texts.notShown)} />;
  }
  const { month, satisfied, asked, value, before } = satisfaction;
  const then = formatMonth(addMonths(month, -1), locale);
  const moved = value === null || before === null ? null : value - before;
  const change = () => {
    if (value === null) return say(texts.noneAsked);
    if (moved === null) return '';
    const n = (Math.abs(moved) / 100).toFixed(2);
    if (moved === 0) return say(texts.level, { month: then });
    return say(moved > 0 ? texts.higher : texts.lower, { month: then, n });
  };
  const href =
    unit.communityId === null
      ? '#areas'
      : hrefOf('/s/score', { unit: unit.communityId, month, indicator: 'satisfactionRate', part: 'counted' });
  return (
    <Tile
      href={href}
      name={say(texts.satisfaction, { month: formatMonth(month, locale) })}
      value={formatRate(value)}
      of={`${satisfied} / ${asked}`}
      note={change()}
    />
  );
}

type TileProps = { href?: string; name: string; value: ReactNode; of: string; note: string; late?: boolean };

function Tile({ href, name, value, of, note, late = false }: TileProps) {
  const inside = (
    <>
      <span className={styles.name}>
        {late && <ShapeMark shape="notchedAlert" />}
        {name}
        {href && <Icon name="chevronRight" size={16} />}
      </span>
      <span className={styles.value}>
        {value} <small>{of}</small>
      </span>
      <span className={styles.note}>{note}</span>
    </>
  );
  const look = classNames(styles.tile, late && styles.late);
  return href ? (
    <NavLink href={href} className={look}>
      {inside}
    </NavLink>
  ) : (
    <div className={look}>{inside}</div>
  );
}
