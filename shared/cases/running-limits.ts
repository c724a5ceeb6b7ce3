import type { Due } from '../calendar/calendar-schema.ts';
import type { LimitHolder, RunningLimit } from '../clocks/clocks-schema.ts';
import type { Role } from '../identity/identity-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { HOUR, type Instant } from '../kernel/time.ts';
import type { ClockLimit } from './case-clock.ts';
import type { CaseSnapshot } from './cases-schema.ts';

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
  return openLimits(snapshot).flatMap((key): RunningLimit[] => {
    const { from, due } = limitSpan(snapshot, key);
    if (due === null) return [];
    const emergency = isEmergency(snapshot, { from, due });
    const held = snapshot.state === 'onHold' || (key === 'contact' && snapshot.state === 'objected');
    return [{ key, from, due, held, emergency, holder: limitHolderOf(snapshot), escalates: { departmentId, unitPath } }];
  });
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
