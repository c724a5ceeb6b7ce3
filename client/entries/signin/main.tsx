import { AppProviders } from '../../platform/app-providers.tsx';
import type { Theme } from '../../platform/display.tsx';
import { mount } from '../mount.tsx';
import { PageNotFound } from '../page-not-found.tsx';
import { SignInPage } from './sign-in-page.tsx';

const themes: readonly Theme[] = ['base', 'elder', 'sun'];

// the server sends this page, as not found, for every address that belongs to no audience
const isDoor = /^\/signin\/?$/.test(location.pathname);

mount(
  <AppProviders themes={themes} live={false}>
    {isDoor ? <SignInPage /> : <PageNotFound home="/signin" />}
  </AppProviders>,
  themes,
);
