import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { LIMITS } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import { useRef } from 'react';
import { preferences } from '@/features/preferences/preferences';
import en from '@/messages/en.json' with { type: 'json' };
import { ChatContext } from './chat-context';
import type { ChatStore } from './chat-store';
import { Composer } from './composer';
import { draftKey, drafts } from './drafts';

const post = jest.fn<(roomId: string, body: string) => void>();
const setTyping = jest.fn<(roomId: string, typing: boolean) => void>();
const editLast = jest.fn();
const view = { uploads: new Map() };
const store = { client: { post, setTyping }, subscribe: () => () => {}, view: () => view, serverView: () => view } as unknown as ChatStore;
let coarse = false;
let room = 0;

beforeEach(() => {
  room++;
  coarse = false;
  localStorage.clear();
  window.matchMedia = ((query: string) => ({ matches: coarse && query.includes('coarse') })) as typeof window.matchMedia;
});
afterEach(() => {
  cleanup();
  jest.clearAllMocks();
  preferences.set({ sendWith: 'enter' });
  preferences.set({ typingNotices: true });
});

function Page({ roomId, onCancel }: { roomId: string; onCancel: (() => void) | undefined }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ChatContext value={store}>
        <Composer key={roomId} field={field} roomId={roomId} roomName="#lobby" userId="ada" sources={[]} onPost={(body) => post(roomId, body)} onEditLast={editLast} onCancel={onCancel} />
      </ChatContext>
    </NextIntlClientProvider>
  );
}

function open(onCancel?: () => void) {
  const page = render(<Page roomId={`r${room}`} onCancel={onCancel} />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message #lobby' });
  return { ...page, field, type: (text: string) => fireEvent.change(field, { target: { value: text } }) };
}

const said = () => post.mock.calls.map(([, body]) => body);
const told = () => setTyping.mock.calls.map(([, typing]) => typing);

describe('sending', () => {
  it('[ux A10] Enter twice, a held Enter and a double click send one message', () => {
    const { field, type } = open();
    type('hello');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, repeat: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(said()).toEqual(['hello']);
    type('again');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, repeat: true });
    expect(said()).toEqual(['hello']);
    const button = screen.getByRole('button', { name: 'Send' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(said()).toEqual(['hello', 'again']);
  });

  it('[ux D1] Enter breaks the line where Ctrl+Enter was chosen, and the hint says so', () => {
    const { field, type } = open();
    type('hello');
    expect(document.getElementById('composer-hint')?.textContent).toMatch(/^Enter to send/);
    act(() => preferences.set({ sendWith: 'ctrl-enter' }));
    expect(document.getElementById('composer-hint')?.textContent).toMatch(/^Ctrl \+ Enter/);
    expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })).toBe(true);
    expect(said()).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, ctrlKey: true });
    expect(said()).toEqual(['hello']);
  });

  it('[ux D1] Enter breaks the line on a touch keyboard', () => {
    coarse = true;
    const { field, type } = open();
    type('hello');
    expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })).toBe(true);
    expect(said()).toEqual([]);
  });

  it('[ux D2] what an input method composes is not sent', () => {
    const { field, type } = open();
    type('かん');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(said()).toEqual([]);
  });

  it('[ux D8] counts in the last tenth, and keeps what is too long', () => {
    const { field, type } = open();
    const count = () => document.getElementById('composer-count')?.textContent;
    type('x'.repeat(LIMITS.bodyChars * 0.9 - 1));
    expect(count()).toBe('');
    type('x'.repeat(LIMITS.bodyChars * 0.9));
    expect(count()).toBe('800 characters left');
    const long = 'x'.repeat(LIMITS.bodyChars + 1);
    type(long);
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(said()).toEqual([]);
    expect(field.value).toBe(long);
    expect(count()).toBe('1 character too many');
    type(`${'x'.repeat(LIMITS.bodyChars)}  \n`);
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(said()[0]).toHaveLength(LIMITS.bodyChars);
  });

  it('[ux D8] says what is left when it begins to count, when little is left, and when it is too much, and not at every key', () => {
    const { container, type } = open();
    const heard = new Set<string | null>();
    for (let left = 802; left >= -3; left--) {
      type('x'.repeat(LIMITS.bodyChars - left));
      heard.add(container.querySelector('[role=status]:not(:empty)')?.textContent ?? null);
    }
    expect([...heard]).toEqual([null, '800 characters left', '100 characters left', '1 character too many']);
  });

  it('[ux D4] ↑ in an empty field edits the last message', () => {
    const { field, type } = open();
    type('a');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(editLast).not.toHaveBeenCalled();
    type('');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(editLast).toHaveBeenCalledTimes(1);
  });
});

describe('Esc', () => {
  it('[ux D4] goes no further where it cancels something, and further where it does not', () => {
    const cancel = jest.fn();
    const { field, unmount } = open(cancel);
    expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(false);
    expect(cancel).toHaveBeenCalledTimes(1);
    unmount();
    expect(fireEvent.keyDown(open().field, { key: 'Escape' })).toBe(true);
  });
});

describe('the draft', () => {
  it('[ux D3] comes back with its caret', () => {
    const key = draftKey('ada', `r${room}`);
    drafts.set(key, 'hello world');
    drafts.select(key, 5, 5);
    const { field } = open();
    expect(field.value).toBe('hello world');
    expect([field.selectionStart, field.selectionEnd]).toEqual([5, 5]);
  });
});

describe('telling that one types', () => {
  it('[ux D9] ends with sending, with leaving the field and with an empty field', () => {
    const { field, type } = open();
    type('a');
    expect(told()).toEqual([true]);
    type('');
    expect(told()).toEqual([true, false]);
    type('ab');
    fireEvent.blur(field);
    expect(told()).toEqual([true, false, true, false]);
    type('abc');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(told().at(-1)).toBe(false);
  });

  it('[ux D9] ends with leaving the room', () => {
    const { type, unmount } = open();
    type('a');
    unmount();
    expect(told()).toEqual([true, false]);
  });

  it('[ux D9] can be switched off, also in the middle of a word', () => {
    const { type } = open();
    type('a');
    act(() => preferences.set({ typingNotices: false }));
    type('ab');
    expect(told().slice(1)).not.toContain(true);
    expect(told().length).toBeGreaterThan(1);
  });
});
