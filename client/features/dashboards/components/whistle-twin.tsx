import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useJoined, useLabel, useTRPC } from '../../../platform/index.ts';
import { Icon, NavLink } from '../../../ui/index.ts';
import { HolderCell, WhistleDue } from '../../dispatch-parts/index.ts';
import type { whistleListOf } from '../hooks/whistle-list.ts';
import styles from './lists.module.css';

const texts = defineTexts({
  rows: { zh: '这些哨', en: 'These whistles' },
  first: { zh: '先到期的 {n} 个哨', en: 'The {n} whistles due first' },
  noPlace: { zh: '没有位置，只在列表里', en: 'No place, only in the list' },
});

const LISTED = 100;

/** The whistles of the map as a list: who has each, until when. */
export function WhistleTwin({ list }: { list: NonNullable<ReturnType<typeof whistleListOf>> }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.dispatch.list.queryOptions(
      { ...list.filters, view: list.view, sort: 'clock', limit: LISTED },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="whistle-twin">
      <h2 id="whistle-twin">
        {say(data?.nextCursor ? texts.first : texts.rows, { n: rows.length })} {!data?.nextCursor && rows.length}
      </h2>
      <ul>
        {rows.map((line) => (
          <li key={line.id}>
            <NavLink href={`/s/w/${line.id}`}>
              <Icon name="whistle" size={20} />
              <span className={styles.wide}>{line.title}</span>
              <small className={styles.stacked}>
                <span>
                  {phrased(say(whistleStateLabels[line.state]), line.point === null && say(texts.noPlace))}
                  {'　'}
                  <HolderCell line={line} />
                </span>
                <WhistleDue clock={line.clock} reason={line.reason} stacked />
              </small>
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
