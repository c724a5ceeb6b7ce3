import { Suspense } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { PageNotFound } from '../page-not-found.tsx';
import { Home } from './home.tsx';

const base = '/f';
const texts = defineTexts({ loading: { zh: '正在打开', en: 'Opening' } });

export function Routes() {
  const say = useLabel();
  const [, navigate] = useLocation();
  return (
    <NavigateProvider value={navigate}>
      <Router base={base}>
        <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route>
              <PageNotFound home={base} />
            </Route>
          </Switch>
        </Suspense>
      </Router>
    </NavigateProvider>
  );
}
