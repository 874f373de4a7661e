import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Room } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import { ChatContext } from '@/features/room/chat-context';
import type { ChatStore } from '@/features/room/chat-store';
import en from '@/messages/en.json' with { type: 'json' };
import { RoomDetailsForm } from './room-details-form';

const changeRoom = jest.fn<(roomId: string, change: object) => Promise<void>>();
const store = { client: { changeRoom } } as unknown as ChatStore;

beforeEach(() => void changeRoom.mockResolvedValue());
afterEach(() => {
  cleanup();
  jest.clearAllMocks();
});

const form = (name: string, topic: string) => (
  <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
    <ChatContext value={store}>
      <RoomDetailsForm room={{ id: 'r', name, topic, ownerId: 'ada' } as Room} />
    </ChatContext>
  </NextIntlClientProvider>
);
const type = (field: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } });
const save = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));
const saved = () => changeRoom.mock.calls.map(([, change]) => change);

it('saves what was changed in it, and does not undo what somebody else has changed meanwhile', async () => {
  const { rerender } = render(form('garden', 'roses'));
  rerender(form('park', 'trees'));
  type('Topic', 'tulips');
  await save();
  expect(saved()).toEqual([{ topic: 'tulips' }]);
  await save();
  expect(saved()).toHaveLength(1);
  type('Room name', 'orchard');
  await save();
  expect(saved()[1]).toEqual({ name: 'orchard' });
});

it('saves nothing twice, and an earlier text once more', async () => {
  render(form('garden', 'roses'));
  type('Topic', 'tulips ');
  await save();
  await save();
  type('Topic', 'roses');
  await save();
  expect(saved()).toEqual([{ topic: 'tulips ' }, { topic: 'roses' }]);
});
