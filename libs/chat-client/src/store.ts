import type { ChatView } from './view.js';

/** Holds the current view and tells its subscribers, at most once per microtask, that there is a new one. */
export class Store {
  private readonly listeners = new Set<() => void>();
  private announced = false;

  constructor(private view: ChatView) {}

  readonly getSnapshot = (): ChatView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    const own = () => listener();
    this.listeners.add(own);
    return () => void this.listeners.delete(own);
  };

  /** Replaces parts of the view; a change that changes nothing is not announced. */
  update(change: Partial<ChatView>): void {
    const keys = Object.keys(change) as (keyof ChatView)[];
    if (keys.every((key) => Object.is(this.view[key], change[key]))) return;
    this.view = { ...this.view, ...change };
    if (this.announced) return;
    this.announced = true;
    queueMicrotask(() => this.announce());
  }

  private announce(): void {
    this.announced = false;
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
