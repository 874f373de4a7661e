// npm run test:e2e: the end-to-end tests in a real browser against the built server, with Playwright's arguments passed on.
// Two run at a time; after them, one by one, those that are tagged `@alone`, since they measure time.
import { pathToFileURL } from 'node:url';
import { findBrowser, noBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { prepareEnvironment } from './environment.mjs';
import { endWithChildren, runNode } from './processes.mjs';
import { giveUp, step } from './steps.mjs';
import { at } from './workspace.mjs';

export const together = ['--grep-invert', '@alone'];
export const alone = ['--grep', '@alone', '--workers', '1'];

/** Like `run`, and with a failure as its answer when there is no browser. */
export async function e2e(args, options = {}) {
  const browser = findBrowser();
  if (!browser) {
    console.error(noBrowser);
    return { code: 1, timedOut: false };
  }
  const playwright = [at('node_modules/@playwright/test/cli.js'), 'test', '--config', at('apps/web/playwright.config.ts'), ...args];
  return runNode(playwright, { show: true, ...options, env: { CHROMIUM_PATH: browser, ...options.env } });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  prepareEnvironment();
  endWithChildren();
  await step('Build', build).catch(giveUp);
  const wishes = process.argv.slice(2);
  let failed = 0;
  for (const args of wishes.length > 0 ? [wishes] : [together, alone]) failed += (await e2e(args, { limitSeconds: 3600 })).code;
  process.exit(failed > 0 ? 1 : 0);
}
