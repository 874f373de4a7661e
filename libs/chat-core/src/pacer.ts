import { TIMING } from './timing.js';

/** One timer for all readers that have just been written to and must not be written to again in the same moment. */
export class Pacer {
  private readonly later = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly intervalMs: number = TIMING.coalesceMs) {}

  /** True when so little time has passed since `lastMs` that news should be collected first. */
  tooSoon(lastMs: number): boolean {
    return performance.now() - lastMs < this.intervalMs;
  }

  defer(task: () => void): void {
    this.later.add(task);
    this.timer ??= setTimeout(() => this.run(), this.intervalMs);
  }

  private run(): void {
    this.timer = undefined;
    const tasks = [...this.later];
    this.later.clear();
    for (const task of tasks) task();
  }
}
