import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { ServerProcess } from '../../api/test/server-process';

interface Shared {
  readonly server: ServerProcess;
}

/** With its pages, and with the usual limits where nothing is said. */
const SETTINGS = { HOST_WEB: 'on', HOST: '127.0.0.1', MESSAGES_PER_SECOND: '1000', ROOMS_PER_HOUR: '', SIGN_INS_PER_MINUTE: '' };
const START_MS = 60_000;

/** A test whose addresses are those of a server that belongs to its worker, so that nobody reads what the tests beside it write. */
export const test = base.extend<object, Shared>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern that nothing else is needed
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'fourways-e2e-'));
      const server = await ServerProcess.create(dataDir, { settings: SETTINGS, startMs: START_MS });
      await use(server);
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: START_MS + 10_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
});
