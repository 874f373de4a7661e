/** A wait that can be cut short. A poke while nobody waits makes the next wait return at once. */
export class Pace {
  private poked = false;
  private wake: (() => void) | null = null;

  poke(): void {
    if (this.wake) this.wake();
    else this.poked = true;
  }

  /** Forgets a poke: what follows answers it. */
  settle(): void {
    this.poked = false;
  }

  /** Resolves after `ms`, at a poke, or when `signal` aborts. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.poked || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        if (this.wake === done) this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.wake = done;
    });
  }
}
