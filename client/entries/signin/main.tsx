import { AppProviders } from '../../platform/app-providers.tsx';
import type { Theme } from '../../platform/display.tsx';
import { mount } from '../mount.tsx';
import { SignInPage } from './sign-in-page.tsx';

const themes: readonly Theme[] = ['base', 'elder', 'sun'];

mount(
  <AppProviders themes={themes} live={false}>
    <SignInPage />
  </AppProviders>,
  themes,
);
