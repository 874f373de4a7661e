import type { TabPlatform } from '@fourways/chat-client';

type Granted = (lock: Lock | null) => unknown;

interface Request {
  grant(lock: Lock | null): void;
  fail(error: unknown): void;
}

/** One named lock: who holds it, and who waits for it. */
class TinyLock {
  private holder: Request | null = null;
  private queue: Request[] = [];

  constructor(private readonly name: string) {}

  ask(options: LockOptions, granted: Granted): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request: Request = {
        fail: reject,
        grant: (lock) => void this.run(request, () => granted(lock)).then(resolve, reject),
      };
      if (options.steal) this.steal(request);
      else if (!this.holder) this.give(request);
      else if (options.ifAvailable) request.grant(null);
      else this.wait(request, options.signal);
    });
  }

  private async run(request: Request, granted: () => unknown): Promise<unknown> {
    try {
      return await granted();
    } finally {
      if (this.holder === request) this.next();
    }
  }

  private give(request: Request): void {
    this.holder = request;
    request.grant({ name: this.name, mode: 'exclusive' });
  }

  private steal(request: Request): void {
    this.holder?.fail(new DOMException('Stolen', 'AbortError'));
    this.give(request);
  }

  private wait(request: Request, signal?: AbortSignal): void {
    this.queue.push(request);
    signal?.addEventListener('abort', () => {
      this.queue = this.queue.filter((each) => each !== request);
      request.fail(signal.reason);
    });
  }

  private next(): void {
    this.holder = null;
    const request = this.queue.shift();
    if (request) this.give(request);
  }
}

/** Web Locks (W3C) as far as tabs use them, for Node before 24: exclusive, `ifAvailable`, `steal` and `signal`. */
export class TinyLocks {
  private readonly locks = new Map<string, TinyLock>();

  readonly request = ((name: string, options: LockOptions, granted: Granted) => {
    const lock = this.locks.get(name) ?? new TinyLock(name);
    this.locks.set(name, lock);
    return lock.ask(options, granted);
  }) as TabPlatform['locks']['request'];
}
