import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const firstPort = Number(process.env.E2E_PORT || 4611);
const workers = 2;
/** Each worker reads this file anew: in it the number is its own. */
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const quiet = ['--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'e2e',
  outputDir: join(root, 'test-results'),
  workers,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${firstPort + worker}`,
    locale: 'en-GB',
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...quiet, ...asRoot] },
  },
  webServer: Array.from({ length: workers }, (_, index) => server(firstPort + index)),
});

/** Every worker has a server of its own, so that nobody reads what the tests beside it write. */
function server(port: number) {
  return {
    command: 'node apps/api/dist/main.js',
    cwd: root,
    url: `http://127.0.0.1:${port}/api/health/ready`,
    timeout: 60_000,
    env: {
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'fourways-e2e-')),
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      MESSAGES_PER_SECOND: '1000',
      NEXT_TELEMETRY_DISABLED: '1',
      WELCOME: 'off',
    },
  };
}
