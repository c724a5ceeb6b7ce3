import { lazy, Suspense } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { ReportDraftProvider, StartPage } from '../../features/resident/index.ts';
import { defineTexts, TimeZoneProvider, useLabel, useSession } from '../../platform/index.ts';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { Skeleton } from '../../ui/states.tsx';

const base = '/r';
const texts = defineTexts({ loading: { zh: '正在打开', en: 'Opening' } });

const PageNotFound = lazy(async () => ({ default: (await import('../page-not-found.tsx')).PageNotFound }));
const SayPage = lazy(async () => ({ default: (await import('../../features/resident/pages/say-page.tsx')).SayPage }));
const WherePage = lazy(async () => ({ default: (await import('../../features/resident/pages/where-page.tsx')).WherePage }));
const CheckPage = lazy(async () => ({ default: (await import('../../features/resident/pages/check-page.tsx')).CheckPage }));
const DonePage = lazy(async () => ({ default: (await import('../../features/resident/pages/done-page.tsx')).DonePage }));
const CasePage = lazy(async () => ({ default: (await import('../../features/resident/pages/case-page.tsx')).CasePage }));
const DoorPage = lazy(async () => ({ default: (await import('../../features/resident/pages/door-page.tsx')).DoorPage }));
const MyPage = lazy(async () => ({ default: (await import('../../features/resident/pages/my-page.tsx')).MyPage }));
const NoticesPage = lazy(async () => ({ default: (await import('../../features/resident/pages/notices-page.tsx')).NoticesPage }));

export function Routes() {
  const say = useLabel();
  const [, navigate] = useLocation();
  const { me } = useSession();
  return (
    <NavigateProvider value={navigate}>
      <TimeZoneProvider value={me?.timeZone ?? 'Asia/Shanghai'}>
        <ReportDraftProvider>
          <Router base={base}>
            <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
              <Switch>
                <Route path="/" component={StartPage} />
                <Route path="/new" component={SayPage} />
                <Route path="/new/where" component={WherePage} />
                <Route path="/new/check" component={CheckPage} />
                <Route path="/done/:id" component={DonePage} />
                <Route path="/c/:id" component={CasePage} />
                <Route path="/w" component={DoorPage} />
                <Route path="/my" component={MyPage} />
                <Route path="/notices" component={NoticesPage} />
                <Route>
                  <PageNotFound home={base} />
                </Route>
              </Switch>
            </Suspense>
          </Router>
        </ReportDraftProvider>
      </TimeZoneProvider>
    </NavigateProvider>
  );
}
