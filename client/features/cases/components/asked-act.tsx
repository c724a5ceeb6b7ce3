import { useEffect, useRef, useState } from 'react';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { actionLooks, type DeskAction, lookOf } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';

const texts = defineTexts({
  asked: { zh: '请您办这一步', en: 'This step waits for you' },
  gone: { zh: '“{action}”已经有人办了，或者现在不用您办', en: '“{action}” is done already, or is not yours to do now' },
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
  if (!wasAllowed) return <Banner tone="calm">{say(texts.gone, { action })}</Banner>;
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
