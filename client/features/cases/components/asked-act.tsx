import { useEffect, useRef, useState } from 'react';
import { holderLabels } from '#shared/cases/cases.i18n.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { caseTransitions } from '#shared/cases/cases-table.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { caseStateWords } from '../../cases-parts/index.ts';
import { actionLooks, type DeskAction, lookOf } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';

const texts = defineTexts({
  asked: { zh: '请您办这一步', en: 'This step waits for you' },
  done: { zh: '“{action}”已由{who}在 {when} 办了。', en: '“{action}” was done by {who} at {when}.' },
  notYours: { zh: '“{action}”现在不是您要办的一步。', en: '“{action}” is not your step now.' },
  now: { zh: '现在是“{state}”，由{holder}办。', en: 'It is at “{state}” now, with {holder}.' },
});

/** The act a link of a message asks for (`?do=`); a word that is no act of a case is passed over. */
function askedAct(): DeskAction | null {
  const word = new URLSearchParams(window.location.search).get(ACT_PARAMETER);
  return (Object.keys(actionLooks) as DeskAction[]).find((action) => action === word) ?? null;
}

/**
 * Opens the act a message asked for: a form at once, an act without one as a button on top, for a link must not act by itself. What is
 * no longer to be done is said calmly.
 */
export function AskedAct({ detail, choose }: { detail: CaseDetail; choose: (action: DeskAction) => void }) {
  const say = useLabel();
  const [asked] = useState(askedAct);
  const [wasAllowed] = useState(asked !== null && detail.allowedActions.includes(asked));
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || asked === null || !wasAllowed) return;
    opened.current = true;
    if (lookOf(asked).how !== 'instant') choose(asked);
  }, [asked, wasAllowed, choose]);
  if (asked === null) return null;
  const action = say(caseActionLabels[asked]);
  if (!wasAllowed) return <ActGone action={asked} detail={detail} />;
  if (lookOf(asked).how !== 'instant' || !detail.allowedActions.includes(asked)) return null;
  return (
    <Banner
      tone="info"
      title={say(texts.asked)}
      action={
        <Button variant="primary" icon={lookOf(asked).icon} onClick={() => choose(asked)}>
          {action}
        </Button>
      }
    />
  );
}

/** What became of an act that is no longer to be done: by whom it was done, and where the case stands. */
function ActGone({ action: asked, detail }: { action: DeskAction; detail: CaseDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { snapshot, timeline, holder, departments } = detail;
  const [leaves] = caseTransitions[asked].events;
  const done = timeline.findLast(({ event }) => event.type === leaves);
  const action = say(caseActionLabels[asked]);
  const unit = departments.find(({ id }) => id === holder.departmentId);
  const state = say(caseStateWords[snapshot.state]);
  const by = done && [done.by.department ? say(done.by.department) : done.by.unit, done.by.name].filter(Boolean).join(' ');
  const title = done ? say(texts.done, { action, who: by ?? '', when: moment(done.event.meta.at) }) : say(texts.notYours, { action });
  return (
    <Banner tone="calm" live title={title}>
      {say(texts.now, { state, holder: unit ? say(unit.name) : say(holderLabels[holder.kind]) })}
    </Banner>
  );
}
