import { QueryClientProvider } from '@tanstack/react-query';
import { DisplayProvider, type Theme, themes } from '../../platform/display.tsx';
import { LocaleProvider } from '../../platform/i18n.tsx';
import { createQueryClient } from '../../platform/query-client.ts';
import { DeskKitProvider } from '../../ui/desk-kit/index.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { mount } from '../mount.tsx';
import { Gallery } from './gallery.tsx';

const asked = new URLSearchParams(location.search);
const theme = themes.find((each) => each === asked.get('theme')) ?? 'base';
const density = ['field', 'resident'].find((each) => each === asked.get('density'));
if (density) document.documentElement.dataset.density = density;
if (theme !== 'base') document.documentElement.dataset.theme = theme satisfies Theme;

mount(
  <QueryClientProvider client={createQueryClient()}>
    <DisplayProvider offered={[]} fixed={theme}>
      <LocaleProvider>
        <ToastProvider closeLabel="关闭提示" timed={theme !== 'elder'}>
          <DeskKitProvider>
            <Gallery part={asked.get('part')} theme={theme} />
          </DeskKitProvider>
        </ToastProvider>
      </LocaleProvider>
    </DisplayProvider>
  </QueryClientProvider>,
  [],
);
