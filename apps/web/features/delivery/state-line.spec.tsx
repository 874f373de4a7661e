import { afterEach, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { ChatError } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import { ChatContext } from '@/features/room/chat-context';
import type { ChatStore } from '@/features/room/chat-store';
import en from '@/messages/en.json' with { type: 'json' };
import { SetbackLine } from './setback-line';
import { StateLine } from './state-line';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 60 * 60_000;

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

it('tells how long it is to the next attempt from now, and not from when the page was drawn', () => {
  jest.useFakeTimers({ now: NOW });
  const setbacks = [{ mode: 'websocket', reason: 'refused', nextTryTs: NOW + 8_000 }];
  const view = { status: 'offline', setbacks, mode: 'sse', choice: 'auto', problem: new ChatError('unreachable'), switchingTo: null, nextAttemptTs: NOW + 5_000 };
  const store = { subscribe: () => () => {}, view: () => view, serverView: () => view } as unknown as ChatStore;
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date(NOW - 3 * HOUR_MS)}>
      <ChatContext value={store}>
        <StateLine />
        <SetbackLine mode="websocket" />
      </ChatContext>
    </NextIntlClientProvider>,
  );
  expect(container.textContent).toContain('in 5 seconds');
  expect(screen.getByTestId('setback-websocket').textContent).toContain('in 8 seconds');
  act(() => void jest.advanceTimersByTime(2_000));
  expect(container.textContent).toContain('in 3 seconds');
  expect(screen.getByTestId('setback-websocket').textContent).toContain('in 6 seconds');
});
