import type { CaseAction } from '#shared/cases/cases-actions.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Button, type IconName, PopupMenu } from '../../ui/index.ts';
import styles from './actions.module.css';

/** Actions on a case that exists. */
export type DeskAction = Exclude<CaseAction, 'submit'>;

/** `weight`: the heaviest allowed action is the main button; from 40 on it stands outside the menu. `how`: what a press opens. */
type ActionLook = { icon: IconName; weight: number; how: 'form' | 'instant' | 'triage'; key?: string };

/** How each action looks and what pressing it opens; whether it is shown is the server's `allowedActions` alone. */
export const actionLooks = {
  register: { icon: 'check', weight: 100, how: 'triage' },
  sign: { icon: 'check', weight: 100, how: 'instant', key: '1' },
  dispatch: { icon: 'send', weight: 95, how: 'form', key: '3' },
  upholdObjection: { icon: 'undo', weight: 92, how: 'form' },
  overruleObjection: { icon: 'shield', weight: 91, how: 'form' },
  approveVoid: { icon: 'check', weight: 88, how: 'form' },
  refuseVoid: { icon: 'close', weight: 55, how: 'form' },
  grantExtension: { icon: 'check', weight: 87, how: 'form' },
  refuseExtension: { icon: 'close', weight: 56, how: 'form' },
  approveHold: { icon: 'check', weight: 86, how: 'form' },
  refuseHold: { icon: 'close', weight: 57, how: 'form' },
  submitFeedback: { icon: 'reply', weight: 85, how: 'form', key: 'R' },
  recordSupportResult: { icon: 'document', weight: 84, how: 'form' },
  answerVerification: { icon: 'eye', weight: 83, how: 'form' },
  inspectPass: { icon: 'check', weight: 82, how: 'form' },
  inspectFail: { icon: 'undo', weight: 60, how: 'form' },
  resume: { icon: 'sync', weight: 80, how: 'form' },
  recordCallback: { icon: 'faceGood', weight: 79, how: 'form' },
  contact: { icon: 'phone', weight: 70, how: 'form', key: 'C' },
  object: { icon: 'undo', weight: 65, how: 'form', key: '2' },
  requestVerification: { icon: 'eye', weight: 64, how: 'form', key: 'V' },
  tryCallback: { icon: 'phone', weight: 50, how: 'form' },
  reopen: { icon: 'undo', weight: 45, how: 'form' },
  markUnreachable: { icon: 'close', weight: 44, how: 'form' },
  closeSupervision: { icon: 'check', weight: 81, how: 'form' },
  returnSupervision: { icon: 'undo', weight: 58, how: 'form' },
  acknowledgeSupervision: { icon: 'flag', weight: 78, how: 'instant' },
  replySupervision: { icon: 'reply', weight: 77, how: 'form' },
  supervise: { icon: 'flag', weight: 42, how: 'form' },
  selfHandle: { icon: 'check', weight: 41, how: 'form' },
  decline: { icon: 'close', weight: 39, how: 'form', key: 'D' },
  divert: { icon: 'navigate', weight: 30, how: 'form' },
  requestExtension: { icon: 'calendar', weight: 29, how: 'form' },
  requestHold: { icon: 'clock', weight: 28, how: 'form' },
  addNote: { icon: 'edit', weight: 20, how: 'form' },
  requestVoid: { icon: 'close', weight: 5, how: 'form' },
} as const satisfies Record<DeskAction, ActionLook>;

const looks: Readonly<Record<DeskAction, ActionLook>> = actionLooks;

export function lookOf(action: DeskAction): ActionLook {
  return looks[action];
}

/** The allowed actions, the one to do first in front. */
export function orderActions(actions: readonly CaseAction[]): DeskAction[] {
  return actions.filter((action): action is DeskAction => action !== 'submit').sort((a, b) => looks[b].weight - looks[a].weight);
}

const texts = defineTexts({ more: { zh: '更多', en: 'More' } });

/** The acts of a case: the main one filled, two beside it, the rest behind 更多. Nothing else decides what is drawn but `allowed`. */
export function ActionButtons({
  allowed,
  onChoose,
  busy = null,
  shown = 3,
  without = [],
}: {
  allowed: readonly CaseAction[];
  onChoose: (action: DeskAction) => void;
  busy?: DeskAction | null;
  shown?: number;
  /** acts that the page offers in another place */
  without?: readonly DeskAction[];
}) {
  const say = useLabel();
  const ordered = orderActions(allowed).filter((action) => !without.includes(action));
  const front = ordered.filter((action) => looks[action].weight >= 40).slice(0, shown);
  const rest = ordered.filter((action) => !front.includes(action));
  if (ordered.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {front.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'primary' : 'plain'}
          icon={looks[action].icon}
          keyHint={looks[action].key}
          busy={busy === action}
          onClick={() => onChoose(action)}
        >
          {say(caseActionLabels[action])}
        </Button>
      ))}
      {rest.length === 1 && front.length < shown ? (
        rest.map((action) => (
          <Button key={action} variant="quiet" icon={looks[action].icon} onClick={() => onChoose(action)}>
            {say(caseActionLabels[action])}
          </Button>
        ))
      ) : rest.length > 0 ? (
        <div className={styles.more}>
          <PopupMenu
            up
            icon="more"
            word={say(texts.more)}
            entries={rest.map((action) => ({ key: action, label: say(caseActionLabels[action]), run: () => onChoose(action) }))}
          />
        </div>
      ) : null}
    </div>
  );
}
