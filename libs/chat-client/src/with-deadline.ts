import { unreachable } from './unreachable.js';

/** Runs something abortable that must be done within `ms`; `signal` ends it earlier. Leaves no timer and no listener. */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(unreachable(`No answer within ${ms / 1000} s`)), ms);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // Node's fetch waits for ever for the body that a 304 with a Content-Length announces and never has.
    controller.abort();
  }
}
