import type { Instant } from '../kernel/time.ts';
import type { Hold } from './calendar-schema.ts';

/** Holds in order, empty ones dropped, touching and overlapping ones joined. */
export function joinHolds(holds: readonly Hold[]): readonly Hold[] {
  const sorted = holds.filter((h) => h.to > h.from).sort((a, b) => a.from - b.from);
  const joined: Hold[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}

/** The parts of [from, to) in which the clock ran; `holds` must be joined. */
export function runningParts(span: Hold, holds: readonly Hold[]): readonly Hold[] {
  const parts: Hold[] = [];
  let from = span.from;
  for (const held of holds) {
    if (held.to <= from) continue;
    if (held.from >= span.to) break;
    if (held.from > from) parts.push({ from, to: held.from });
    from = held.to;
  }
  if (from < span.to) parts.push({ from, to: span.to });
  return parts;
}

/** Whether the clock stood still when a day ended: such a day is not counted, so N days of hold move a due time by N days. */
export function heldAtClose(close: Instant, holds: readonly Hold[]): boolean {
  return holds.some((held) => held.from < close && close <= held.to);
}
