import { RouterProvider } from '@tanstack/react-router';
import { AppProviders } from '../../platform/app-providers.tsx';
import type { Theme } from '../../platform/display.tsx';
import { DeskKitProvider } from '../../ui/desk-kit/index.ts';
import { mount } from '../mount.tsx';
import { router } from './routes.tsx';

const themes: readonly Theme[] = ['base'];

mount(
  <AppProviders themes={themes}>
    <DeskKitProvider>
      <RouterProvider router={router} />
    </DeskKitProvider>
  </AppProviders>,
  themes,
);
