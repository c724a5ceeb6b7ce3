import { useState } from 'react';
import { whistleActionLabels, whistleHolderLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { owingUnit } from '#shared/dispatch/whistle-clock.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Banner } from '../../../ui/index.ts';
import { pageActionOf } from '../actions.tsx';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  done: { zh: '“{action}”已由{who}在 {when} 办了。', en: '“{action}” was done by {who} at {when}.' },
  notYours: { zh: '“{action}”现在不是您要办的一步。', en: '“{action}” is not your step now.' },
  now: { zh: '现在是“{state}”，由{holder}办。', en: 'It is at “{state}” now, with {holder}.' },
  nowEnd: { zh: '现在是“{state}”。', en: 'It is at “{state}” now.' },
});

/** What became of the act a message asked for when it is no longer to be done: by whom it was done, and where the whistle stands. */
export function AskedAct({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const unitName = useUnitName(detail);
  // an act that was still possible when the page opened is told of by its own form
  const [asked] = useState(() => {
    const action = pageActionOf(new URLSearchParams(window.location.search).get(ACT_PARAMETER));
    return action !== null && !detail.allowedActions.includes(action) ? action : null;
  });
  if (asked === null) return null;
  const { snapshot, clock, timeline } = detail;
  const action = say(whistleActionLabels[asked]);
  const [leaves] = whistleTransitions[asked].events;
  // of a step that every unit takes for itself only the own unit's counts
  const own = detail.unitsFor[asked];
  const ofOwn = (payload: object) => own === undefined || !('unitId' in payload) || own.some((id) => id === payload.unitId);
  const done = timeline.findLast(({ event }) => event.type === leaves && ofOwn(event.payload));
  const state = say(whistleStateLabels[snapshot.state]);
  const unit = owingUnit(clock);
  const holder = unit ? unitName(unit) : clock.holder && say(whistleHolderLabels[clock.holder]);
  return (
    <Banner
      tone="calm"
      live
      title={
        done
          ? say(texts.done, {
              action,
              who: [done.by.department ? say(done.by.department) : done.by.unit, done.by.name].filter(Boolean).join(' '),
              when: moment(done.event.meta.at),
            })
          : say(texts.notYours, { action })
      }
    >
      {holder ? say(texts.now, { state, holder }) : say(texts.nowEnd, { state })}
    </Banner>
  );
}
