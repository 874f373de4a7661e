const OFFLINE_AFTER_MS = 5_000;
/** A page that nobody looks at asks a server that is away less often; it is asked at once when it is looked at again. */
const HIDDEN = { afterFailures: 3, delayMs: 30_000 };

/** A run of failed attempts: how many, the wait for the next one, and whether it is time to say `offline`. */
export class Trouble {
  /** Failed attempts since the last up-to-date frame. */
  failures = 0;
  private offline = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private offlineTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly show: (status: 'connecting' | 'offline') => void) {}

  /**
   * An attempt has failed: calls `retry` after `delayMs`, or later while nobody looks; returns the wait in ms. Shows `offline` 5 s after the first failure of the run, and
   * at once if the browser believes to be offline too.
   */
  failed(delayMs: number, retry: () => void): number {
    this.failures++;
    this.offline ||= globalThis.navigator?.onLine === false;
    this.show(this.offline ? 'offline' : 'connecting');
    clearTimeout(this.retryTimer);
    const waitMs = this.unseen ? Math.max(delayMs, HIDDEN.delayMs) : delayMs;
    this.retryTimer = setTimeout(retry, waitMs);
    this.offlineTimer ??= setTimeout(() => this.giveIn(), OFFLINE_AFTER_MS);
    return waitMs;
  }

  /** An attempt was refused while another connection still delivers: calls `retry` after `delayMs`, and shows nothing. */
  refused(delayMs: number, retry: () => void): void {
    this.failures++;
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(retry, delayMs);
  }

  /** The wait is over, or not wanted any more; the run goes on. */
  stopWaiting(): void {
    clearTimeout(this.retryTimer);
  }

  /** The run is over. */
  clear(): void {
    this.stopWaiting();
    clearTimeout(this.offlineTimer);
    this.offlineTimer = undefined;
    this.offline = false;
    this.failures = 0;
  }

  private get unseen(): boolean {
    return this.failures > HIDDEN.afterFailures && globalThis.document?.visibilityState === 'hidden';
  }

  private giveIn(): void {
    this.offline = true;
    this.show('offline');
  }
}
