import type { CaseAction } from '../cases/cases-actions.ts';
import type { Urgency } from '../cases/cases-schema.ts';
import type { NoticeTopic } from './notices.i18n.ts';
import type { Loudness, NoticeKind } from './notifications-schema.ts';

/**
 * Who is told. Roles mean the nearest holders at or above the place; where nobody holds `gridWorker` the secretary stands in.
 * `followers`: the applicant and everybody whose own case was joined to this one. `applicant`: of this case alone. `asker`: who asked
 * for what was decided. `supervisor`: who supervises the case. `…Handlers`: the unit's handlers, `…Unit`: with its leads. `named…`: the unit that an event names.
 */
export type Audience =
  | 'followers'
  | 'applicant'
  | 'reporter'
  | 'asker'
  | 'supervisor'
  | 'leadHandlers'
  | 'leadUnit'
  | 'supportHandlers'
  | 'supportUnits'
  | 'namedHandlers'
  | 'namedUnit'
  | 'dispatcher'
  | 'gridWorker'
  | 'secretary'
  | 'streetOperator'
  | 'inspector'
  | 'callbackOfficer';

/** One line of the table: who hears what, how loud, and the act the link opens. */
export type NoticeRule<A extends string = CaseAction, T extends string = Audience> = {
  to: T;
  kind: NoticeKind;
  loud: Loudness;
  topic: NoticeTopic;
  does: A | null;
};

/** A task of an emergency is an emergency, of an urgent matter it is urgent; whatever only informs keeps its voice. */
export function loudOf(rule: Pick<NoticeRule, 'kind' | 'loud'>, urgency: Urgency | null): Loudness {
  if (rule.kind !== 'task') return rule.loud;
  if (urgency === 'emergency') return 'emergency';
  return urgency === 'urgent' && rule.loud === 'normal' ? 'urgent' : rule.loud;
}
