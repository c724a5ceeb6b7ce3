import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { defineTexts, useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { NavLink, Skeleton } from '../../../ui/index.ts';
import { caseStateWords, FlagPill, GridBadge, StatusPill } from '../../cases-parts/index.ts';
import { areaNumber } from '../area-number.ts';
import { listHref } from '../hooks/link-search.ts';
import type { Repeat } from '../overview-types.ts';
import styles from './lists.module.css';

const texts = defineTexts({
  cases: { zh: '{n} 件', en: '{n} cases' },
  since: { zh: '最早 {when}', en: 'first {when}' },
  list: { zh: '按列表看', en: 'See as a list' },
  number: { zh: '编号', en: 'Number' },
  matter: { zh: '事情', en: 'Matter' },
  state: { zh: '状态', en: 'State' },
  reported: { zh: '上报', en: 'Reported' },
  loading: { zh: '正在取案件', en: 'Fetching the cases' },
});

/** One cluster with its cases: the same rows as the list that its number opens. */
export function RepeatGroup({ repeat }: { repeat: Repeat }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { moment, writing } = useTimeWords();
  const trpc = useTRPC();
  const { view, filters } = repeat.list;
  const { data } = useQuery(
    trpc.cases.list.queryOptions({ ...filters, view, sort: 'newest', limit: 200 }, { placeholderData: keepPreviousData }),
  );
  const id = `repeat-${repeat.key.replaceAll(' ', '-')}`;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h2 id={id}>
          <GridBadge number={areaNumber(repeat.grid)} community={repeat.grid.name} /> {say(repeat.category)}{' '}
          <small>
            {phrased(
              say(texts.cases, { n: repeat.count }),
              repeat.oldestAt !== null && say(texts.since, { when: moment(repeat.oldestAt) }),
            )}
          </small>
        </h2>
        <NavLink href={listHref(repeat.list)}>{say(texts.list)}</NavLink>
      </div>
      {data ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say(texts.number)}</th>
              <th scope="col">{say(texts.matter)}</th>
              <th scope="col">{say(texts.state)}</th>
              <th scope="col">{say(texts.reported)}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((line) => (
              <tr key={line.id}>
                <td>{line.caseNo ?? '—'}</td>
                <td>
                  <NavLink href={`/s/c/${line.id}`}>{line.title}</NavLink>
                  {line.address && <small> {line.address}</small>}
                </td>
                <td>
                  {line.clock.due !== null && !line.clock.held && writing.now > line.clock.due.at ? (
                    <FlagPill flag="overdue" detail={say(caseStateWords[line.state])} />
                  ) : (
                    <StatusPill state={line.state} />
                  )}
                </td>
                <td>{moment(line.reportedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Skeleton lines={3} rows label={say(texts.loading)} />
      )}
    </section>
  );
}
