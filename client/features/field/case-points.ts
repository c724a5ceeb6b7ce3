import { DAY } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { MapPoint } from '../../map/index.ts';
import type { Joined, Say } from '../../platform/index.ts';
import { caseStateWords, mapLookOf } from '../cases-parts/case-state-look.ts';
import { clockLight } from '../cases-parts/due-tone.ts';
import type { CaseLine } from './due-words.ts';

/** Cases as marks of the map: the state's shape, late ones notched, larger with waiting. */
export function casePoints(lines: readonly CaseLine[], { say, joined, now }: { say: Say; joined: Joined; now: Instant }): MapPoint[] {
  return lines.flatMap((line) => {
    if (!line.point) return [];
    const light = clockLight(line.clock, now);
    const overdue = light === 'red';
    const { shape, tone } = mapLookOf({ state: line.state, light });
    return [
      {
        id: line.id,
        position: [line.point.lng, line.point.lat] as [number, number],
        ...{ shape, tone, overdue },
        ageDays: Math.max(0, (now - line.reportedAt) / DAY),
        label: joined.phrased(line.title, say(caseStateWords[line.state])),
      },
    ];
  });
}
