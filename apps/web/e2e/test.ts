import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { ServerProcess } from '../../api/test/server-process';

interface Shared {
  readonly server: ServerProcess;
}

/**
 * A test whose addresses are those of a server that belongs to its worker, so that nobody reads what the tests beside it write.
 * A test that is tried again has a worker, and with it a server, that knows nothing of the first try.
 */
export const test = base.extend<object, Shared>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern that nothing else is needed
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'fourways-e2e-'));
      const settings = { HOST_WEB: 'on', HOST: '127.0.0.1', MESSAGES_PER_SECOND: '1000' };
      const server = await ServerProcess.create(dataDir, { settings });
      await use(server);
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
});
