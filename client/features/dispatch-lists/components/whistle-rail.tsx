import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { RailNav } from '../../../ui/index.ts';
import { useWhistleCounts } from '../hooks/use-whistle-list.ts';
import { type WhistleSearch, whistleFiltersOf, whistleHref } from '../hooks/whistle-search.ts';

const texts = defineTexts({
  label: { zh: '列表', en: 'Lists' },
  mine: { zh: '要办', en: 'Mine' },
  around: { zh: '在管', en: 'All of ours' },
});

export type WhistleViewGroup = { label: Label; views: readonly WhistleView[] };

/** A department answers; the street decides; a secretary watches: each has its lists in its own order. */
export function whistleViewGroups(roles: readonly string[]): WhistleViewGroup[] {
  const first: WhistleView[] = roles.includes('streetOperator') ? ['todo', 'approvals', 'objections', 'waiting', 'silent'] : ['todo'];
  const second: WhistleView[] = ['open', 'dueSoon', 'overdue', 'silent', 'hot', 'objections', 'all'];
  return [
    { label: texts.mine, views: first },
    { label: texts.around, views: second.filter((view) => !first.includes(view)) },
  ];
}

/** The named lists with their counts; every count is the length of the list it opens. */
export function WhistleRail({
  path,
  groups,
  current,
  search,
}: {
  path: string;
  groups: readonly WhistleViewGroup[];
  current: WhistleView;
  search: WhistleSearch;
}) {
  const say = useLabel();
  const counts = useWhistleCounts(
    groups.flatMap(({ views }) => views),
    whistleFiltersOf(search),
  );
  return (
    <RailNav
      label={say(texts.label)}
      groups={groups.map((group) => ({
        key: group.label.zh,
        title: say(group.label),
        items: group.views.map((view) => ({
          ...{ key: view, href: whistleHref(path, { ...search, view }), label: say(whistleViewLabels[view]), count: counts[view] },
          ...{ current: view === current, alarm: view === 'overdue' || view === 'silent' },
        })),
      }))}
    />
  );
}
