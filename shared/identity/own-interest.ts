import type { DepartmentId } from '../kernel/ids.ts';
import type { Actor } from './identity-schema.ts';

/** Whether the matter is the person's own: they hold a post in the unit. Nobody rules on, confirms, marks or lets off their own unit, whatever other post they act under. */
export function ownInterest({ posts }: Pick<Actor, 'posts'>, unitId: DepartmentId): boolean {
  return posts.some(({ departmentId }) => departmentId === unitId);
}
