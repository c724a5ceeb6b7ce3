import { hasRole } from '../identity/actor-policy.ts';
import type { Actor, Post, Role } from '../identity/identity-schema.ts';
import type { DepartmentId, UnitId, UserId } from '../kernel/ids.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import type { CaseAction } from './cases-actions.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { caseTransitions } from './cases-table.ts';

/** One reason why cases are visible to a person. A list, a count, a tile and an export join the parts with "or". */
export type ScopePart =
  | { kind: 'all' }
  /** cases whose `scopePath` starts with `path`; `unplaced`: also cases without a unit that came in above it */
  | { kind: 'subtree'; path: string; unplaced: boolean }
  /** cases dispatched to one of these units, as lead or support */
  | { kind: 'departments'; ids: readonly DepartmentId[] }
  /** cases the person reported or is the applicant of */
  | { kind: 'own'; userId: UserId };
export type CaseScope = readonly ScopePart[];

/** The facts of a case that decide who sees it; columns of the list, so that the filter is one and the same. */
export type ScopeFacts = {
  scopePath: string;
  unitId: UnitId | null;
  leadUnitId: DepartmentId | null;
  supportUnitIds: readonly DepartmentId[];
  reporterId: UserId;
  applicantId: UserId | null;
};

/** How each role sees cases (lifecycles D9). A post without the unit or department its role needs reaches nothing. */
const reach: Readonly<Record<Role, 'own' | 'subtree' | 'subtreeAndUnplaced' | 'department' | 'all'>> = {
  resident: 'own',
  buildingHead: 'subtree',
  estateGroupLeader: 'subtree',
  gridWorker: 'subtree',
  secretary: 'subtree',
  dispatcher: 'subtreeAndUnplaced',
  streetOperator: 'subtreeAndUnplaced',
  departmentHandler: 'department',
  departmentLead: 'department',
  inspector: 'subtree',
  callbackOfficer: 'subtree',
  auditor: 'subtree',
  administrator: 'subtreeAndUnplaced',
  system: 'all',
};

/** What a post alone lets its holder see; null = nothing beyond the person's own cases. */
export function scopeOfPost(post: Pick<Post, 'role' | 'unitPath' | 'departmentId'>): ScopePart | null {
  const kind = reach[post.role];
  if (kind === 'all') return { kind: 'all' };
  if (kind === 'own') return null;
  if (kind === 'department') return post.departmentId === null ? null : { kind: 'departments', ids: [post.departmentId] };
  return post.unitPath === null ? null : { kind: 'subtree', path: post.unitPath, unplaced: kind === 'subtreeAndUnplaced' };
}

/** Everything a person may see: the union over the posts in force, and always the person's own cases. */
export function caseScope(actor: Pick<Actor, 'userId' | 'posts'>): CaseScope {
  const parts: ScopePart[] = [{ kind: 'own', userId: actor.userId }];
  const departments = new Set<DepartmentId>();
  for (const post of actor.posts) {
    const part = scopeOfPost(post);
    if (part === null) continue;
    if (part.kind === 'all') return [part];
    if (part.kind === 'departments') for (const id of part.ids) departments.add(id);
    else parts.push(part);
  }
  return departments.size === 0 ? parts : [...parts, { kind: 'departments', ids: [...departments] }];
}

/** The scope facts of a snapshot. */
export function scopeFacts(snapshot: CaseSnapshot): ScopeFacts {
  const { scopePath, unitId, leadUnitId, reporterId, applicantId } = snapshot;
  return { scopePath, unitId, leadUnitId, reporterId, applicantId, supportUnitIds: snapshot.supportUnits.map((unit) => unit.departmentId) };
}

function partReaches(part: ScopePart, facts: ScopeFacts): boolean {
  switch (part.kind) {
    case 'all':
      return true;
    case 'subtree':
      return facts.scopePath.startsWith(part.path) || (part.unplaced && facts.unitId === null && part.path.startsWith(facts.scopePath));
    case 'departments':
      return part.ids.some((id) => id === facts.leadUnitId || facts.supportUnitIds.includes(id));
    case 'own':
      return part.userId === facts.reporterId || part.userId === facts.applicantId;
  }
}

/** Whether a case lies in a scope; the database filter of lists and counts must give the same answer. */
export function caseVisible(scope: CaseScope, facts: ScopeFacts): boolean {
  return scope.some((part) => partReaches(part, facts));
}

function departmentActs(side: 'lead' | 'support' | 'any', id: DepartmentId, facts: ScopeFacts): boolean {
  const isLead = id === facts.leadUnitId;
  const isSupport = facts.supportUnitIds.includes(id);
  if (side === 'any') return isLead || isSupport;
  return side === 'lead' ? isLead : isSupport;
}

function postActs({ post, action, actor, facts }: { post: Post; action: CaseAction; actor: Actor; facts: ScopeFacts }): boolean {
  if (post.role === 'resident') return facts.applicantId === actor.userId;
  if (action === 'addNote' && facts.reporterId === actor.userId) return true;
  const part = scopeOfPost(post);
  if (part === null) return false;
  if (part.kind === 'departments') return part.ids.some((id) => departmentActs(caseTransitions[action].departments, id, facts));
  return partReaches(part, facts);
}

/** The posts that give the person this action on this case, whatever its state. */
export function postsActing({ action, actor, snapshot }: { action: CaseAction; actor: Actor; snapshot: CaseSnapshot }): Post[] {
  const facts = scopeFacts(snapshot);
  return actor.posts.filter((post) => caseTransitions[action].roles.includes(post.role) && postActs({ post, action, actor, facts }));
}

/** Whether the person's posts allow the action on this case, whatever its state: null, or why not. `snapshot` null = a new case. */
export function mayAct({
  action,
  actor,
  snapshot,
}: {
  action: CaseAction;
  actor: Actor;
  snapshot: CaseSnapshot | null;
}): CaseRefusalCode | null {
  if (!hasRole(actor, ...caseTransitions[action].roles)) return 'notYourRole';
  if (snapshot === null) return null;
  return postsActing({ action, actor, snapshot }).length > 0 ? null : 'outsideScope';
}

/** Roles that must be able to reach the applicant of a case in their unit. */
const contactRoles: readonly Role[] = ['gridWorker', 'secretary', 'dispatcher', 'streetOperator', 'callbackOfficer'];
const departmentRoles: readonly Role[] = ['departmentHandler', 'departmentLead'];

/** Contact data of a case are masked for everybody but the applicant a year after its end. */
export const CONTACT_VISIBLE_MS = 365 * DAY;

/**
 * Whether name and phone of the applicant are shown in clear (lifecycles D9): own cases always; departments only from the
 * signing on; the community's working roles in their unit; auditors and administrators never. Every view is logged by the caller.
 */
export function maySeeContact({ actor, snapshot, now }: { actor: Actor; snapshot: CaseSnapshot; now: Instant }): boolean {
  if (snapshot.applicantId === actor.userId) return true;
  const endedAt = snapshot.closedAt ?? (ended(snapshot) ? snapshot.lastEventAt : null);
  if (endedAt !== null && now - endedAt > CONTACT_VISIBLE_MS) return false;
  if (snapshot.reporterId === actor.userId) return true;
  const facts = scopeFacts(snapshot);
  return actor.posts.some((post) => {
    const part = scopeOfPost(post);
    if (part === null || !partReaches(part, facts)) return false;
    if (departmentRoles.includes(post.role)) return snapshot.signedAt !== null;
    return contactRoles.includes(post.role);
  });
}

function ended(snapshot: CaseSnapshot): boolean {
  return snapshot.state === 'declined' || snapshot.state === 'diverted' || snapshot.state === 'void';
}
