import { defineConfig } from 'vitest/config';

const root = new URL('../..', import.meta.url).pathname;

/** Two projects: pure tests, and tests on a real PostgreSQL. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'client/**/*.test.ts',
            'prisma/**/*.test.ts',
            'server/platform/**/*.test.ts',
            'server/testing/architecture*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'database',
          include: ['server/**/*.test.ts', 'prisma/**/*.db.test.ts'],
          exclude: ['server/platform/*.test.ts', 'server/testing/architecture*.test.ts', '**/node_modules/**'],
          globalSetup: ['server/testing/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
