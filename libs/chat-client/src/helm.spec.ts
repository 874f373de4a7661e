import { type Mode, MODES } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Helm } from './helm.js';
import type { TabMessage } from './tabs/tab-message.js';
import type { TabChannel, TabPlatform } from './tabs/tab-platform.js';
import { ME, type Opening, ScriptedTransport } from './testing/scripted-transport.js';
import type { Transport } from './transport.js';
import { type ChatView, firstView } from './view.js';

describe('the helm of a tab', () => {
  let view: ChatView;
  let used: Mode[];
  let channel: TabChannel;
  /** Whether another tab has the lock. */
  let led: boolean;
  let helm: Helm;
  let transports: Record<Mode, Transport>;
  let openings: Opening[];

  const request = (async (_name: string, { ifAvailable }: LockOptions, granted: (lock: Lock | null) => Promise<void>) => {
    if (!ifAvailable) return new Promise(() => {});
    return granted(led ? null : ({} as Lock));
  }) as TabPlatform['locks']['request'];
  const platform: TabPlatform = {
    locks: { request },
    channel: () => (channel = { onmessage: null, postMessage: () => {}, close: () => {} }),
    visible: () => true,
  };
  const hear = (data: TabMessage) => channel.onmessage!({ data } as MessageEvent<TabMessage>);

  /** Goes its way as a connection would: asks whether it leads, and opens. */
  async function open(): Promise<AbortController> {
    const closing = new AbortController();
    const attempt = { signal: closing.signal, cursor: () => '', onChannel: () => {} } as unknown as Parameters<Transport['open']>[0];
    void transports.poll.open(attempt)[Symbol.asyncIterator]().next();
    await jest.advanceTimersByTimeAsync(0);
    return closing;
  }

  beforeEach(() => {
    jest.useFakeTimers();
    [view, used, led, openings] = [firstView('auto', 2_000, {} as ChatView['meters']), [], true, []];
    const ports = {
      view: () => view,
      show: (change: Partial<ChatView>) => void (view = { ...view, ...change }),
      lane: () => null,
      use: async (mode: Mode) => {
        used.push(mode);
        view = { ...view, mode };
        return { outcome: 'switched' } as ChatView['lastSwitch'] & object;
      },
      wake: () => {},
      reachable: async () => true,
      hurry: () => {},
      userId: () => ME.id,
      here: () => null,
      memory: null,
    };
    helm = new Helm(ports, 'auto', platform);
    const scripted = MODES.map((mode) => [mode, new ScriptedTransport(mode, (opening) => openings.push(opening))]);
    transports = helm.share(Object.fromEntries(scripted) as Record<Mode, Transport>);
    helm.start();
  });
  afterEach(() => {
    helm.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[Y2][Y3][U4] a tab that followed when it was frozen leads when it comes back and nobody else does, and keeps to the choice of all', async () => {
    const following = await open();
    hear({ kind: 'beat', state: { mode: 'poll', live: true, visible: true, choice: 'poll', turn: 1, pollIntervalMs: 2_000, setbacks: [], offer: null } });
    expect([view.follows, view.choice, view.mode]).toEqual([true, 'poll', 'poll']);
    following.abort();
    helm.stop();
    expect(view.follows).toBe(false);
    led = false;
    used = [];
    helm.start();
    const leading = await open();
    helm.networkChanged();
    expect([helm.follows, view.follows, view.choice, view.mode, used]).toEqual([false, false, 'poll', 'poll', []]);
    leading.abort();
  });

  it('[Y3] goes on to the chosen mode that it was on the way to when it was frozen', async () => {
    const following = await open();
    hear({ kind: 'beat', state: { mode: 'websocket', live: true, visible: true, choice: 'poll', turn: 1, pollIntervalMs: 2_000, setbacks: [], offer: null } });
    following.abort();
    helm.stop();
    helm.start();
    expect([view.choice, view.mode]).toEqual(['poll', 'poll']);
  });
});
