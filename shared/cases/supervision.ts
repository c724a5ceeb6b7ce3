import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { type CaseSnapshot, type Supervision, type SupervisionLevel, supervisionLevels } from './cases-schema.ts';

/** The supervision (督办) that somebody still owes an answer to, or whose answer is not judged yet; null when there is none. */
export function openSupervision({ supervision }: Pick<CaseSnapshot, 'supervision'>): Supervision | null {
  return supervision === null || supervision.state === 'closed' ? null : supervision;
}

/** By how much the answer to a supervision is, or was, too late; null while it is in time. */
export function supervisionLateMs({ until, reply }: { until: Instant; reply: { at: Instant } | null }, now: Instant): number | null {
  const at = reply?.at ?? now;
  return at > until ? at - until : null;
}

/** Whether a level may be issued now: only a higher one while one is open, and the final one only after another. */
export function mayIssue(open: Pick<Supervision, 'level'> | null, level: SupervisionLevel): boolean {
  if (open === null) return level !== 'final';
  return supervisionLevels.indexOf(level) > supervisionLevels.indexOf(open.level);
}

/** The case has gone to another unit, or back to the community: whoever has it now signs for an open supervision anew. */
export function readdressed(snapshot: CaseSnapshot, departmentId: DepartmentId | null): Supervision | null {
  const open = openSupervision(snapshot);
  if (open === null || open.departmentId === departmentId) return snapshot.supervision;
  return { ...open, departmentId, state: 'issued', receivedAt: null, receivedById: null, reply: null };
}

/** A case that has come to its end needs no answer any more. */
export function settled({ supervision }: CaseSnapshot): Supervision | null {
  return supervision === null ? null : { ...supervision, state: 'closed' };
}
