// Finds a Chrome or Chromium for the end-to-end tests.
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) => names.map((name) => join(folder, name))),
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
};

export const noBrowser =
  'The end-to-end tests need Chrome or Chromium, and none was found. Install one (`npx playwright install chromium` is enough), or say where it is: CHROMIUM_PATH=/path/to/chrome.';

/** The path of a browser, or nothing. CHROMIUM_PATH alone decides when it is set. */
export function findBrowser({ CHROMIUM_PATH, PATH = '' } = process.env) {
  if (CHROMIUM_PATH) return [CHROMIUM_PATH].find(canRun);
  const onPath = PATH.split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(places[process.platform] ?? []), ...ofPlaywright()].find(canRun);
}

function ofPlaywright() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
