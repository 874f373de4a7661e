import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TabGroup, type TabPorts } from './tab-group.js';
import type { TabPlatform } from './tab-platform.js';

describe('TabGroup', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('[P3][Y2] a tab that leaves while it still joins leaves nothing running', async () => {
    let grant = () => {};
    const request = ((_name: string, _options: LockOptions, granted: (lock: Lock) => unknown) => {
      return new Promise<void>((resolve) => (grant = resolve)).then(() => granted({} as Lock));
    }) as unknown as TabPlatform['locks']['request'];
    const channel = () => ({ onmessage: null, postMessage: () => {}, close: () => {} });
    const ports = { userId: () => 'ada', state: () => ({}), moved: () => {} } as unknown as TabPorts;
    const group = new TabGroup({ locks: { request }, channel, visible: () => true }, ports);
    void group.leads();
    group.leave();
    grant();
    await jest.advanceTimersByTimeAsync(0);
    expect([group.follows, jest.getTimerCount()]).toEqual([false, 0]);
  });
});
