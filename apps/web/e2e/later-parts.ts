import type { Page } from '@playwright/test';

/** In pages that are opened from now on, what `useLater` would fetch stays away. */
export async function fetchNothingLater(page: Page): Promise<void> {
  await page.addInitScript((laterMs) => {
    const setTimer = window.setTimeout;
    Object.assign(window, { setTimeout: (work: () => void, ms?: number) => setTimer(work, ms === laterMs ? 3_600_000 : ms) });
  }, 3_000);
}

/** Scripts that are asked for from now on do not come until the returned function is called. */
export async function holdParts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_next/static/chunks/**', (route) => released.then(() => route.continue()));
  return release;
}
