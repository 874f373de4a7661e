import type { TabMessage } from './tab-message.js';

export interface TabChannel {
  onmessage: ((event: MessageEvent<TabMessage>) => void) | null;
  postMessage(message: TabMessage): void;
  close(): void;
}

/** What tabs share: Web Locks, BroadcastChannel, and whether this one can be seen. */
export interface TabPlatform {
  readonly locks: Pick<LockManager, 'request'>;
  channel(name: string): TabChannel;
  visible(): boolean;
}

/** The browser's; null where it has no Web Locks, as on a page that is not a secure context. */
export function browserTabs(): TabPlatform | null {
  if (typeof document === 'undefined' || !globalThis.navigator?.locks || !globalThis.BroadcastChannel) return null;
  return {
    locks: navigator.locks,
    channel: (name) => new BroadcastChannel(name) as TabChannel,
    visible: () => document.visibilityState === 'visible',
  };
}
