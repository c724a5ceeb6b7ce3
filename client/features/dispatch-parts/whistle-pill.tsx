import { whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import { useLabel } from '../../platform/index.ts';
import { Pill, PillMark } from '../cases-parts/index.ts';
import { whistleStateLooks } from './whistle-state-look.ts';

/** The state of a whistle in shape, word and colour. */
export function WhistlePill({ state, bare = false }: { state: WhistleState; bare?: boolean }) {
  const say = useLabel();
  return (
    <Pill {...whistleStateLooks[state]} bare={bare}>
      {say(whistleStateLabels[state])}
    </Pill>
  );
}

/** The shape alone, for a narrow list; its word is read aloud. */
export function WhistleMark({ state }: { state: WhistleState }) {
  const say = useLabel();
  return <PillMark {...whistleStateLooks[state]} words={say(whistleStateLabels[state])} />;
}
