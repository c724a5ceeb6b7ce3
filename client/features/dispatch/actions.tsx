import { whistleActionLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { SentAction, WhistleAction } from '#shared/dispatch/whistle-actions.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Button, type IconName, PopupMenu } from '../../ui/index.ts';
import styles from './components/foot-bar.module.css';

/** Acts of a page of an existing whistle; `draft` has a page of its own. */
export type PageAction = Exclude<SentAction, 'draft'>;

/** An act by its name in an address; null when there is none of that name. */
export function pageActionOf(word: string | null): PageAction | null {
  return (Object.keys(actionLooks) as PageAction[]).find((action) => action === word) ?? null;
}

/** How an act is offered: `weight` puts the step that moves the whistle on in front; `page`: done on a page of its own. */
type ActionLook = { icon: IconName; weight: number; page?: true };

const actionLooks = {
  approveBlow: { icon: 'check', weight: 100 },
  blow: { icon: 'whistle', weight: 99 },
  upholdObjection: { icon: 'check', weight: 98 },
  overruleObjection: { icon: 'close', weight: 97 },
  approveVoid: { icon: 'check', weight: 96 },
  grantExtension: { icon: 'check', weight: 95 },
  approveHold: { icon: 'check', weight: 94 },
  receiveSupervision: { icon: 'flag', weight: 93 },
  replySupervision: { icon: 'reply', weight: 92 },
  acknowledge: { icon: 'check', weight: 91 },
  reportIn: { icon: 'pin', weight: 90 },
  clear: { icon: 'check', weight: 89 },
  approvePlan: { icon: 'check', weight: 88 },
  agreePlan: { icon: 'check', weight: 87 },
  closeOpinions: { icon: 'check', weight: 86 },
  recordVisit: { icon: 'people', weight: 85 },
  proposePlan: { icon: 'table', weight: 84 },
  start: { icon: 'navigate', weight: 83 },
  complete: { icon: 'splitHandle', weight: 82 },
  completeTask: { icon: 'check', weight: 81 },
  acceptWork: { icon: 'check', weight: 80 },
  feedBack: { icon: 'speaker', weight: 79 },
  tellResult: { icon: 'speaker', weight: 78 },
  rateUnit: { icon: 'star', weight: 77 },
  rateWhistle: { icon: 'star', weight: 76 },
  addOpinion: { icon: 'edit', weight: 75 },
  confirmReportIn: { icon: 'pin', weight: 74 },
  resume: { icon: 'sync', weight: 73 },
  listHouseholds: { icon: 'home', weight: 72 },
  revise: { icon: 'edit', weight: 71, page: true },
  rejectWork: { icon: 'undo', weight: 60 },
  returnBlow: { icon: 'undo', weight: 59 },
  objectPlan: { icon: 'close', weight: 58 },
  object: { icon: 'undo', weight: 57 },
  refuseVoid: { icon: 'close', weight: 56 },
  refuseExtension: { icon: 'close', weight: 55 },
  refuseHold: { icon: 'close', weight: 54 },
  closeSupervision: { icon: 'check', weight: 70 },
  returnSupervision: { icon: 'undo', weight: 53 },
  supervise: { icon: 'flag', weight: 45 },
  leave: { icon: 'signOut', weight: 44 },
  summonSupport: { icon: 'plus', weight: 39 },
  excuseUnit: { icon: 'close', weight: 38 },
  requestExtension: { icon: 'calendar', weight: 30 },
  requestHold: { icon: 'clock', weight: 29 },
  addNote: { icon: 'edit', weight: 20 },
  withdraw: { icon: 'undo', weight: 6 },
  requestVoid: { icon: 'close', weight: 5 },
} as const satisfies Record<PageAction, ActionLook>;

const looks: Readonly<Record<PageAction, ActionLook>> = actionLooks;

export function lookOf(action: PageAction): ActionLook {
  return looks[action];
}

/** The allowed acts, the one to do first in front. */
export function orderActions(actions: readonly WhistleAction[]): PageAction[] {
  return actions.filter((action): action is PageAction => action in looks).sort((a, b) => looks[b].weight - looks[a].weight);
}

const texts = defineTexts({ more: { zh: '更多', en: 'More' } });

/** The acts of a whistle: the main one filled, a few beside it, the rest behind 更多. Only `allowed` decides what is drawn. */
export function ActionButtons({
  allowed,
  onChoose,
  waiting,
  later = [],
  shown = 3,
}: {
  allowed: readonly WhistleAction[];
  onChoose: (action: PageAction) => void;
  /** the step that still lacks something: it is not offered as the main one */
  waiting: PageAction | null;
  /** done once already: behind 更多 */
  later?: readonly PageAction[];
  shown?: number;
}) {
  const say = useLabel();
  const ordered = orderActions(allowed);
  const ready = [...ordered.filter((action) => action !== waiting), ...ordered.filter((action) => action === waiting)];
  const front = ready
    .filter((action) => !later.includes(action))
    .filter((action) => looks[action].weight >= 40 || action === waiting)
    .slice(0, shown);
  const rest = ordered.filter((action) => !front.includes(action));
  return (
    <div className={styles.buttons}>
      {rest.length > 0 && (
        <PopupMenu
          up
          icon="more"
          word={say(texts.more)}
          entries={rest.map((action) => ({ key: action, label: say(whistleActionLabels[action]), run: () => onChoose(action) }))}
        />
      )}
      {front.toReversed().map((action) => (
        <Button key={action} variant={action === front[0] ? 'primary' : 'plain'} icon={looks[action].icon} onClick={() => onChoose(action)}>
          {say(whistleActionLabels[action])}
        </Button>
      ))}
    </div>
  );
}
