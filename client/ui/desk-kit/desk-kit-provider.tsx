import { createTheme, type MantineColorsTuple, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import './desk-kit-styles.ts';

const bamboo: MantineColorsTuple = [
  '#e7f0eb',
  '#d2e2da',
  '#a9c7ba',
  '#7fac9b',
  '#579180',
  '#34766a',
  '#1a6455',
  '#0b5748',
  '#08433a',
  '#052f28',
];

const theme = createTheme({
  primaryColor: 'bamboo',
  primaryShade: 7,
  colors: { bamboo },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 6,
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        radius: 16,
        padding: 24,
        overlayProps: { color: '#14211d', backgroundOpacity: 0.42 },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** Around the pages of desk and administration; field and resident never load it. */
export function DeskKitProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
