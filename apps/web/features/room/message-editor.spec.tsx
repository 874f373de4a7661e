import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { LIMITS, type Mentions, type Message } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import { ChatContext } from './chat-context';
import type { ChatStore } from './chat-store';
import { MessageEditor } from './message-editor';

const ADA = { id: 'ada', name: 'Ada' };
const BOB = { id: 'bob', name: 'Bob' };
const OTHER_BOB = { id: 'other-bob', name: 'Bob' };

const edit = jest.fn<(roomId: string, messageId: string, body: string, more: object) => Promise<void>>(async () => {});
const people = async () => ({ people: [BOB, OTHER_BOB], hasMore: false });
const getSnapshot = () => ({ timeline: { me: ADA, rooms: new Map() }, presence: [{ user: BOB }, { user: OTHER_BOB }] });
const store = { client: { edit, people, getSnapshot } } as unknown as ChatStore;
const done = jest.fn();
const outside = jest.fn();
Element.prototype.scrollIntoView = () => {};

function open(body = 'hello', mentions?: Mentions, attachments?: Message['attachments']) {
  const message = { id: 'm', roomId: 'r', body, updatedSeq: 7, ...(mentions && { mentions }), ...(attachments && { attachments }) } as Message;
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ChatContext value={store}>
        <div onKeyDown={outside}>
          <MessageEditor message={message} onDone={done} />
        </div>
      </ChatContext>
    </NextIntlClientProvider>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit your message' });
  return { field, type: (text: string) => fireEvent.change(field, { target: { value: text } }) };
}

const saved = () => edit.mock.calls.map(([, , body, more]) => ({ body, ...more }));
const enter = { key: 'Enter', keyCode: 13 };

describe('editing a message in its place', () => {
  beforeEach(() => {
    window.matchMedia = (() => ({ matches: false })) as unknown as typeof window.matchMedia;
  });
  afterEach(() => {
    cleanup();
    jest.clearAllMocks();
  });

  it('[ux D2] keys that an input method composes with neither save nor cancel, and stay in the field', () => {
    const { field, type } = open();
    type('にほん');
    fireEvent.keyDown(field, { ...enter, isComposing: true });
    fireEvent.keyDown(field, { ...enter, keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Escape', keyCode: 229 });
    expect([saved(), done.mock.calls, outside.mock.calls]).toEqual([[], [], []]);
    fireEvent.keyDown(field, enter);
    expect(saved()).toEqual([{ body: 'にほん', updatedSeq: 7 }]);
  });

  it('[O7] lets the words beside a file be taken away, and only those', () => {
    const alone = open();
    alone.type(' ');
    fireEvent.keyDown(alone.field, enter);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    expect(saved()).toEqual([]);
    cleanup();
    const beside = open('hello', undefined, []);
    beside.type('');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false);
    fireEvent.keyDown(beside.field, enter);
    expect(saved()).toEqual([{ body: '', updatedSeq: 7 }]);
  });

  it('[ux I4] lets the page have its keys, but not the Esc that ends the editing', () => {
    const { field } = open();
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(field, { key: 'ArrowDown', altKey: true, shiftKey: true });
    fireEvent.keyDown(field, { key: 'Escape', shiftKey: true });
    expect([outside.mock.calls.length, done.mock.calls.length]).toEqual([3, 0]);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect([outside.mock.calls.length, done.mock.calls.length]).toEqual([3, 1]);
  });

  it('[ux D8] counts in the last tenth, and keeps what is too long without saving it', () => {
    const { field, type } = open();
    type('x'.repeat(LIMITS.bodyChars - 2));
    expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('2 characters left');
    expect(screen.getAllByText('2 characters left')).toHaveLength(2);
    type('x'.repeat(LIMITS.bodyChars + 1));
    expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('1 character too many');
    fireEvent.keyDown(field, enter);
    expect([saved(), field.value.length]).toEqual([[], LIMITS.bodyChars + 1]);
  });

  it('[ux D7] offers people, calls whom one picks, and Esc closes the list before the editor', async () => {
    const { field, type } = open();
    type('hello @Bo');
    await screen.findByRole('listbox');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect([screen.queryByRole('listbox'), done.mock.calls]).toEqual([null, []]);
    type('hello, @Bo');
    fireEvent.click((await screen.findAllByRole('option', { name: /Bob/ }))[1]!);
    fireEvent.keyDown(field, enter);
    expect(saved()).toEqual([{ body: 'hello, @Bob', updatedSeq: 7, mentions: ['other-bob'] }]);
  });

  it('calls whom it called before, as long as the name is there, and no namesake', () => {
    const { field, type } = open('@Bob, hello', { people: [OTHER_BOB] });
    type('@Bob, hello again');
    fireEvent.keyDown(field, enter);
    expect(saved()).toEqual([{ body: '@Bob, hello again', updatedSeq: 7, mentions: ['other-bob'] }]);
  });
});
