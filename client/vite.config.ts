import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const entries = ['field', 'resident', 'desk', 'admin', 'signin', 'gallery'] as const;

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
      // building a schema has no effect: a page that only needs a constant of shared/ does not pay for the schema library
      treeshake: { manualPureFunctions: ['z'] },
      input: Object.fromEntries(entries.map((entry) => [entry, here(`./entries/${entry}/index.html`)])),
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/trpc': 'http://localhost:8080', '/live': 'http://localhost:8080', '/files': 'http://localhost:8080' },
  },
});
