import { test } from '@playwright/test';

/**
 * Runs what must find nothing lost or doubled. Where it does, on a page that says it has everything, the test has failed for good:
 * a second try that passes is not counted.
 */
export async function nothingLost(check: () => Promise<void>, saysInSync = async () => true): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (await saysInSync()) test.info().annotations.push({ type: 'lost' });
    throw error;
  }
}
