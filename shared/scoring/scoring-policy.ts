import { type ScopePart, scopeOfPost } from '../cases/cases-policy.ts';
import { covers, hasRole, postsOf } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';

/** Who reads the scores of a community: its secretary and duty desk, the street, auditors and administrators above it. Never a ranking of people. */
const scoreReaders = ['secretary', 'dispatcher', 'streetOperator', 'inspector', 'callbackOfficer', 'auditor', 'administrator'] as const;

/** Whether the person may read the scores of a unit and of everything below it. */
export function mayReadScores(actor: Pick<Actor, 'posts'>, unitPath: string): boolean {
  return hasRole(actor, 'system') || covers(actor, unitPath, ...scoreReaders);
}

/** What of the whistles' figures a person reads: offices their area, a department its own part of every whistle; empty = none. */
export function figureScope(actor: Pick<Actor, 'posts'>): ScopePart[] {
  return postsOf(actor, ...scoreReaders, 'departmentHandler', 'departmentLead').flatMap((post) => scopeOfPost(post) ?? []);
}
