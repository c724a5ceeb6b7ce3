import { readActor } from '#server/modules/identity/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { caseVisible, scopeFacts, scopeOfPost } from '#shared/cases/cases-policy.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { askerOf, type CaseMoment } from '#shared/notifications/case-notices.ts';
import type { Audience } from '#shared/notifications/notice-rules.ts';
import { postKey } from '#shared/notifications/notice-scope.ts';
import { followersOf } from './follower-store.ts';
import { departmentPosts, type HeldPost, unitPosts } from './post-store.ts';

/** Somebody to tell; `via` = the post it is told to, `own` = the person's own case where that is another one than the event's. */
export type Recipient = { userId: UserId; via: string | null; own?: { id: string; no: string | null } };
export type Resolving = { moment: CaseMoment; now: Instant };

/** Roles that hear what is meant for one: where nobody holds the first, the next stands in. */
const rolesOf = {
  dispatcher: ['dispatcher'],
  gridWorker: ['gridWorker', 'secretary'],
  secretary: ['secretary'],
  streetOperator: ['streetOperator'],
  inspector: ['inspector', 'gridWorker'],
  callbackOfficer: ['callbackOfficer'],
} as const satisfies Partial<Record<Audience, readonly Role[]>>;

/** The people an audience means now: by posts in force, never by a list of names. */
export async function recipientsOf(tx: Tx, to: Audience, { moment, now }: Resolving): Promise<Recipient[]> {
  const { event, after } = moment;
  const lead = after.leadUnitId === null ? [] : [after.leadUnitId];
  const supports = after.supportUnits.map(({ departmentId }) => departmentId);
  const named = 'unitId' in event.payload && event.payload.unitId ? [event.payload.unitId] : [];
  const of = (ids: readonly DepartmentId[], ...roles: Role[]) => departmentPosts(tx, { ids, roles, now }).then(asRecipients);
  switch (to) {
    case 'followers':
      return followersOf(tx, after);
    case 'applicant':
      return after.applicantId === null ? [] : [{ userId: after.applicantId, via: null }];
    case 'reporter':
      return after.reporterId === after.applicantId ? [] : [{ userId: after.reporterId, via: null }];
    case 'asker':
      return personal(tx, askerOf(moment), { after, now });
    case 'supervisor':
      return personal(tx, after.supervision?.byId ?? null, { after, now });
    case 'leadHandlers':
      return of(lead, 'departmentHandler');
    case 'leadUnit':
      return of(lead, 'departmentHandler', 'departmentLead');
    case 'supportHandlers':
      return of(supports, 'departmentHandler');
    case 'supportUnits':
      return of(supports, 'departmentHandler', 'departmentLead');
    case 'namedHandlers':
      return of(named, 'departmentHandler');
    case 'namedUnit':
      return of(named, 'departmentHandler', 'departmentLead');
    default:
      return nearest(tx, rolesOf[to], { after, now });
  }
}

/** The holders of the first role that anybody holds for the place, of the deepest unit; of an unplaced case those below count too. */
async function nearest(tx: Tx, roles: readonly Role[], { after, now }: { after: CaseSnapshot; now: Instant }): Promise<Recipient[]> {
  const facts = scopeFacts(after);
  const posts = (await unitPosts(tx, { roles, scopePath: after.scopePath, below: after.unitId === null, now })).filter((post) => {
    const part = scopeOfPost(post);
    return part !== null && caseVisible([part], facts);
  });
  const role = roles.find((one) => posts.some((post) => post.role === one));
  const holders = posts.filter((post) => post.role === role);
  const above = holders.filter(({ unitPath }) => after.scopePath.startsWith(unitPath));
  const deepest = Math.max(...above.map(({ unitPath }) => unitPath.length));
  return asRecipients(above.length === 0 ? holders : above.filter(({ unitPath }) => unitPath.length === deepest));
}

/** One person, through the post that still reaches the case; nobody when no post does and the case is not the person's own. */
async function personal(tx: Tx, userId: UserId | null, { after, now }: { after: CaseSnapshot; now: Instant }): Promise<Recipient[]> {
  const actor = userId === null ? null : await readActor(tx, { userId, now });
  if (!actor) return [];
  if (actor.userId === after.applicantId || actor.userId === after.reporterId) return [{ userId: actor.userId, via: null }];
  const facts = scopeFacts(after);
  const post = actor.posts.find((one) => {
    const part = scopeOfPost(one);
    return part !== null && caseVisible([part], facts);
  });
  return post ? [{ userId: actor.userId, via: postKey(post) }] : [];
}

function asRecipients(posts: readonly HeldPost[]): Recipient[] {
  return posts.map((post) => ({ userId: post.userId, via: postKey(post) }));
}
