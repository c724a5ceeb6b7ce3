import { createRootRoute, createRoute, createRouter, Outlet, useRouter } from '@tanstack/react-router';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { PageNotFound } from '../page-not-found.tsx';
import { Home } from './home.tsx';

function Frame() {
  const router = useRouter();
  return (
    <NavigateProvider value={(href) => void router.navigate({ href })}>
      <Outlet />
    </NavigateProvider>
  );
}

const root = createRootRoute({ component: Frame, notFoundComponent: () => <PageNotFound home="/d" /> });
const home = createRoute({ getParentRoute: () => root, path: '/d', component: Home });

export const router = createRouter({ routeTree: root.addChildren([home]), defaultPreload: 'intent', scrollRestoration: true });
