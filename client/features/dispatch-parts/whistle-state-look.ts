import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { ShapeName } from '../../ui/index.ts';

type WhistleLook = { shape: ShapeName; tone: 'new' | 'rest' | 'doing' | 'done' | 'soon' | 'late' };

/** Shape and colour of each state of a whistle; the disc fills as it moves on, as with cases. */
export const whistleStateLooks = {
  drafted: { shape: 'dashedRing', tone: 'new' },
  blown: { shape: 'slice', tone: 'new' },
  acknowledged: { shape: 'quarter', tone: 'doing' },
  onSite: { shape: 'half', tone: 'doing' },
  opinionsCollected: { shape: 'half', tone: 'doing' },
  planned: { shape: 'half', tone: 'doing' },
  executing: { shape: 'threeQuarter', tone: 'doing' },
  onHold: { shape: 'pause', tone: 'rest' },
  completed: { shape: 'threeQuarter', tone: 'doing' },
  fedBack: { shape: 'threeQuarter', tone: 'doing' },
  cleared: { shape: 'tick', tone: 'done' },
  withdrawn: { shape: 'ringMinus', tone: 'rest' },
  void: { shape: 'slash', tone: 'rest' },
} as const satisfies Record<WhistleState, WhistleLook>;
