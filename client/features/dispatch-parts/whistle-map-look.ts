import type { Light } from '#shared/clocks/light.ts';
import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { MapPoint } from '../../map/index.ts';
import { litLook } from '../cases-parts/index.ts';
import { whistleStateLooks } from './whistle-state-look.ts';

/** How a whistle stands on a map: its own symbol, and beside it the state while there is time, the light from 80 % of the limit on. */
export function whistleMapLook({ state, light }: { state: WhistleState; light: Light }) {
  return { symbol: 'whistle', overdue: light === 'red', ...litLook(whistleStateLooks[state], light) } satisfies Partial<MapPoint>;
}
