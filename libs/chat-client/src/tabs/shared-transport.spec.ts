import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { frameOf, ScriptedTransport } from '../testing/scripted-transport.js';
import type { Attempt, Delivery } from '../transport.js';
import { SharedTransport } from './shared-transport.js';
import type { Relay, TabGroup } from './tab-group.js';

describe('a transport of a tab that follows', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('[Y1] is not ended by an outage that was over in time, however often the leading tab told of it', async () => {
    let relay: Relay | undefined;
    const group = { leads: async () => false, listen: (each: Relay) => ((relay = each), () => {}) } as unknown as TabGroup;
    const closing = new AbortController();
    const heard: Delivery[] = [];
    let ended = false;
    const run = async () => {
      for await (const delivery of new SharedTransport(new ScriptedTransport('sse', () => {}), group).open({ signal: closing.signal } as Attempt)) heard.push(delivery);
    };
    const over = run().finally(() => (ended = true));
    over.catch(() => {});
    await jest.advanceTimersByTimeAsync(0);
    relay!.down();
    await jest.advanceTimersByTimeAsync(500);
    relay!.down();
    relay!.heard({ kind: 'frame', frame: frameOf(0, 1) });
    await jest.advanceTimersByTimeAsync(5_000);
    expect([heard.length, ended]).toEqual([1, false]);
    closing.abort();
    await over;
    expect(jest.getTimerCount()).toBe(0);
  });
});
