import type { TabPlatform } from '@fourways/chat-client';
import type { TinyLocks } from './tiny-locks.js';

type TabChannel = ReturnType<TabPlatform['channel']>;

/** A tab of one browser: real BroadcastChannel, shared locks, and what happens to tabs. */
export class Tab implements TabPlatform {
  private seen = true;
  private frozen = false;

  constructor(readonly locks: TinyLocks) {}

  visible(): boolean {
    return this.seen;
  }

  hide(): void {
    this.seen = false;
  }

  /** Hangs without a sign: says and hears nothing more, and keeps its lock. */
  freeze(on = true): void {
    this.frozen = on;
  }

  channel(name: string): TabChannel {
    const real = new BroadcastChannel(name);
    const channel: TabChannel = {
      onmessage: null,
      postMessage: (message) => void (this.frozen || real.postMessage(message)),
      close: () => real.close(),
    };
    real.onmessage = (event) => {
      if (!this.frozen) channel.onmessage?.(event as MessageEvent);
    };
    return channel;
  }
}
