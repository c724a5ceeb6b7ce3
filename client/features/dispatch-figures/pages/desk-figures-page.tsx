import type { DepartmentId } from '#shared/kernel/ids.ts';
import { useSession } from '../../../platform/index.ts';
import { FiguresBody } from '../components/figures-body.tsx';

/** `/d/w/figures`: the street sees every unit; a department its own part of every whistle, community by community. */
export function DeskFiguresPage() {
  const { me } = useSession();
  const posts = me?.posts ?? [];
  const own = posts.every(({ departmentId, role }) => departmentId !== null || role === 'resident')
    ? posts.find(({ departmentId }) => departmentId !== null)?.departmentId
    : null;
  return <FiguresBody path="/d/w/figures" whistlePath="/d/w" subject={own ? { departmentId: own as DepartmentId } : {}} first="unit" />;
}
