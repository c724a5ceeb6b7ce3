import type { Actor } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';

/** Whether the matter is the person's own: they hold a post in the unit. Nobody rules on, confirms, marks or lets off their own unit, whatever other post they act under. */
export function ownInterest({ posts }: Pick<Actor, 'posts'>, unitId: DepartmentId): boolean {
  return posts.some(({ departmentId }) => departmentId === unitId);
}
