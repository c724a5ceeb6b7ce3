import type { UserId } from '../kernel/ids.ts';
import type { Actor, Post, Role } from './identity-schema.ts';

/** The posts of a person that carry one of the roles. */
export function postsOf(actor: Pick<Actor, 'posts'>, ...roles: readonly Role[]): Post[] {
  return actor.posts.filter((post) => roles.includes(post.role));
}

/** Whether the person holds a post with one of the roles. */
export function hasRole(actor: Pick<Actor, 'posts'>, ...roles: readonly Role[]): boolean {
  return actor.posts.some((post) => roles.includes(post.role));
}

/** Whether one of the person's posts with these roles covers the unit: the unit itself or one above it. */
export function covers(actor: Pick<Actor, 'posts'>, unitPath: string, ...roles: readonly Role[]): boolean {
  return postsOf(actor, ...roles).some((post) => post.unitPath !== null && unitPath.startsWith(post.unitPath));
}

/** Whoever acts for the machine itself (timers, imports): one post that reaches everything; never signs in. */
export function systemActor(userId: UserId): Actor {
  const post: Post = {
    appointmentId: null,
    role: 'system',
    unitId: null,
    unitPath: null,
    unitLevel: null,
    departmentId: null,
    deputy: false,
  };
  return { userId, name: '系统', posts: [post] };
}
