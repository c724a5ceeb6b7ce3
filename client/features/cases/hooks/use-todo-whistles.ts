import { unitId } from '#shared/kernel/ids.ts';
import { useWhistleCounts, useWhistlePages } from '../../dispatch-lists/index.ts';
import { type DeskSearch, filtersOf } from './desk-search.ts';

/** The filters of the inbox as the lists of whistles take them; null when one of them knows no whistle, as a category of cases. */
function whistleFilters(search: DeskSearch) {
  if (search.cat) return null;
  const { text } = filtersOf(search);
  const area = unitId.safeParse(search.unit);
  return { ...(text ? { text } : {}), ...(area.success ? { unitId: area.data } : {}) };
}

/** How many whistles wait for this person under the filters of the inbox. */
export function useTodoWhistleCount(search: DeskSearch): { todo: number } {
  const filters = whistleFilters(search);
  const counts = useWhistleCounts(filters ? ['todo'] : [], filters ?? {});
  return { todo: filters ? (counts.todo ?? 0) : 0 };
}

/** The whistles that wait for this person, page by page. */
export function useTodoWhistles(search: DeskSearch, wanted: boolean) {
  const filters = whistleFilters(search);
  const enabled = wanted && filters !== null;
  const { todo } = useTodoWhistleCount(search);
  return { ...useWhistlePages({ view: 'todo', filters: filters ?? {}, enabled, sort: 'own' }), total: enabled ? todo : 0, enabled };
}
