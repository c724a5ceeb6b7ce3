import { defineTexts, formatMonth, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { NavLink, ScrollRegion } from '../../../ui/index.ts';
import { GridBadge } from '../../cases-parts/index.ts';
import { areaNumber } from '../area-number.ts';
import { hrefOf, listHref } from '../hooks/link-search.ts';
import type { Overview, OverviewArea } from '../overview-types.ts';
import styles from './area-table.module.css';

const texts = defineTexts({
  grids: { zh: '{n} 个网格', en: '{n} grids' },
  communities: { zh: '{n} 个社区', en: '{n} communities' },
  grid: { zh: '网格', en: 'Grid' },
  community: { zh: '社区', en: 'Community' },
  note: { zh: '看负荷和堵点，不排人', en: 'load and blockers, no persons' },
  open: { zh: '在办', en: 'Open' },
  overdue: { zh: '超期', en: 'Overdue' },
  newToday: { zh: '新增', en: 'New' },
  oldest: { zh: '最久', en: 'Oldest' },
  satisfied: { zh: '{month}满意', en: 'Satisfied, {month}' },
  elsewhere: { zh: '未落格', en: 'No grid' },
  total: { zh: '合计', en: 'Total' },
});

/** The parts of the unit, by load and blockers. Never a person, never a ranking. */
export function AreaTable({ overview }: { overview: Overview }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { duration } = useTimeWords();
  const { areas, elsewhere, numbers, asOf } = overview;
  const communities = areas[0]?.level === 'community';
  const { satisfaction } = numbers;
  const age = (at: number | null) => (at === null ? '—' : duration(dayFloor(asOf - at)));
  const sum = rateSum(areas);
  const oldest = [...areas.flatMap(({ oldestAt }) => oldestAt ?? []), ...(elsewhere.oldestAt === null ? [] : [elsewhere.oldestAt])];
  return (
    <section className={styles.panel} id="areas" aria-labelledby="areas-title">
      <h2 id="areas-title">
        {say(communities ? texts.communities : texts.grids, { n: areas.length })} <small>{say(texts.note)}</small>
      </h2>
      <ScrollRegion className={styles.scroll} aria-labelledby="areas-title">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say(communities ? texts.community : texts.grid)}</th>
              <th scope="col">{say(texts.open)}</th>
              <th scope="col">{say(texts.overdue)}</th>
              <th scope="col">{say(texts.newToday)}</th>
              <th scope="col">{say(texts.oldest)}</th>
              {satisfaction && <th scope="col">{say(texts.satisfied, { month: formatMonth(satisfaction.month, locale) })}</th>}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  <NavLink href={hrefOf('/s', { unit: area.id })} aria-label={area.name} title={area.name}>
                    {communities ? area.name : <GridBadge number={areaNumber(area)} />}
                  </NavLink>
                </th>
                <td>
                  <Figure value={area.open} href={listHref(area.lists.open)} />
                </td>
                <td>
                  <Figure value={area.overdue} href={listHref(area.lists.overdue)} late />
                </td>
                <td>
                  <Figure value={area.newToday} href={listHref(area.lists.newToday)} />
                </td>
                <td>{age(area.oldestAt)}</td>
                {satisfaction && <td>{communities ? <ScoreLink area={area} month={satisfaction.month} /> : fractionOf(area)}</td>}
              </tr>
            ))}
            {elsewhere.open > 0 && (
              <tr>
                <th scope="row">{say(texts.elsewhere)}</th>
                <td>{elsewhere.open}</td>
                <td>{elsewhere.overdue}</td>
                <td>{elsewhere.newToday}</td>
                <td>{age(elsewhere.oldestAt)}</td>
                {satisfaction && <td>—</td>}
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(texts.total)}</th>
              <td>
                <Figure value={numbers.overdue.open} href={listHref(numbers.overdue.openList)} />
              </td>
              <td>
                <Figure value={numbers.overdue.count} href={listHref(numbers.overdue.list)} late />
              </td>
              <td>
                <Figure value={numbers.newToday.count} href={listHref(numbers.newToday.list)} />
              </td>
              <td>{age(oldest.length > 0 ? Math.min(...oldest) : null)}</td>
              {satisfaction && <td>{sum}</td>}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** A community's figure opens its score at that figure. */
function ScoreLink({ area, month }: { area: OverviewArea; month: string }) {
  if (area.satisfaction === null) return <>—</>;
  const href = hrefOf('/s/score', { unit: area.id, month, indicator: 'satisfactionRate', part: 'reached' });
  return (
    <NavLink href={href} className={styles.figure}>
      {fractionOf(area)}
    </NavLink>
  );
}

function Figure({ value, href, late = false }: { value: number; href: string; late?: boolean }) {
  if (value === 0) return <>0</>;
  return (
    <NavLink href={href} className={late ? styles.late : styles.figure}>
      {value}
    </NavLink>
  );
}

const DAY = 86_400_000;
/** Ages of a day and more are said in days. */
function dayFloor(ms: number): number {
  return ms >= DAY ? Math.floor(ms / DAY) * DAY : ms;
}

function fractionOf({ satisfaction }: OverviewArea): string {
  return satisfaction === null ? '—' : `${satisfaction.numerator / 100} / ${satisfaction.denominator}`;
}

function rateSum(areas: readonly OverviewArea[]): string {
  const rates = areas.flatMap(({ satisfaction }) => satisfaction ?? []);
  if (rates.length === 0) return '—';
  const numerator = rates.reduce((sum, rate) => sum + rate.numerator, 0);
  return `${numerator / 100} / ${rates.reduce((sum, rate) => sum + rate.denominator, 0)}`;
}
