import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const entries = ['field', 'resident', 'desk', 'admin', 'signin', 'gallery'] as const;

const inEveryPage = new RegExp(
  [
    '/client/platform/(api-error|app-providers|call-server|display|i18n|live|live-change|query-client|remembered|session|signed-in|trpc|use-now)\\.',
    '/client/platform/(format-time|time-zone|use-failure-text)\\.',
    '/client/ui/(banner|button|class-names|nav-link|navigation|states|toast|icons/(icon|icon-paths|drawn-icon|shape-mark|shapes)|feedback\\.module)\\.',
    '/client/entries/mount\\.',
    '/client/features/(cases-parts/seal|files-parts/use-kept-draft)',
    '/node_modules/(uuid/|use-sync-external-store/(shim/index|cjs/use-sync-external-store-shim\\.production))|vite/preload-helper',
    '/shared/kernel/(durations|label|zone-time|zone-time-dates)\\.',
  ].join('|'),
);

/** One build, one HTML page an audience; the floor is Chrome 87 (Android 8/9 web views). */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // building a schema has no effect: a page that only needs a constant of shared/ does not pay for the schema library
        manualPureFunctions: ['z'],
        // loading a module of ours does nothing by itself, style sheets aside: an index.ts costs only what is taken from it
        moduleSideEffects: [
          { test: /\.css(\?|$)/, sideEffects: true },
          {
            test: /^(?!.*\/node_modules\/).*\/(client|shared)\/(?!entries\/[^/]+\/main\.tsx|ui\/desk-kit\/desk-kit-styles)/,
            sideEffects: false,
          },
        ],
      },
      output: {
        codeSplitting: {
          groups: [
            // what every audience needs before its first screen travels in two files: a slow line pays for each, and small ones compress badly
            {
              name: 'react',
              test: /\/node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core))\/(?!.*([iI]nfinite|[qQ]ueries))/,
              priority: 2,
            },
            { name: 'base', test: inEveryPage, priority: 1 },
          ],
        },
      },
      input: Object.fromEntries(entries.map((entry) => [entry, here(`./entries/${entry}/index.html`)])),
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/trpc': 'http://localhost:8080', '/live': 'http://localhost:8080', '/files': 'http://localhost:8080' },
  },
});
