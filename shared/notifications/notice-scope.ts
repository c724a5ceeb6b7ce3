import type { Post } from '../identity/identity-schema.ts';

/** Names the post a notice was told to: it lives and ends with the post, whichever line of the history carries it. */
export function postKey(post: Pick<Post, 'role' | 'unitId' | 'departmentId'>): string {
  return `${post.role}@${post.departmentId ?? post.unitId ?? ''}`;
}
