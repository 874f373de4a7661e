import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

const LISTENING = /^DevTools listening on (ws:\S+)/;
/** A page that a test has answered in the server's place is taken for one of the internet, which may not reach this machine. */
const REACHABLE = '--disable-features=LocalNetworkAccessChecks';
const FLAGS = ['--headless=new', '--remote-debugging-port=0', '--no-first-run', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--window-size=1280,800', '--lang=en-GB', REACHABLE];

/**
 * A Chromium as people have it: a tab behind another one is hidden, its timers are throttled, it can be frozen, and there
 * is a back-forward cache. One that Playwright starts itself takes all of its pages for visible and focused.
 */
export class Desktop {
  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<Desktop> {
    const profile = mkdtempSync(join(tmpdir(), 'fourways-desktop-'));
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const started = spawn(process.env.CHROMIUM_PATH ?? chromium.executablePath(), [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return new Desktop(started, profile, await chromium.connectOverCDP(await addressOf(started), { noDefaults: true }));
  }

  /** Its one window. */
  get window(): BrowserContext {
    return this.browser.contexts()[0]!;
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    const devtools = await this.browser.newBrowserCDPSession();
    await devtools.send('Browser.close').catch(() => this.process.kill());
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20 });
  }
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  for await (const line of createInterface(stderr!)) {
    const address = LISTENING.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Chromium has ended without a word');
}
