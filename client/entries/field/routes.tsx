import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { FieldDraftProvider, PendingProvider, TodayPage } from '../../features/field/index.ts';
import { defineTexts, signInAddress, TimeZoneProvider, useLabel, useSession } from '../../platform/index.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { NavigateProvider } from '../../ui/nav-link.tsx';
import { NoPermission, OfflineState, Skeleton } from '../../ui/states.tsx';

const base = '/f';
const texts = defineTexts({
  loading: { zh: '正在打开', en: 'Opening' },
  notField: { zh: '这里是网格员的页面', en: 'These are the pages of the grid workers' },
  notFieldWhy: {
    zh: '您的账号没有网格、楼栋、小区或核查的职务。',
    en: 'Your account has no post of a grid, building, estate or inspector.',
  },
  signIn: { zh: '去我的页面', en: 'To my own pages' },
  offline: { zh: '没连上', en: 'No connection' },
  offlineWhy: { zh: '没发出的都还在本机，联网后再打开。', en: 'What is not sent is kept on this device; open again when online.' },
});

const PageNotFound = lazy(async () => ({ default: (await import('../page-not-found.tsx')).PageNotFound }));
const CameraPage = lazy(async () => ({ default: (await import('../../features/field/pages/camera-page.tsx')).CameraPage }));
const WhatPage = lazy(async () => ({ default: (await import('../../features/field/pages/what-page.tsx')).WhatPage }));
const PinPage = lazy(async () => ({ default: (await import('../../features/field/pages/pin-page.tsx')).PinPage }));
const TaskPage = lazy(async () => ({ default: (await import('../../features/field/pages/task-page.tsx')).TaskPage }));
const MapPage = lazy(async () => ({ default: (await import('../../features/field/pages/map-page.tsx')).MapPage }));
const MePage = lazy(async () => ({ default: (await import('../../features/field/pages/me-page.tsx')).MePage }));
const NoticesPage = lazy(async () => ({ default: (await import('../../features/field/pages/notices-page.tsx')).NoticesPage }));

const fieldRoles = ['gridWorker', 'buildingHead', 'estateGroupLeader', 'inspector'];

export function Routes() {
  const say = useLabel();
  const [, navigate] = useLocation();
  return (
    <NavigateProvider value={navigate}>
      <Router base={base}>
        <SignedIn>
          <PendingProvider>
            <FieldDraftProvider>
              <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
                <Switch>
                  <Route path="/" component={TodayPage} />
                  <Route path="/new" component={CameraPage} />
                  <Route path="/new/what" component={WhatPage} />
                  <Route path="/new/where" component={PinPage} />
                  <Route path="/tasks/:id" component={TaskPage} />
                  <Route path="/map" component={MapPage} />
                  <Route path="/me" component={MePage} />
                  <Route path="/notices" component={NoticesPage} />
                  <Route>
                    <PageNotFound home={base} />
                  </Route>
                </Switch>
              </Suspense>
            </FieldDraftProvider>
          </PendingProvider>
        </SignedIn>
      </Router>
    </NavigateProvider>
  );
}

/** Field work needs a person with a post; others are shown the way to theirs. */
function SignedIn({ children }: { children: ReactNode }) {
  const say = useLabel();
  const { me, isPending, error, signedOut } = useSession();
  const away = !isPending && me === null && (error === null || signedOut);
  useEffect(() => {
    if (away) location.replace(signInAddress(`${location.pathname}${location.search}`));
  }, [away]);
  if (me?.posts.some(({ role }) => fieldRoles.includes(role))) return <TimeZoneProvider value={me.timeZone}>{children}</TimeZoneProvider>;
  return (
    <main>
      {me ? (
        <NoPermission
          page
          title={say(texts.notField)}
          action={
            <ButtonLink href="/signin" target="_self">
              {say(texts.signIn)}
            </ButtonLink>
          }
        >
          {say(texts.notFieldWhy)}
        </NoPermission>
      ) : error && !signedOut ? (
        <OfflineState title={say(texts.offline)}>{say(texts.offlineWhy)}</OfflineState>
      ) : (
        <Skeleton label={say(texts.loading)} />
      )}
    </main>
  );
}
