/** What somebody has chosen for this device alone. A choice of the person belongs to the server, one that the server's page needs to a cookie. */
export interface DevicePreferences {
  /** What sends a message: Enter, or Ctrl+Enter (⌘+Enter), with Enter for a new line. */
  sendWith: 'enter' | 'ctrl-enter';
  /** Whether the others are told that one types. */
  typingNotices: boolean;
  /** Whether the others in a small room are told how far one has read. */
  receipts: boolean;
}

type Name = keyof DevicePreferences;

interface Rule<T> {
  readonly initial: T;
  readonly accepts: (value: unknown) => value is T;
}

const rules: { readonly [K in Name]: Rule<DevicePreferences[K]> } = {
  sendWith: oneOf('enter', 'ctrl-enter'),
  typingNotices: yesOrNo(true),
  receipts: yesOrNo(true),
};

const KEY = 'fourways.preference.';

/** Keeps the choices in this browser; all of its tabs follow. */
export class DevicePreferenceStore {
  private readonly known = new Map<Name, DevicePreferences[Name]>();
  private readonly listeners = new Set<() => void>();

  constructor() {
    if (typeof window !== 'undefined') window.addEventListener('storage', ({ key }) => this.changedElsewhere(key));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get<K extends Name>(name: K): DevicePreferences[K] {
    if (!this.known.has(name)) this.known.set(name, stored(name));
    return this.known.get(name) as DevicePreferences[K];
  }

  set<K extends Name>(name: K, value: DevicePreferences[K]): void {
    this.known.set(name, value);
    try {
      localStorage.setItem(KEY + name, JSON.stringify(value));
    } catch {
      // A full or forbidden storage: the choice holds until the page is closed.
    }
    this.announce();
  }

  /** `key` is null when everything was cleared. */
  private changedElsewhere(key: string | null): void {
    if (key !== null && !key.startsWith(KEY)) return;
    this.known.clear();
    this.announce();
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export const devicePreferences = new DevicePreferenceStore();

/** What a page rendered by the server, which cannot know better, begins with. */
export function initialPreference<K extends Name>(name: K): DevicePreferences[K] {
  return rules[name].initial;
}

function stored<K extends Name>(name: K): DevicePreferences[K] {
  const { initial, accepts } = rules[name];
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY + name) ?? 'null');
    return accepts(value) ? value : initial;
  } catch {
    return initial;
  }
}

function oneOf<T extends string>(...values: [T, ...T[]]): Rule<T> {
  return { initial: values[0], accepts: (value): value is T => values.includes(value as T) };
}

function yesOrNo(initial: boolean): Rule<boolean> {
  return { initial, accepts: (value): value is boolean => typeof value === 'boolean' };
}
