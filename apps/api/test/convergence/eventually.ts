const LOOK_MS = 50;

/**
 * Looks again and again, at most `looks` times, whether something is so. The measure is turns of the event loop, not seconds:
 * on a busy machine it waits longer, and what hangs does not get away.
 */
export async function eventually(condition: () => boolean, looks: number): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return condition();
}
