import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AdminStart } from '../../features/admin/index.ts';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { PageNotFound } from '../page-not-found.tsx';

function Frame() {
  const router = useRouter();
  return (
    <NavigateProvider value={(href) => void router.navigate({ href })}>
      <Outlet />
    </NavigateProvider>
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const readId = (value: unknown): string | undefined => (typeof value === 'string' && uuid.test(value) ? value : undefined);
const readText = (value: unknown): string | undefined => (typeof value === 'string' && value.length <= 140 ? value : undefined);

const root = createRootRoute({ component: Frame, notFoundComponent: () => <PageNotFound home="/a" /> });
const start = createRoute({ getParentRoute: () => root, path: '/a', component: Start });
const territory = createRoute({
  getParentRoute: () => root,
  path: '/a/territory',
  validateSearch: (search): { unit?: string | undefined } => ({ unit: readId(search.unit) }),
  component: Territory,
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/a/people',
  validateSearch: (search): { person?: string | undefined } => ({ person: readId(search.person) }),
  component: People,
});
const categories = createRoute({
  getParentRoute: () => root,
  path: '/a/categories',
  validateSearch: (search): { category?: string | undefined } => ({ category: readText(search.category) }),
  component: Categories,
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/a/calendar',
  component: lazyRouteComponent(() => import('../../features/calendar/index.ts'), 'CalendarPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/a/audit',
  component: lazyRouteComponent(() => import('../../features/admin/pages/audit-page.tsx'), 'AuditPage'),
});
const duties = createRoute({
  getParentRoute: () => root,
  path: '/a/duties',
  component: lazyRouteComponent(() => import('../../features/duties/index.ts'), 'DutiesPage'),
});
const whistleSettings = createRoute({
  getParentRoute: () => root,
  path: '/a/whistle-settings',
  component: lazyRouteComponent(() => import('../../features/settings/index.ts'), 'WhistleSettingsPage'),
});
const caseSettings = createRoute({
  getParentRoute: () => root,
  path: '/a/case-settings',
  component: lazyRouteComponent(() => import('../../features/settings/index.ts'), 'CaseSettingsPage'),
});
const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/a/deliveries',
  component: lazyRouteComponent(() => import('../../features/admin/pages/deliveries-page.tsx'), 'DeliveriesPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/a/notices',
  component: lazyRouteComponent(() => import('../../features/notices/pages/admin-notices-page.tsx'), 'AdminNoticesPage'),
});

const TerritoryPage = lazy(async () => ({ default: (await import('../../features/territory/index.ts')).TerritoryPage }));
const PeoplePage = lazy(async () => ({ default: (await import('../../features/people/index.ts')).PeoplePage }));
const CategoriesPage = lazy(async () => ({ default: (await import('../../features/categories/index.ts')).CategoriesPage }));

// What is chosen stands in the address, so that a link and a step back find it again.
function Territory() {
  const { unit } = territory.useSearch();
  const navigate = territory.useNavigate();
  return (
    <Suspense>
      <TerritoryPage selected={unit ?? null} onSelect={(next) => void navigate({ search: { unit: next ?? undefined } })} />
    </Suspense>
  );
}

function People() {
  const { person } = people.useSearch();
  const navigate = people.useNavigate();
  return (
    <Suspense>
      <PeoplePage selected={person ?? null} onSelect={(next) => void navigate({ search: { person: next ?? undefined } })} />
    </Suspense>
  );
}

function Categories() {
  const { category } = categories.useSearch();
  const navigate = categories.useNavigate();
  return (
    <Suspense>
      <CategoriesPage selected={category ?? null} onSelect={(next) => void navigate({ search: { category: next ?? undefined } })} />
    </Suspense>
  );
}

function Start() {
  const navigate = start.useNavigate();
  return <AdminStart onGo={(page) => void navigate({ to: `/a/${page}`, replace: true })} />;
}

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    territory,
    people,
    categories,
    calendar,
    duties,
    whistleSettings,
    caseSettings,
    deliveries,
    audit,
    notices,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
