import { versionWatch } from '@/features/version/version-watch';

const RETRY_MS = 5_000;

/**
 * A part of the page: what cannot be fetched now (the line is down) is tried again. A newer version has it under another name:
 * then it never comes, its stand-in stays, and the page says that there is a newer one.
 */
export async function untilFetched<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      if (await versionWatch.check()) return new Promise(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
