import { RouterProvider } from '@tanstack/react-router';
import { AppProviders } from '../../platform/app-providers.tsx';
import type { Theme } from '../../platform/display.tsx';
import { mount } from '../mount.tsx';
import { router } from './routes.tsx';

const themes: readonly Theme[] = ['base'];

mount(
  <AppProviders themes={themes}>
    <RouterProvider router={router} />
  </AppProviders>,
  themes,
);
