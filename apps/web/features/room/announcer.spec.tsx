import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { SwitchReport } from '@fourways/chat-client';
import { ChatError, type Message, type RoomTimeline } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import { Announcer } from './announcer';
import { ChatContext } from './chat-context';
import type { ChatStore } from './chat-store';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

interface Scene {
  messages?: Message[];
  lastSwitch?: Partial<SwitchReport>;
  failed?: string[];
}

function scene({ messages = [], lastSwitch, failed = [] }: Scene) {
  const outbox = failed.map((clientMsgId) => ({ clientMsgId, state: 'failed', error: new ChatError('rate') }));
  const view = { lastSwitch: lastSwitch ?? null, outbox };
  const store = { subscribe: () => () => {}, view: () => view, serverView: () => view } as unknown as ChatStore;
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ChatContext value={store}>
        <Announcer timeline={{ messages, roomSeq: 0 } as unknown as RoomTimeline} userId="ada" />
      </ChatContext>
    </NextIntlClientProvider>
  );
}

const said = (body: string, roomSeq: number) => ({ id: `m${roomSeq}`, roomSeq, body, author: { id: 'bob', name: 'Bob' } }) as Message;

/** What a change of the page adds to it: what a screen reader speaks. */
async function spoken(change: () => void): Promise<(string | null)[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  await act(async () => change());
  observer.disconnect();
  return records.flatMap(({ type, target, addedNodes }) => (type === 'characterData' ? [target.textContent] : [...addedNodes].map(({ textContent }) => textContent)));
}

describe('what is spoken', () => {
  it('[ux I2] is spoken again when somebody says the same once more', async () => {
    const { rerender } = render(scene({}));
    const first = [said('ok', 1)];
    expect(await spoken(() => rerender(scene({ messages: first })))).toEqual(['Bob: ok']);
    await act(async () => void jest.advanceTimersByTime(2_000));
    expect(await spoken(() => rerender(scene({ messages: [...first] })))).toEqual([]);
    expect(await spoken(() => rerender(scene({ messages: [...first, said('ok', 2)] })))).toEqual(['Bob: ok']);
  });

  it('[ux I2] is each change of the mode, also the same one again', async () => {
    const change = (at: number) => ({ outcome: 'switched', from: 'poll', to: 'sse', cause: 'fallback', at }) as const;
    const { rerender } = render(scene({ lastSwitch: change(1) }));
    expect(await spoken(() => rerender(scene({ lastSwitch: change(1) })))).toEqual([]);
    expect(await spoken(() => rerender(scene({ lastSwitch: change(2) })))).toHaveLength(1);
  });

  it('[ux I2] is every own message that fails, and none twice', async () => {
    const { rerender } = render(scene({}));
    const sentence = 'Your message was not sent: Too fast: wait a moment.';
    expect(await spoken(() => rerender(scene({ failed: ['b'] })))).toEqual([sentence]);
    expect(await spoken(() => rerender(scene({ failed: ['a', 'b'] })))).toEqual([sentence]);
    expect(await spoken(() => rerender(scene({ failed: ['a', 'b', 'c'] })))).toEqual([sentence]);
    expect(await spoken(() => rerender(scene({ failed: ['a'] })))).toEqual([]);
    expect(screen.getByRole('alert').getAttribute('aria-atomic')).toBe('false');
  });
});
