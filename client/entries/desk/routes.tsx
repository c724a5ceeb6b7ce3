import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, useRouter } from '@tanstack/react-router';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { PageNotFound } from '../page-not-found.tsx';
import { deskRoutes } from './desk-routes.tsx';
import { secretaryRoutes } from './secretary-routes.tsx';

function Frame() {
  const router = useRouter();
  return (
    <NavigateProvider value={(href) => void router.navigate({ href })}>
      <Outlet />
    </NavigateProvider>
  );
}

const root = createRootRoute({ component: Frame, notFoundComponent: () => <PageNotFound home="/d" /> });

const kit = createRoute({
  getParentRoute: () => root,
  id: 'kit',
  component: lazyRouteComponent(() => import('./kit-frame.tsx'), 'KitFrame'),
});

export const router = createRouter({
  routeTree: root.addChildren([deskRoutes(root), kit.addChildren(secretaryRoutes(kit))]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
