import { caseVisible, type ScopeFacts, scopeOfPost } from '#shared/cases/cases-policy.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import { postKey } from '#shared/notifications/notice-scope.ts';
import type { People } from './people-at.ts';
import type { HeldPost } from './post-store.ts';

/** Somebody to tell; `via` = the post it is told to, `own` = the person's own record where that is another one than the event's. */
export type Recipient = { userId: UserId; via: string | null; own?: { id: string; no: string | null } };

/** Whether a person may do what a notice asks for. */
export type Able = (actor: Actor) => boolean;

/**
 * The holders of the first role that anybody holds for the place, of the deepest unit; of an unplaced subject those below count too. Where
 * an act is asked for they are those who may do it, so that it goes up a level when everybody near is barred; if nobody may, it is told as ever.
 */
export async function nearestHolders(people: People, roles: readonly Role[], facts: ScopeFacts, able?: Able): Promise<Recipient[]> {
  const { scopePath } = facts;
  const held = (await people.onUnits({ roles, scopePath, below: facts.unitId === null })).filter((post) => {
    const part = scopeOfPost(post);
    return part !== null && caseVisible([part], facts);
  });
  const may = able === undefined ? held : await ableOf(people, held, able);
  const posts = may.length > 0 ? may : held;
  const role = roles.find((one) => posts.some((post) => post.role === one));
  const holders = posts.filter((post) => post.role === role);
  const above = holders.filter(({ unitPath }) => scopePath.startsWith(unitPath));
  const deepest = Math.max(...above.map(({ unitPath }) => unitPath.length));
  return asRecipients(above.length === 0 ? holders : above.filter(({ unitPath }) => unitPath.length === deepest));
}

/** The people of departments, by role. */
export async function peopleOfUnits(people: People, ids: readonly DepartmentId[], roles: readonly Role[]): Promise<Recipient[]> {
  return asRecipients(await people.inDepartments({ ids, roles }));
}

/** One person, through the post that still reaches the subject; nobody when no post does and the matter is not the person's own. */
export async function onePerson(people: People, userId: UserId | null, facts: ScopeFacts): Promise<Recipient[]> {
  const actor = userId === null ? null : await people.actor(userId);
  if (!actor) return [];
  if (actor.userId === facts.applicantId || actor.userId === facts.reporterId) return [{ userId: actor.userId, via: null }];
  const post = actor.posts.find((one) => {
    const part = scopeOfPost(one);
    return part !== null && caseVisible([part], facts);
  });
  return post ? [{ userId: actor.userId, via: postKey(post) }] : [];
}

/** Whether any of these people may do it. */
export async function anyAble(people: People, recipients: readonly Pick<Recipient, 'userId'>[], able: Able): Promise<boolean> {
  return (await ableOf(people, recipients, able)).length > 0;
}

/** Of these people those who may do it. */
export async function ableOf<R extends Pick<Recipient, 'userId'>>(people: People, those: readonly R[], able: Able): Promise<R[]> {
  const actors = await Promise.all(those.map(({ userId }) => people.actor(userId)));
  return those.filter((_, index) => {
    const actor = actors[index];
    return actor !== null && actor !== undefined && able(actor);
  });
}

function asRecipients(posts: readonly HeldPost[]): Recipient[] {
  return posts.map((post) => ({ userId: post.userId, via: postKey(post) }));
}
