import type { MapPoint } from '../../../map/index.ts';
import type { WhistleVisit } from '../whistle-types.ts';

/** Shape and colour of a visit: announced, only owed, or done. */
export const visitLooks = {
  expected: { shape: 'half', tone: 'doing' },
  due: { shape: 'ring', tone: 'new' },
  arrived: { shape: 'tick', tone: 'done' },
} as const satisfies Record<WhistleVisit['kind'], Pick<MapPoint, 'shape' | 'tone'>>;
