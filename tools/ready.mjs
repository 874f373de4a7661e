// Waits until a server says that it can be used.
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when `GET /api/health/ready` answers 200; rejects after `limitSeconds`. */
export async function whenReady(url, limitSeconds) {
  const end = Date.now() + limitSeconds * 1000;
  while (!(await isReady(url))) {
    if (Date.now() > end) throw new Error(`${url} was not ready after ${limitSeconds} s.`);
    await pause(50);
  }
}

async function isReady(url) {
  try {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
