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
  const notices = lazyRouteComponent(() => import('../../features/notices/pages/desk-notices-page.tsx'), 'DeskNoticesPage');
  const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk, validateSearch: readDeskSearch });
  const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => desk, path, component });
  const inbox = lazyRouteComponent(() => import('../../features/cases/pages/inbox-page.tsx'), 'InboxPage');
  const triage = lazyRouteComponent(() => import('../../features/cases/pages/triage-page.tsx'), 'TriagePage');
  const objections = lazyRouteComponent(() => import('../../features/cases/pages/objections-page.tsx'), 'ObjectionsPage');
  const callbacks = lazyRouteComponent(() => import('../../features/cases/pages/callbacks-page.tsx'), 'CallbacksPage');
  const file = lazyRouteComponent(() => import('../../features/cases/pages/case-page.tsx'), 'CasePage');
  const call = lazyRouteComponent(() => import('../../features/cases/pages/new-case-page.tsx'), 'NewCasePage');
  const whistle = lazyRouteComponent(() => import('../../features/dispatch/pages/whistle-page.tsx'), 'WhistlePage');
  const draft = lazyRouteComponent(() => import('../../features/dispatch/pages/new-whistle-page.tsx'), 'NewWhistlePage');
  const visit = lazyRouteComponent(() => import('../../features/dispatch/pages/visit-page.tsx'), 'VisitPage');
  const slips = lazyRouteComponent(() => import('../../features/dispatch/pages/slips-page.tsx'), 'SlipsPage');
  const record = lazyRouteComponent(() => import('../../features/dispatch/pages/whistle-print-page.tsx'), 'WhistlePrintPage');
  const duties = lazyRouteComponent(() => import('../../features/dispatch/pages/duties-page.tsx'), 'DutiesPage');
  const whistles = lazyRouteComponent(() => import('../../features/dispatch-lists/pages/desk-whistles-page.tsx'), 'DeskWhistlesPage');
  const board = lazyRouteComponent(() => import('../../features/dispatch-lists/pages/board-page.tsx'), 'BoardPage');
  const visits = lazyRouteComponent(() => import('../../features/dispatch-lists/pages/visits-page.tsx'), 'VisitsPage');
  const figures = lazyRouteComponent(() => import('../../features/dispatch-figures/pages/desk-figures-page.tsx'), 'DeskFiguresPage');
  return desk.addChildren([
    page('/d/w/figures', figures),
    page('/d/duties', duties),
    page('/d/visits', visits),
    page('/d/board', board),
    page('/d/w', whistles),
    page('/d', inbox),
    page('/d/triage', triage),
    page('/d/objections', objections),
    page('/d/callbacks', callbacks),
    page('/d/new', call),
    page('/d/notices', notices),
    page('/d/c/$id', file),
    page('/d/w/new', draft),
    page('/d/w/$id', whistle),
    page('/d/w/$id/visit', visit),
    page('/d/w/$id/slips', slips),
    page('/d/w/$id/print', record),
  ]);
}
