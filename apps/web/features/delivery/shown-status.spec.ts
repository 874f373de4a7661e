import { describe, expect, it } from '@jest/globals';
import type { ChatView, ConnectionStatus } from '@fourways/chat-client';
import type { Mode, ModeChoice } from '@fourways/chat-core';
import { shownStatusOf } from './shown-status';

const shown = (status: ConnectionStatus, choice: ModeChoice, mode: Mode, ...failing: Mode[]) =>
  shownStatusOf({ status, choice, mode, setbacks: failing.map((each) => ({ mode: each, reason: 'refused', nextTryTs: 0 })) } as unknown as ChatView);

describe('[ux F1] what one is told of the connection', () => {
  it('is that it is degraded where Auto had to take a lesser way', () => {
    expect(shown('in-sync', 'auto', 'sse', 'websocket')).toBe('degraded');
    expect(shown('in-sync', 'auto', 'poll', 'long-poll')).toBe('degraded');
  });

  it('is that it is in sync where nothing better fails, or she has chosen the way herself', () => {
    expect(shown('in-sync', 'auto', 'websocket')).toBe('in-sync');
    expect(shown('in-sync', 'auto', 'websocket', 'sse')).toBe('in-sync');
    expect(shown('in-sync', 'poll', 'poll', 'websocket')).toBe('in-sync');
  });

  it.each(['idle', 'connecting', 'catching-up', 'offline', 'signed-out', 'closed'] as const)('is %s when it is, by whatever way', (status) => {
    expect(shown(status, 'auto', 'sse', 'websocket')).toBe(status);
  });
});
