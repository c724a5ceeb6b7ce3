import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { defineTexts, useLabel, useTRPC } from '../../platform/index.ts';
import { ButtonLink, classNames, Icon, NavLink } from '../../ui/index.ts';
import styles from './whistle-line.module.css';

const texts = defineTexts({
  title: { zh: '吹哨', en: 'Whistles' },
  board: { zh: '看板', en: 'Board' },
});

const views = ['todo', 'silent', 'overdue', 'hot', 'open'] as const satisfies readonly WhistleView[];
const red: readonly WhistleView[] = ['silent', 'overdue'];

/** The whistles of an area in one line: what waits for the reader, what is late, how many are open; each number opens its rows. */
export function WhistleNumbers({ unit }: { unit: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const area = unitId.safeParse(unit);
  const filters = area.success ? { unitId: area.data } : {};
  const { data } = useQuery(
    trpc.dispatch.counts.queryOptions({ ...filters, views: [...views] }, { placeholderData: keepPreviousData, retry: false }),
  );
  if (!data) return null;
  return (
    <section className={styles.line} aria-labelledby="whistle-numbers">
      <h2 id="whistle-numbers">
        <Icon name="whistle" size={20} />
        {say(texts.title)}
      </h2>
      <ul>
        {views.map((view) => {
          const count = data.counts[view] ?? 0;
          return (
            <li key={view}>
              <NavLink href={`/s/w?view=${view}&unit=${unit}`}>
                <b className={classNames(red.includes(view) && count > 0 && styles.late)}>{count}</b>
                <span>{say(whistleViewLabels[view])}</span>
              </NavLink>
            </li>
          );
        })}
      </ul>
      <span className={styles.end}>
        <ButtonLink size="small" variant="quiet" href={`/d/board?unit=${unit}`}>
          {say(texts.board)}
        </ButtonLink>
      </span>
    </section>
  );
}
