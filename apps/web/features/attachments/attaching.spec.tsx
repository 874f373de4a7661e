import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { OutboxFile, UploadView } from '@fourways/chat-client';
import { type Attachment, ChatError } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import { useRef } from 'react';
import { ChatContext } from '@/features/room/chat-context';
import type { ChatStore } from '@/features/room/chat-store';
import { Composer } from '@/features/room/composer';
import en from '@/messages/en.json' with { type: 'json' };
import { ChosenFiles, chosenFilesKey } from './chosen-files';

const post = jest.fn<(body: string, files: readonly OutboxFile[]) => void>();
const cancelUpload = jest.fn();
let view: { uploads: ReadonlyMap<string, UploadView> };
let listener = () => {};
let fates: Record<string, 'taken' | 'refused' | 'under way'>;
let room = 0;

const attachmentOf = ({ name, sizeBytes }: OutboxFile): Attachment => ({ attachmentId: `id of ${name}`, name, mediaType: 'application/octet-stream', sizeBytes });

function show(uploadId: string, upload: UploadView): void {
  view = { uploads: new Map(view.uploads).set(uploadId, upload) };
  listener();
}

const upload = jest.fn((_room: string, file: OutboxFile): Promise<Attachment> => {
  const fate = fates[file.name] ?? 'taken';
  if (fate === 'taken') {
    const attachment = attachmentOf(file);
    show(file.uploadId, { status: 'done', sentBytes: file.sizeBytes, attachment });
    return Promise.resolve(attachment);
  }
  const error = new ChatError('payload_too_large');
  show(file.uploadId, fate === 'refused' ? { status: 'failed', sentBytes: 0, error } : { status: 'uploading', sentBytes: 2 });
  return fate === 'refused' ? Promise.reject(error) : new Promise(() => {});
});

const subscribe = (hear: () => void) => {
  listener = hear;
  return () => {};
};
const store = { client: { upload, cancelUpload, setTyping: jest.fn() }, subscribe, view: () => view, serverView: () => view } as unknown as ChatStore;

function Page() {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <ChatContext value={store}>
        <Composer field={field} roomId={`r${room}`} roomName="#lobby" userId="ada" sources={[]} onPost={post} onEditLast={jest.fn()} onCancel={jest.fn()} />
      </ChatContext>
    </NextIntlClientProvider>
  );
}

const fileOf = (name: string, content = 'hello') => new File([content], name, { type: 'text/plain' });

async function choose(...files: File[]) {
  await act(async () => fireEvent.change(screen.getByTestId('file-input'), { target: { files } }));
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message #lobby' });
const cards = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

beforeEach(() => {
  room++;
  [view, fates] = [{ uploads: new Map() }, {}];
  localStorage.clear();
  window.matchMedia = (() => ({ matches: false })) as unknown as typeof window.matchMedia;
});
afterEach(() => {
  cleanup();
  jest.clearAllMocks();
});

describe('files beside the text', () => {
  it('[ux D5] are uploaded when chosen, and go with the text, or without one', async () => {
    render(<Page />);
    await choose(fileOf('plan.txt'), fileOf('list.txt'));
    expect(cards()).toEqual(['plan.txt5 byte', 'list.txt5 byte']);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls).toMatchObject([['', [{ name: 'plan.txt', attachment: { attachmentId: 'id of plan.txt' } }, { name: 'list.txt' }]]]);
    expect(cards()).toEqual([]);
  });

  it('[ux D5] keep their bytes until the message is stored, for the room forgets what no message names', async () => {
    render(<Page />);
    await choose(fileOf('plan.txt'));
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls[0]![1]).toMatchObject([{ name: 'plan.txt', attachment: { attachmentId: 'id of plan.txt' }, content: { size: 5 } }]);
  });

  it('[ux D5] a paste of text and file keeps both', async () => {
    render(<Page />);
    await act(async () => {
      const kept = fireEvent.paste(field(), { clipboardData: { files: [fileOf('shot.txt')], types: ['Files', 'text/plain'] } });
      expect(kept).toBe(true);
    });
    fireEvent.change(field(), { target: { value: 'look' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls).toMatchObject([['look', [{ name: 'shot.txt' }]]]);
  });

  it('[ux D5] a picture that is sent before it was looked at goes along; later it is shown as one', async () => {
    const looked: ((bitmap: object) => void)[] = [];
    Object.assign(globalThis, { createImageBitmap: () => new Promise((resolve) => looked.push(resolve)) });
    Object.assign(URL, { createObjectURL: () => 'blob:shot' });
    fates = { 'shot.png': 'under way' };
    const shot = () => new File(['png'], 'shot.png', { type: 'image/png' });
    render(<Page />);
    fireEvent.paste(field(), { clipboardData: { files: [shot()], types: ['Files'] } });
    fireEvent.change(field(), { target: { value: 'look' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls).toMatchObject([['look', [{ name: 'shot.png' }]]]);
    await act(async () => void fireEvent.paste(field(), { clipboardData: { files: [shot()], types: ['Files'] } }));
    const description = () => screen.queryByRole('textbox', { name: /^What shot.png shows/ });
    expect([cards().length, description()]).toEqual([1, null]);
    await act(async () => looked.forEach((look) => look({ width: 4, height: 3, close: () => {} })));
    expect(description()).not.toBeNull();
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls[1]).toMatchObject(['', [{ name: 'shot.png', width: 4, height: 3 }]]);
  });

  it('[ux K1] one that is refused says why, stops no other, stays behind, and can be tried again', async () => {
    fates = { 'big.txt': 'refused' };
    render(<Page />);
    await choose(fileOf('big.txt'), fileOf('small.txt'));
    expect(within(screen.getByRole('list')).getByRole('status').textContent).toBe('This is too large.');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls).toMatchObject([['', [{ name: 'small.txt' }]]]);
    expect(cards()).toEqual(['big.txtThis is too large.']);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post).toHaveBeenCalledTimes(1);
    fates = {};
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Upload big.txt again' })));
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(post.mock.calls[1]).toMatchObject(['', [{ name: 'big.txt' }]]);
  });

  it('[ux K1] tells how far one is, and breaks it off', async () => {
    fates = { 'slow.txt': 'under way' };
    render(<Page />);
    await choose(fileOf('slow.txt'));
    expect(screen.getByRole('progressbar', { name: 'Uploading slow.txt' }).getAttribute('value')).toBe('2');
    fireEvent.click(screen.getByRole('button', { name: 'Remove slow.txt' }));
    expect(cancelUpload).toHaveBeenCalledTimes(1);
    expect(cards()).toEqual([]);
    expect(document.activeElement).toBe(field());
  });

  it('[ux D5] are ten at most', async () => {
    render(<Page />);
    await choose(...Array.from({ length: 12 }, (_, i) => fileOf(`${i}.txt`)));
    expect(cards()).toHaveLength(10);
  });

  it('[ux K2] after a reload, what was in the room is still there, and what was not says that it was interrupted', async () => {
    fates = { 'slow.txt': 'under way' };
    render(<Page />);
    await choose(fileOf('done.txt'), fileOf('slow.txt'));
    const files = new ChosenFiles().get(chosenFilesKey('ada', `r${room}`));
    expect(files).toMatchObject([{ name: 'done.txt', attachment: { attachmentId: 'id of done.txt' } }, { name: 'slow.txt' }]);
    expect(files.every(({ content }) => content === undefined)).toBe(true);
    expect(files[1]!.attachment).toBeUndefined();
  });
});
