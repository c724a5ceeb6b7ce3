import type { CasePoint } from '../kernel/place.ts';
import type { WhistleSettings } from './whistle-context.ts';
import type { PositionVerdict } from './whistle-schema.ts';

type Seen = { position: Pick<CasePoint, 'accuracyM'>; distanceM: number };

/**
 * What a position says of an arrival: `inside` when the whole circle of doubt lies within the radius, `likely` when its middle does and
 * the doubt is small enough, `tooVague` when the doubt is larger than the setting allows, else `outside`. Metres.
 */
export function judgeArrival({ position, distanceM }: Seen, { reportInRadiusM, accuracyMaxM }: WhistleSettings): PositionVerdict {
  const accuracy = position.accuracyM;
  if (accuracy === null || accuracy > accuracyMaxM) return 'tooVague';
  if (distanceM + accuracy <= reportInRadiusM) return 'inside';
  return distanceM <= reportInRadiusM ? 'likely' : 'outside';
}
