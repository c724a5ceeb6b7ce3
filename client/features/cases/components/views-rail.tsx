import { useQueries } from '@tanstack/react-query';
import type { CaseView } from '#shared/cases/case-queries.ts';
import { caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { IconButton, NavLink, RailNav } from '../../../ui/index.ts';
import { useWhistleCounts } from '../../dispatch-lists/index.ts';
import { deskPlaces, viewGroups } from '../desk-places.ts';
import { type DeskSearch, deskHref, filtersOf } from '../hooks/desk-search.ts';
import { useViewCounts } from '../hooks/use-case-list.ts';
import { type SavedView, useSavedViews } from '../hooks/use-saved-views.ts';
import { useTodoWhistleCount } from '../hooks/use-todo-whistles.ts';
import styles from './saved-views.module.css';

const texts = defineTexts({
  label: { zh: '列表', en: 'Lists' },
  whistles: { zh: '吹哨', en: 'Whistles' },
  saved: { zh: '保存的视图', en: 'Saved views' },
  drop: { zh: '去掉视图 {name}', en: 'Remove the view {name}' },
});

/** Views of whistles in the rail of the inbox; the work itself stands in the inbox's own list. */
const whistleViews = ['silent', 'overdue', 'hot', 'open'] as const satisfies readonly WhistleView[];

/** The named lists with their counts; every count is the length of the list it opens. */
export function ViewsRail({ current, search }: { current: CaseView; search: DeskSearch }) {
  const say = useLabel();
  const { me } = useSession();
  const roles = me?.posts.map((post) => post.role) ?? [];
  const groups = viewGroups(roles);
  const counts = useViewCounts(
    groups.flatMap((group) => group.views),
    search,
  );
  const { todo } = useTodoWhistleCount(search);
  const withWhistles = deskPlaces(roles).some(({ path }) => path === '/d/w');
  const whistles = useWhistleCounts(withWhistles ? whistleViews : []);
  const { saved, drop } = useSavedViews();
  const savedNow = saved.find((each) => each.href === deskHref('/d', { ...search, view: current }));
  const { c: _open, ...rest } = search;
  const countOf = (view: CaseView) => {
    const own = counts[view];
    return view === 'todo' && own !== undefined ? own + todo : own;
  };
  const ofCases = groups.map((group) => ({
    key: group.label.zh,
    title: say(group.label),
    items: group.views.map((view) => ({
      ...{ key: view, href: deskHref('/d', { ...rest, view }), label: say(caseViewLabels[view]), count: countOf(view) },
      ...{ current: view === current && !savedNow, alarm: view === 'overdue' },
    })),
  }));
  const ofWhistles = {
    key: 'whistles',
    title: say(texts.whistles),
    items: whistleViews.map((view) => ({
      ...{ key: view, href: `/d/w?view=${view}`, label: say(whistleViewLabels[view]), count: whistles[view], current: false },
      alarm: view === 'silent' || view === 'overdue',
    })),
  };
  return (
    <RailNav label={say(texts.label)} groups={withWhistles ? [...ofCases, ofWhistles] : ofCases}>
      {saved.length > 0 && <SavedViews saved={saved} current={savedNow?.href} onDrop={drop} />}
    </RailNav>
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
