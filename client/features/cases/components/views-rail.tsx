import { useQueries } from '@tanstack/react-query';
import type { CaseView } from '#shared/cases/case-queries.ts';
import { caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { classNames, IconButton, NavLink } from '../../../ui/index.ts';
import { viewGroups } from '../desk-places.ts';
import { type DeskSearch, deskHref, filtersOf } from '../hooks/desk-search.ts';
import { useViewCounts } from '../hooks/use-case-list.ts';
import { type SavedView, useSavedViews } from '../hooks/use-saved-views.ts';
import styles from './views-rail.module.css';

const texts = defineTexts({
  label: { zh: '列表', en: 'Lists' },
  saved: { zh: '保存的视图', en: 'Saved views' },
  drop: { zh: '去掉视图 {name}', en: 'Remove the view {name}' },
});

/** The named lists with their counts; every count is the length of the list it opens. */
export function ViewsRail({ current, search }: { current: CaseView; search: DeskSearch }) {
  const say = useLabel();
  const { me } = useSession();
  const groups = viewGroups(me?.posts.map((post) => post.role) ?? []);
  const counts = useViewCounts(
    groups.flatMap((group) => group.views),
    search,
  );
  const { saved, drop } = useSavedViews();
  const savedNow = saved.find((each) => each.href === deskHref('/d', { ...search, view: current }));
  return (
    <nav className={styles.rail} aria-label={say(texts.label)}>
      {groups.map((group) => (
        <div key={group.label.zh}>
          <h2>{say(group.label)}</h2>
          {group.views.map((view) => {
            const { c: _open, ...rest } = search;
            const on = view === current && !savedNow;
            return (
              <NavLink
                key={view}
                href={deskHref('/d', { ...rest, view })}
                aria-current={on ? 'page' : undefined}
                className={classNames(view === 'overdue' && (counts[view] ?? 0) > 0 && styles.late)}
              >
                <span>{say(caseViewLabels[view])}</span>
                <span>{counts[view] ?? '·'}</span>
              </NavLink>
            );
          })}
        </div>
      ))}
      {saved.length > 0 && <SavedViews saved={saved} current={savedNow?.href} onDrop={drop} />}
    </nav>
  );
}

function SavedViews({
  saved,
  current,
  onDrop,
}: {
  saved: readonly SavedView[];
  current: string | undefined;
  onDrop: (href: string) => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const counts = useQueries({
    queries: saved.map(({ search }) => trpc.cases.counts.queryOptions({ ...filtersOf(search), views: [search.view ?? 'all'] })),
  });
  return (
    <div>
      <h2>{say(texts.saved)}</h2>
      {saved.map(({ href, name, search }, index) => (
        <div key={href} className={styles.saved}>
          <NavLink href={href} aria-current={href === current ? 'page' : undefined}>
            <span>{name}</span>
            <span>{counts[index]?.data?.counts[search.view ?? 'all'] ?? '·'}</span>
          </NavLink>
          <IconButton icon="close" size="small" label={say(texts.drop, { name })} onClick={() => onDrop(href)} />
        </div>
      ))}
    </div>
  );
}
