import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ToastProvider } from '../ui/toast.tsx';
import { DisplayProvider, type Theme, useDisplay } from './display.tsx';
import { defineTexts, LocaleProvider, useLabel } from './i18n.tsx';
import { createQueryClient } from './query-client.ts';
import { SignedIn } from './signed-in.tsx';

const texts = defineTexts({ close: { zh: '关闭提示', en: 'Close the message' } });

/** Everything a page of an entry may rely on, in one place. */
export function AppProviders({ themes, live = true, children }: { themes: readonly Theme[]; live?: boolean; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <DisplayProvider offered={themes}>
        <LocaleProvider>
          <SignedIn live={live}>
            <Messages>{children}</Messages>
          </SignedIn>
        </LocaleProvider>
      </DisplayProvider>
    </QueryClientProvider>
  );
}

function Messages({ children }: { children: ReactNode }) {
  const say = useLabel();
  const { theme } = useDisplay();
  return (
    <ToastProvider timed={theme !== 'elder'} closeLabel={say(texts.close)}>
      {children}
    </ToastProvider>
  );
}
