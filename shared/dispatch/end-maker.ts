import type { Due } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { EndMaker } from './whistle-schema.ts';

/** What moves an end of the plan, and when. */
export type EndMove = { act: 'extension' | 'hold' | 'rework'; at: Instant };
type Moved = { from: Due; to: Due; move: EndMove };

/** The act behind an end after one more move: more time always makes the day, a hold only adds to it, and rework only where it ends later. */
export function madeBy(by: EndMaker, { from, to, move: { act, at } }: Moved): EndMaker {
  switch (act) {
    case 'extension':
      return { act, at, held: by.held };
    case 'hold':
      return { ...by, held: by.held || to.at !== from.at };
    case 'rework':
      return to.at > from.at ? { act, at, held: false } : by;
  }
}
