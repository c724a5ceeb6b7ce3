import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The pages of whoever watches an area, under `/s`; each page is a chunk of its own and reads its own address. */
export function secretaryRoutes(root: AnyRoute) {
  const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => root, path, component });
  const overview = lazyRouteComponent(() => import('../../features/dashboards/pages/overview-page.tsx'), 'OverviewPage');
  const repeats = lazyRouteComponent(() => import('../../features/dashboards/pages/repeats-page.tsx'), 'RepeatsPage');
  const cases = lazyRouteComponent(() => import('../../features/dashboards/pages/cases-page.tsx'), 'CasesPage');
  const map = lazyRouteComponent(() => import('../../features/dashboards/pages/map-page.tsx'), 'MapPage');
  const caseFrame = lazyRouteComponent(() => import('../../features/dashboards/pages/case-frame.tsx'), 'CaseFrame');
  const casePage = lazyRouteComponent(() => import('../../features/cases/pages/case-page.tsx'), 'CasePage');
  const framed = createRoute({ getParentRoute: () => root, id: 'secretary-case', component: caseFrame });
  const file = createRoute({ getParentRoute: () => framed, path: '/s/c/$id', component: casePage });
  const underFrame = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => framed, path, component });
  const whistle = lazyRouteComponent(() => import('../../features/dispatch/pages/whistle-page.tsx'), 'WhistlePage');
  const draft = lazyRouteComponent(() => import('../../features/dispatch/pages/new-whistle-page.tsx'), 'NewWhistlePage');
  const visit = lazyRouteComponent(() => import('../../features/dispatch/pages/visit-page.tsx'), 'VisitPage');
  const slips = lazyRouteComponent(() => import('../../features/dispatch/pages/slips-page.tsx'), 'SlipsPage');
  const record = lazyRouteComponent(() => import('../../features/dispatch/pages/whistle-print-page.tsx'), 'WhistlePrintPage');
  const duties = lazyRouteComponent(() => import('../../features/dispatch/pages/duties-page.tsx'), 'DutiesPage');
  const notices = lazyRouteComponent(() => import('../../features/notices/pages/desk-notices-page.tsx'), 'SecretaryNoticesPage');
  const score = lazyRouteComponent(() => import('../../features/scoring/pages/score-page.tsx'), 'ScorePage');
  const whistles = lazyRouteComponent(
    () => import('../../features/dispatch-lists/pages/secretary-whistles-page.tsx'),
    'SecretaryWhistlesPage',
  );
  const figures = lazyRouteComponent(
    () => import('../../features/dispatch-figures/pages/secretary-figures-page.tsx'),
    'SecretaryFiguresPage',
  );
  return [
    page('/s/w/figures', figures),
    page('/s/w', whistles),
    page('/s', overview),
    page('/s/repeats', repeats),
    page('/s/cases', cases),
    page('/s/map', map),
    framed.addChildren([
      file,
      underFrame('/s/notices', notices),
      underFrame('/s/duties', duties),
      underFrame('/s/w/new', draft),
      underFrame('/s/w/$id', whistle),
      underFrame('/s/w/$id/visit', visit),
      underFrame('/s/w/$id/slips', slips),
      underFrame('/s/w/$id/print', record),
    ]),
    page('/s/score', score),
  ];
}
