import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import { ChatContext } from './chat-context';
import type { ChatStore } from './chat-store';
import { TypingLine } from './typing-line';

afterEach(cleanup);

it.each([
  [0, ''],
  [1, 'Ann is typing…'],
  [2, 'Ann and Bob are typing…'],
  [4, 'Ann and 3 others are typing…'],
])('[ux J1] names who is typing in this room, and counts the others: %i', (count, said) => {
  const typing = ['Ann', 'Bob', 'Cleo', 'Dan'].slice(0, count).map((name) => ({ roomId: 'here', user: { id: name, name } }));
  const view = { typing: [{ roomId: 'elsewhere', user: { id: 'eve', name: 'Eve' } }, ...typing] };
  const store = { subscribe: () => () => {}, view: () => view, serverView: () => view } as unknown as ChatStore;
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ChatContext value={store}>
        <TypingLine roomId="here" />
      </ChatContext>
    </NextIntlClientProvider>,
  );
  expect(screen.getByTestId('typing').textContent).toBe(said);
});
