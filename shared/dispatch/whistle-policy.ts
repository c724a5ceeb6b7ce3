import { type CaseScope, scopeOfPost } from '../cases/cases-policy.ts';
import { hasRole } from '../identity/actor-policy.ts';
import type { Actor, Post } from '../identity/identity-schema.ts';
import type { DepartmentId, UnitId } from '../kernel/ids.ts';
import type { WhistleAction } from './whistle-actions.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';
import { whistleTransitions } from './whistle-table.ts';

/** The facts of a whistle that decide who sees it; columns of the list, so that the filter is one and the same. */
export type WhistleScopeFacts = { scopePath: string; unitId: UnitId | null; departmentIds: readonly DepartmentId[] };

/** Units that are party to the whistle: called, neither released nor excused since. Before the blow no department knows of it, and whoever need not come sees it no more until called again. */
export function partiesOf({ units }: Pick<WhistleSnapshot, 'units'>): SummonedUnit[] {
  return units.filter(({ status }) => status !== 'released' && status !== 'excused');
}

/** The scope facts of a snapshot. */
export function whistleScopeFacts(snapshot: WhistleSnapshot): WhistleScopeFacts {
  const { scopePath, unitId } = snapshot;
  return { scopePath, unitId, departmentIds: partiesOf(snapshot).map((unit) => unit.departmentId) };
}

/** What a person sees of whistles: the same posts as of cases, nothing by having reported something; residents read their own page. */
export function whistleScope(actor: Pick<Actor, 'posts'>): CaseScope {
  const parts = actor.posts.flatMap((post) => scopeOfPost(post) ?? []);
  const all = parts.find(({ kind }) => kind === 'all');
  return all ? [all] : parts;
}

type Reached = { part: CaseScope[number]; facts: WhistleScopeFacts };

function reaches({ part, facts }: Reached): boolean {
  switch (part.kind) {
    case 'all':
      return true;
    case 'subtree':
      return facts.scopePath.startsWith(part.path) || (part.unplaced && facts.unitId === null && part.path.startsWith(facts.scopePath));
    case 'departments':
      return part.ids.some((id) => facts.departmentIds.includes(id));
    case 'own':
      return false;
  }
}

/** Whether a whistle lies in a scope; the database filter must give the same answer. */
export function whistleVisible(scope: CaseScope, facts: WhistleScopeFacts): boolean {
  return scope.some((part) => reaches({ part, facts }));
}

function postActs(post: Post, action: WhistleAction, snapshot: WhistleSnapshot): boolean {
  const part = scopeOfPost(post);
  if (part === null) return false;
  if (part.kind !== 'departments') return reaches({ part, facts: whistleScopeFacts(snapshot) });
  const { departments } = whistleTransitions[action];
  return partiesOf(snapshot).some((unit) => part.ids.includes(unit.departmentId) && (departments === 'any' || unit.side === departments));
}

/** The posts that give the person this action on this whistle, whatever its state. */
export function whistlePostsActing(action: WhistleAction, actor: Actor, snapshot: WhistleSnapshot): Post[] {
  const { roles } = whistleTransitions[action];
  return actor.posts.filter((post) => roles.includes(post.role) && postActs(post, action, snapshot));
}

/** Whether the person's posts allow the action on this whistle, whatever its state: null, or why not. `snapshot` null = a new whistle. */
export function mayActOnWhistle(action: WhistleAction, actor: Actor, snapshot: WhistleSnapshot | null): WhistleRefusalCode | null {
  if (!hasRole(actor, ...whistleTransitions[action].roles)) return 'notYourRole';
  if (snapshot === null) return null;
  return whistlePostsActing(action, actor, snapshot).length > 0 ? null : 'outsideScope';
}

/** The units of the whistle the person may act for in this step. */
export function ownUnits(action: WhistleAction, actor: Actor, snapshot: WhistleSnapshot): SummonedUnit[] {
  const mine = new Set(whistlePostsActing(action, actor, snapshot).flatMap(({ departmentId }) => departmentId ?? []));
  const { departments } = whistleTransitions[action];
  return partiesOf(snapshot).filter((unit) => mine.has(unit.departmentId) && (departments === 'any' || unit.side === departments));
}
