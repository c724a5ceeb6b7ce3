import { AppProviders } from '../../platform/app-providers.tsx';
import type { Theme } from '../../platform/display.tsx';
import { mount } from '../mount.tsx';
import { Routes } from './routes.tsx';

const themes: readonly Theme[] = ['base', 'elder'];

mount(
  <AppProviders themes={themes}>
    <Routes />
  </AppProviders>,
  themes,
);
