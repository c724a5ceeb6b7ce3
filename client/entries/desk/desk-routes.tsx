import { type AnyRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { DeskFrame, readDeskSearch } from '../../features/cases/index.ts';

function Desk() {
  return (
    <DeskFrame>
      <Outlet />
    </DeskFrame>
  );
}

/** The pages of the desks under `/d`; each page is a chunk of its own. */
export function deskRoutes(root: AnyRoute) {
  const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk, validateSearch: readDeskSearch });
  const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => desk, path, component });
  return desk.addChildren([
    page(
      '/d',
      lazyRouteComponent(() => import('../../features/cases/pages/inbox-page.tsx'), 'InboxPage'),
    ),
  ]);
}
