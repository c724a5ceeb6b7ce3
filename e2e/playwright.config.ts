import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

export const PORT = Number(process.env['E2E_PORT'] ?? 4190);

/** A browser on the machine is preferred; otherwise the one that comes as an npm package (it draws Chinese). */
const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : await chromium.executablePath();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '.results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // one database and one story at a time: journeys change what others count
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // a trace doubles the time and reads blobs the pages' own policy forbids; the picture and the tree of a failure are kept without it
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
  webServer: {
    command: `node ${new URL('fixtures/serve.ts', import.meta.url).pathname}`,
    url: `http://localhost:${PORT}/healthz`,
    timeout: 180_000,
    // the journeys count what they change: a server of somebody's own choosing is taken, one that happens to run is not
    reuseExistingServer: process.env['E2E_PORT'] !== undefined,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    env: { E2E_PORT: String(PORT) },
    stdout: 'pipe',
  },
});
