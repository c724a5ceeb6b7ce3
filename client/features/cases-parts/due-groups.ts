import type { Instant } from '#shared/kernel/time.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { defineTexts } from '../../platform/i18n.tsx';

/** The groups of a work list by when its rows are due, in the order they stand. */
export const dueGroups = ['late', 'today', 'later', 'still'] as const;
export type DueGroup = (typeof dueGroups)[number];

export const dueGroupWords = defineTexts({
  late: { zh: '已超期', en: 'Overdue' },
  today: { zh: '今天', en: 'Today' },
  later: { zh: '本周及以后', en: 'This week and later' },
  still: { zh: '不计时', en: 'No limit running' },
});

/** Into which group of the day a row falls; a held one waits for a later day. */
export function dueGroupOf(
  { due, held }: { due: Instant | null; held: boolean },
  { now, timeZone }: { now: Instant; timeZone: string },
): DueGroup {
  if (held) return 'later';
  if (due === null) return 'still';
  if (now > due) return 'late';
  return localDateAt(timeZone, due) === localDateAt(timeZone, now) ? 'today' : 'later';
}
