import type { Actor, Post } from '../identity/identity-schema.ts';

/** Names the post a notice was told to: it lives and ends with the post, whichever line of the history carries it. */
export function postKey(post: Pick<Post, 'role' | 'unitId' | 'departmentId'>): string {
  return `${post.role}@${post.departmentId ?? post.unitId ?? ''}`;
}

/** Whether a person may still see a notice: it was told to the person, or to a post in force. */
export function stillTold(actor: Pick<Actor, 'posts'>, via: string | null): boolean {
  return via === null || actor.posts.some((post) => postKey(post) === via);
}
