import { defineConfig } from 'vitest/config';

const root = new URL('../..', import.meta.url).pathname;

/**
 * Two projects: pure tests, and tests on a real PostgreSQL. The files of one worker share what they import from packages: loading those
 * anew for every file took a quarter of the time.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: [
            'shared/**/*.test.ts',
            'client/**/*.test.ts',
            'prisma/**/*.test.ts',
            'server/platform/**/*.test.ts',
            'server/testing/architecture*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'database',
          // after the pure tests: one PostgreSQL and two cores are enough for one kind at a time
          sequence: { groupOrder: 1 },
          include: ['server/**/*.test.ts', 'prisma/**/*.db.test.ts'],
          exclude: ['server/platform/*.test.ts', 'server/testing/architecture*.test.ts', '**/node_modules/**'],
          globalSetup: ['server/testing/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
