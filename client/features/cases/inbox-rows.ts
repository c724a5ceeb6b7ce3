import type { Instant } from '#shared/kernel/time.ts';
import { dueGroupOf, dueGroups } from '../cases-parts/index.ts';
import type { WhistleLine } from '../dispatch-lists/index.ts';
import type { CaseLine } from './case-types.ts';

/** One row of the inbox: a case, or a whistle; both wait for the same person. */
export type InboxRow = { kind: 'case'; id: string; line: CaseLine } | { kind: 'whistle'; id: string; line: WhistleLine };

/** The limit by which a row stands in its place: of a whistle the own unit's, where it has one. */
export function dueOf(row: InboxRow): { due: Instant | null; held: boolean } {
  if (row.kind === 'case') return { due: row.line.clock.due?.at ?? null, held: row.line.clock.held };
  const [own] = row.line.own;
  const { clock } = row.line;
  return own ? { due: own.due, held: false } : { due: clock.due?.at ?? null, held: clock.held };
}

type Loaded = {
  cases: readonly CaseLine[];
  whistles: readonly WhistleLine[];
  /** whether the server holds more of each than is loaded */
  moreCases: boolean;
  moreWhistles: boolean;
};
const last = Number.POSITIVE_INFINITY;

/**
 * Cases and whistles as one list by the clock. Both come page by page in the order of their limits, so a row is shown once nothing still
 * to come can stand before it.
 */
export function mergeByClock({ cases, whistles, moreCases, moreWhistles }: Loaded, at: { now: Instant; timeZone: string }): InboxRow[] {
  const rows: InboxRow[] = [
    ...cases.map((line) => ({ kind: 'case' as const, id: line.id, line })),
    ...whistles.map((line) => ({ kind: 'whistle' as const, id: line.id, line })),
  ];
  const end = (kind: InboxRow['kind']) => {
    const row = rows.findLast((each) => each.kind === kind);
    return (row && dueOf(row).due) ?? last;
  };
  const reached = Math.min(moreCases ? end('case') : last, moreWhistles ? end('whistle') : last);
  const known = rows.filter((row) => (dueOf(row).due ?? last) <= reached);
  return dueGroups.flatMap((group) =>
    known.filter((row) => dueGroupOf(dueOf(row), at) === group).sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1)),
  );
}

function orderOf(row: InboxRow): number {
  // infinity less infinity is no number
  return dueOf(row).due ?? Number.MAX_SAFE_INTEGER;
}
