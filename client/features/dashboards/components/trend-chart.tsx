import { useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, NavLink, ScrollRegion } from '../../../ui/index.ts';
import { listHref } from '../hooks/link-search.ts';
import type { TrendDay } from '../overview-types.ts';
import styles from './trend-chart.module.css';

const texts = defineTexts({
  title: { zh: '近 {n} 天', en: 'Last {n} days' },
  sums: { zh: '新增 {created}，结案 {closed}', en: '{created} new, {closed} closed' },
  created: { zh: '新增', en: 'New' },
  closed: { zh: '结案', en: 'Closed' },
  day: { zh: '日期', en: 'Day' },
  table: { zh: '看表格', en: 'As a table' },
  chart: { zh: '看图', en: 'As a chart' },
  legend: { zh: '粗底线是休息日；斜纹是今天，未满一天', en: 'Thick base: days off. Hatched: today, not over yet' },
  off: { zh: '休息日', en: 'day off' },
  today: { zh: '未满一天', en: 'not over' },
});

/** New and closed cases by day; the table twin opens each day's rows. */
export function TrendChart({ days }: { days: readonly TrendDay[] }) {
  const say = useLabel();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={styles.panel} aria-labelledby="trend">
      <div className={styles.head}>
        <h2 id="trend">
          {say(texts.title, { n: days.length })}{' '}
          <small>{say(texts.sums, { created: sumOf(days, 'created'), closed: sumOf(days, 'closed') })}</small>
        </h2>
        <Button variant="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {say(asTable ? texts.chart : texts.table)}
        </Button>
      </div>
      {asTable ? <TrendTable days={days} /> : <Lines days={days} />}
    </section>
  );
}

function sumOf(days: readonly TrendDay[], figure: 'created' | 'closed'): number {
  return days.reduce((total, day) => total + day[figure], 0);
}

function TrendTable({ days }: { days: readonly TrendDay[] }) {
  const say = useLabel();
  return (
    <ScrollRegion className={styles.scroll} aria-labelledby="trend">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say(texts.day)}</th>
            <th scope="col">{say(texts.created)}</th>
            <th scope="col">{say(texts.closed)}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day, index) => (
            <tr key={day.date}>
              <th scope="row">
                {day.date.slice(5)} {index === 0 && <small>{say(texts.today)}</small>} {!day.working && <small>{say(texts.off)}</small>}
              </th>
              <td>
                <NavLink href={listHref(day.lists.created)}>{day.created}</NavLink>
              </td>
              <td>
                <NavLink href={listHref(day.lists.closed)}>{day.closed}</NavLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const box = { width: 356, height: 172, left: 36, right: 64, top: 10, bottom: 34 } as const;

function Lines({ days }: { days: readonly TrendDay[] }) {
  const say = useLabel();
  const most = Math.max(4, ...days.flatMap(({ created, closed }) => [created, closed]));
  const top = Math.ceil(most / 4) * 4;
  const step = (box.width - box.left - box.right) / Math.max(1, days.length - 1);
  const x = (index: number) => box.left + index * step;
  const y = (value: number) => box.top + (1 - value / top) * (box.height - box.top - box.bottom);
  const path = (figure: 'created' | 'closed') =>
    days.map((day, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(day[figure])}`).join('');
  const last = days.at(-1);
  const end = days.length - 1;
  // the two labels at the end of the lines never lie on each other
  const gap = last ? y(last.created) - y(last.closed) : 0;
  const push = Math.abs(gap) < 18 ? ((18 - Math.abs(gap)) / 2) * (gap < 0 || gap === 0 ? -1 : 1) : 0;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img">
        <title>{`${say(texts.title, { n: days.length })} ${say(texts.sums, { created: sumOf(days, 'created'), closed: sumOf(days, 'closed') })}`}</title>
        <defs>
          <pattern id="today" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v6" className={styles.hatch} />
          </pattern>
        </defs>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <path className={styles.grid} d={`M${box.left} ${y(value)}H${box.width - box.right + 8}`} />
            <text className={styles.axis} x={box.left - 8} y={y(value) + 5} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        <rect x={x(end) - step / 2} y={box.top} width={step} height={box.height - box.top - box.bottom} fill="url(#today)" />
        {days.map(({ date, working }, index) => (
          <g key={date}>
            {!working && <path className={styles.off} d={`M${x(index) - step / 2 + 1} ${y(0)}h${step - 2}`} />}
            {(end - index) % 3 === 1 && (
              <text className={styles.axis} x={x(index)} y={box.height - 14} textAnchor="middle">
                {index < 3 ? date.slice(5) : Number(date.slice(8))}
              </text>
            )}
          </g>
        ))}
        <path className={styles.closed} d={path('closed')} />
        <path className={styles.created} d={path('created')} />
        {days.map((day, index) => (
          <circle key={day.date} className={styles.dot} cx={x(index)} cy={y(day.created)} r="3" />
        ))}
        {last && (
          <>
            <text className={styles.createdWord} x={x(end) + 10} y={y(last.created) + 5 + push}>
              {say(texts.created)} {last.created}
            </text>
            <text className={styles.closedWord} x={x(end) + 10} y={y(last.closed) + 5 - push}>
              {say(texts.closed)} {last.closed}
            </text>
          </>
        )}
      </svg>
      <figcaption>{say(texts.legend)}</figcaption>
    </figure>
  );
}
