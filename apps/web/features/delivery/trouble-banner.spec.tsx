import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ConnectionStatus } from '@fourways/chat-client';
import { NextIntlClientProvider } from 'next-intl';
import { ChatContext } from '@/features/room/chat-context';
import type { ChatStore } from '@/features/room/chat-store';
import en from '@/messages/en.json' with { type: 'json' };
import { TroubleBanner } from './trouble-banner';

let view = { status: 'in-sync' as ConnectionStatus, offer: null };
const listeners = new Set<() => void>();
const store = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  view: () => view,
  serverView: () => view,
} as unknown as ChatStore;

function become(status: ConnectionStatus): void {
  view = { ...view, status };
  act(() => listeners.forEach((listener) => listener()));
}

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
const banner = () => screen.getByTestId('banner').textContent;

describe('the banner', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    view = { status: 'in-sync', offer: null };
    render(
      <NextIntlClientProvider locale="en" messages={en}>
        <ChatContext value={store}>
          <TroubleBanner />
        </ChatContext>
      </NextIntlClientProvider>,
    );
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  it('[ux F2] comes after five seconds of trouble, says what still works, and goes at once', () => {
    become('connecting');
    pass(4_900);
    expect(banner()).toBe('');
    become('offline');
    pass(100);
    expect(banner()).toBe(en.banner.offline);
    become('in-sync');
    expect(banner()).toBe('');
  });

  it('[ux F2] does not come for a blip', () => {
    become('connecting');
    pass(3_000);
    become('in-sync');
    become('catching-up');
    pass(3_000);
    expect(banner()).toBe('');
  });
});
