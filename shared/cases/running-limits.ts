import type { Due } from '../calendar/calendar-schema.ts';
import type { LimitHolder, RunningLimit } from '../clocks/clocks-schema.ts';
import type { Role } from '../identity/identity-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { HOUR, type Instant } from '../kernel/time.ts';
import type { ClockLimit } from './case-clock.ts';
import { type CaseSnapshot, type CaseState, openStates, type Supervision } from './cases-schema.ts';
import { openSupervision } from './supervision.ts';

const open: readonly CaseState[] = openStates;

/** The limits of a case under which somebody owes a step now; several run side by side. The objection limit is a right, not a debt. */
export function openLimits(snapshot: CaseSnapshot): ClockLimit[] {
  const contact = snapshot.contactedAt === null ? (['contact'] as const) : [];
  switch (snapshot.state) {
    case 'reported':
    case 'verifying':
      return ['accept'];
    case 'dispatched':
      return ['sign', ...contact, 'finish'];
    case 'registered':
    case 'objected':
    case 'inProgress':
    case 'onHold':
      return [...contact, 'finish'];
    case 'feedback':
      return ['inspection'];
    case 'closed':
      return snapshot.unreachable || snapshot.callbackDue === null ? [] : ['callback'];
    case 'declined':
    case 'diverted':
    case 'reviewed':
    case 'void':
      return [];
    default:
      return assertNever(snapshot.state);
  }
}

/** The limits of a case that a clock watches: since when, until when, who owes the step and where a missed one climbs. */
export function runningLimitsOf(snapshot: CaseSnapshot): RunningLimit[] {
  const { scopePath: unitPath, leadUnitId: departmentId } = snapshot;
  const steps = openLimits(snapshot).flatMap((key): RunningLimit[] => {
    const { from, due } = limitSpan(snapshot, key);
    if (due === null) return [];
    const emergency = isEmergency(snapshot, { from, due });
    const held = snapshot.state === 'onHold' || (key === 'contact' && snapshot.state === 'objected');
    return [{ key, from, due, held, emergency, holder: limitHolderOf(snapshot), escalates: { departmentId, unitPath } }];
  });
  return [...steps, ...sideLimitsOf(snapshot)];
}

/** Limits beside the steps of a case: they remind and climb, the case itself is late by its steps alone. */
export const sideLimits = ['supervision', 'judging', 'extension', 'hold', 'void', 'review'] as const;
type SideLimit = (typeof sideLimits)[number];
/** Every limit of a case that marks tell of. */
export type CaseLimit = ClockLimit | SideLimit;

const chosen = (at: Instant): Due => ({ at, provisional: false, calendarVersion: 0 });

/**
 * The answer to a supervision (督办) by the day its superior named, its judgement by whoever ordered it, the decision on a request, the review of a hold on its day. A hold
 * stops none of them; requests of earlier versions have no due time.
 */
function sideLimitsOf(snapshot: CaseSnapshot): RunningLimit[] {
  const { state, scopePath: unitPath, extensionAsked, holdAsked, voidAsked, heldAt, nextReviewAt } = snapshot;
  if (!open.includes(state)) return [];
  type Side = { from: Instant | undefined; due: Due | undefined; holder: LimitHolder; departmentId?: DepartmentId };
  const side = (key: SideLimit, { from, due, holder, departmentId }: Side): RunningLimit[] =>
    from === undefined || due === undefined
      ? []
      : [
          {
            ...{ key, from, due, holder, held: false, emergency: snapshot.urgency === 'emergency' },
            escalates: { departmentId: departmentId ?? null, unitPath },
          },
        ];
  const post = (role: Role): LimitHolder => ({ kind: 'role', role, unitPath });
  const asked = openSupervision(snapshot);
  const supervisionLimit = ({ state: answered, at, until, byId, reply, departmentId: unit }: Supervision) => {
    if (answered === 'replied') return side('judging', { from: reply?.at, due: reply?.due, holder: { kind: 'user', userId: byId } });
    const span = { from: at, due: chosen(until) };
    if (unit === null) return side('supervision', { ...span, holder: post('dispatcher') });
    return side('supervision', { ...span, holder: { kind: 'department', departmentId: unit }, departmentId: unit });
  };
  const working = state === 'inProgress';
  return [
    ...(asked === null ? [] : supervisionLimit(asked)),
    ...(working ? side('extension', { from: extensionAsked?.at, due: extensionAsked?.due, holder: post('streetOperator') }) : []),
    ...(working ? side('hold', { from: holdAsked?.at, due: holdAsked?.due, holder: post('secretary') }) : []),
    ...side('void', { from: voidAsked?.at, due: voidAsked?.due, holder: post('secretary') }),
    ...(state === 'onHold' && nextReviewAt !== null
      ? side('review', { from: heldAt ?? undefined, due: chosen(nextReviewAt), holder: post('secretary') })
      : []),
  ];
}

/** From when to when a limit of the case runs; no due time when it never started. */
export function limitSpan(snapshot: CaseSnapshot, limit: ClockLimit): { from: Instant; due: Due | null } {
  const { reportedAt, registeredAt, dispatchedAt, feedbackAt, closedAt, finishClock } = snapshot;
  switch (limit) {
    case 'accept':
      return { from: reportedAt, due: snapshot.acceptDue };
    case 'sign':
      return { from: dispatchedAt ?? reportedAt, due: snapshot.signDue };
    case 'contact':
      return { from: registeredAt ?? reportedAt, due: snapshot.contactDue };
    case 'finish':
      return { from: finishClock?.from ?? registeredAt ?? reportedAt, due: snapshot.finishDue };
    case 'inspection':
      return { from: feedbackAt ?? reportedAt, due: snapshot.inspectionDue };
    case 'callback':
      return { from: closedAt ?? reportedAt, due: snapshot.callbackDue };
    default:
      return assertNever(limit);
  }
}

/** Before registration nobody has decided on the urgency: a first answer owed within the hour is asked of emergencies only. */
function isEmergency({ urgency }: CaseSnapshot, { from, due }: { from: Instant; due: Due }): boolean {
  return urgency === null ? due.at - from < HOUR : urgency === 'emergency';
}

function limitHolderOf({ state, scopePath, leadUnitId }: CaseSnapshot): LimitHolder {
  if ((state === 'dispatched' || state === 'inProgress' || state === 'onHold') && leadUnitId !== null)
    return { kind: 'department', departmentId: leadUnitId };
  return { kind: 'role', role: owing[state] ?? 'dispatcher', unitPath: scopePath };
}

const owing: Partial<Record<CaseSnapshot['state'], Role>> = {
  verifying: 'gridWorker',
  objected: 'streetOperator',
  feedback: 'inspector',
  closed: 'callbackOfficer',
};
