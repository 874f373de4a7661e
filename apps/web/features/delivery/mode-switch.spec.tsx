import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ModeChoice } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import { ChatContext } from '@/features/room/chat-context';
import type { ChatStore } from '@/features/room/chat-store';
import { NextPaint } from '@/features/room/next-paint';
import en from '@/messages/en.json' with { type: 'json' };
import { ModeSwitch } from './mode-switch';

const FRAME_MS = 20;
let outcome: 'switched' | 'stayed';
let view: { choice: ModeChoice; mode: string; switchingTo: null; setbacks: []; pollIntervalMs: number };
let shown: typeof view;
const listeners = new Set<() => void>();
const paint = new NextPaint(() => {
  shown = view;
  listeners.forEach((listener) => listener());
});

async function use(choice: ModeChoice) {
  if (outcome === 'switched') view = { ...view, choice };
  paint.ask();
  return { outcome };
}

const store = {
  client: { use },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  view: () => shown,
  serverView: () => shown,
} as unknown as ChatStore;

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const settle = () => act(async () => {});
const frame = () => act(async () => void jest.advanceTimersByTime(FRAME_MS));

describe('the choice of a mode', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    outcome = 'switched';
    shown = view = { choice: 'sse', mode: 'sse', switchingTo: null, setbacks: [], pollIntervalMs: 2_000 };
    render(
      <NextIntlClientProvider locale="en" messages={en}>
        <ChatContext value={store}>
          <ModeSwitch />
        </ChatContext>
      </NextIntlClientProvider>,
    );
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  it('is shown from the click on, without the old one coming back in between', async () => {
    fireEvent.click(radio('WebSocket'));
    expect(radio('WebSocket').checked).toBe(true);
    await settle();
    expect(radio('WebSocket').checked).toBe(true);
    await frame();
    expect(radio('WebSocket').checked).toBe(true);
    expect(radio('SSE').checked).toBe(false);
  });

  it('is the old one again when the other did not come up', async () => {
    outcome = 'stayed';
    fireEvent.click(radio('WebSocket'));
    await settle();
    await frame();
    expect(radio('SSE').checked).toBe(true);
  });
});
