import type { Rule } from './rule';

type Rules<T> = { readonly [K in keyof T]: Rule<T[K]> };

/** What one person wants on this device, kept in localStorage and the same in all tabs. On the server, and where nothing can be stored, it is what it is to begin with. */
export class PreferenceStore<T extends object> {
  readonly defaults: T;
  private current: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly rules: Rules<T>,
  ) {
    this.defaults = this.valid({});
    this.current = this.load();
    if (typeof window !== 'undefined') window.addEventListener('storage', (event) => event.key === key && this.show(this.load()));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly get = (): T => this.current;

  set(change: Partial<T>): void {
    this.show(this.valid({ ...this.current, ...change }));
    try {
      localStorage.setItem(this.key, JSON.stringify(this.current));
    } catch {
      return;
    }
  }

  private show(preferences: T): void {
    this.current = preferences;
    for (const listener of this.listeners) listener();
  }

  private load(): T {
    try {
      const stored = localStorage.getItem(this.key);
      return stored ? this.valid(JSON.parse(stored)) : this.defaults;
    } catch {
      return this.defaults;
    }
  }

  private valid(stored: unknown): T {
    const found = (stored ?? {}) as Record<string, unknown>;
    const rules = Object.entries<Rule<unknown>>(this.rules);
    return Object.fromEntries(rules.map(([key, { fallback, allows }]) => [key, allows(found[key]) ? found[key] : fallback])) as T;
  }
}
