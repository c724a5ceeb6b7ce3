import type { KnotState } from './knot-mark.tsx';

export type Segment = 'solid' | 'dashed' | 'late';

/** How the line runs from this moment to the following: cinnabar once the hour was missed, dashed while only promised. */
export function segmentAfter(items: readonly { state: KnotState }[], index: number): Segment {
  if (items.slice(0, index + 1).some((item) => item.state === 'missed')) return 'late';
  return items[index + 1]?.state === 'next' ? 'dashed' : 'solid';
}
