import { setMaxListeners } from 'node:events';

const LIMIT_MS = 15_000;

/** Makes one check. Whatever it has opened ends with it, and one that takes too long has failed. */
export async function judge({ check, limitMs = LIMIT_MS }, world) {
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const since = performance.now();
  const verdict = (reason) => ({ passed: reason === undefined, reason, ms: performance.now() - since });
  const limit = setTimeout(() => over.abort(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  try {
    await Promise.race([check(world.within(over.signal)), end(over.signal)]);
    return verdict();
  } catch (error) {
    return verdict((over.signal.reason ?? error).message);
  } finally {
    clearTimeout(limit);
    over.abort(new Error('the check is over'));
  }
}

const end = (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
