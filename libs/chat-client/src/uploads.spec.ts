import { type Attachment, ChatError } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OutboxFile } from './outbox-file.js';
import { unreachable } from './unreachable.js';
import type { UploadView } from './upload-view.js';
import { Uploads } from './uploads.js';

const file = (uploadId: string): OutboxFile => ({ uploadId, name: uploadId, sizeBytes: 100, mediaType: 'text/plain' });
const stored = (name: string): Attachment => ({ attachmentId: `room has ${name}`, name, mediaType: 'text/plain', sizeBytes: 100 });
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

type Fate = 'ok' | 'refused' | 'lost' | 'rate';

describe('Uploads', () => {
  let view: ReadonlyMap<string, UploadView>;
  let uploads: Uploads;
  let sent: string[];
  let underWay: number;
  let mostAtOnce: number;
  let fates: Record<string, Fate[]>;
  const states = () => [...view].map(([id, { status }]) => `${id} ${status}`);

  async function send(_room: string, { name }: OutboxFile, progress: (sentBytes: number) => void, signal: AbortSignal): Promise<Attachment> {
    sent.push(name);
    mostAtOnce = Math.max(mostAtOnce, ++underWay);
    progress(50);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
      signal.addEventListener('abort', resolve);
    });
    underWay--;
    if (signal.aborted) throw unreachable('broken off');
    const fate = fates[name]?.shift() ?? 'ok';
    if (fate === 'refused') throw new ChatError('image_unreadable');
    if (fate === 'rate') throw new ChatError('rate', { retryAfterMs: 700 });
    if (fate === 'lost') throw unreachable('lost');
    return stored(name);
  }

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    [view, sent, underWay, mostAtOnce, fates] = [new Map(), [], 0, 0, {}];
    uploads = new Uploads({ send, changed: (next) => (view = next), random: () => 0.5 });
    uploads.setOpen(true);
  });
  afterEach(async () => {
    uploads.clear();
    await pass(20);
    expect([states(), jest.getTimerCount()]).toEqual([[], 0]);
    jest.useRealTimers();
  });

  it('[ux K1] uploads two at a time, tells how far each is, and answers with what the room has', async () => {
    const results = ['a', 'b', 'c'].map((id) => uploads.begin('garden', file(id)));
    expect(view.get('a')).toEqual({ status: 'uploading', sentBytes: 50 });
    expect(states()).toEqual(['a uploading', 'b uploading', 'c waiting']);
    await pass(20);
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c'].map(stored));
    expect(mostAtOnce).toBe(2);
    expect(view.get('c')).toEqual({ status: 'done', sentBytes: 100, attachment: stored('c') });
  });

  it('[ux K1] one that is refused stops no other, and is tried again when asked for', async () => {
    fates = { a: ['refused'] };
    const refused = uploads.begin('garden', file('a'));
    const taken = uploads.begin('garden', file('b'));
    refused.catch(() => undefined);
    await pass(20);
    await expect(refused).rejects.toMatchObject({ code: 'image_unreadable' });
    expect(await taken).toEqual(stored('b'));
    expect(states()).toEqual(['a failed', 'b done']);
    expect(view.get('a')!.error!.code).toBe('image_unreadable');
    const again = uploads.begin('garden', file('a'));
    await pass(20);
    expect(await again).toEqual(stored('a'));
  });

  it('[O4] what was lost on the way, or comes too fast, is sent again until it is there', async () => {
    fates = { a: ['lost', 'rate'] };
    const result = uploads.begin('garden', file('a'));
    await pass(20);
    expect(view.get('a')).toMatchObject({ status: 'waiting', error: { code: 'unreachable' } });
    await pass(300);
    expect(view.get('a')).toMatchObject({ status: 'waiting', error: { code: 'rate' } });
    await pass(600);
    expect(sent).toHaveLength(2);
    await pass(100);
    expect([sent, await result]).toEqual([['a', 'a', 'a'], stored('a')]);
  });

  it('joins the upload that runs', async () => {
    const both = [uploads.begin('garden', file('a')), uploads.begin('garden', file('a'))];
    await pass(20);
    expect(await Promise.all(both)).toEqual([stored('a'), stored('a')]);
    expect(sent).toEqual(['a']);
  });

  it('[ux K1] is broken off when asked to, and makes way', async () => {
    const broken = uploads.begin('garden', file('a'));
    broken.catch(() => undefined);
    uploads.begin('garden', file('b'));
    const last = uploads.begin('garden', file('c'));
    uploads.cancel(['a']);
    await expect(broken).rejects.toMatchObject({ code: 'unreachable' });
    expect(states()).toEqual(['b uploading', 'c uploading']);
    await pass(20);
    expect(await last).toEqual(stored('c'));
  });

  it('[ux A7] waits while closed, holds nothing open when stopped, and goes on when it opens', async () => {
    uploads.setOpen(false);
    const result = uploads.begin('garden', file('a'));
    await pass(1_000);
    expect([sent, states()]).toEqual([[], ['a waiting']]);
    uploads.setOpen(true);
    await pass(5);
    uploads.stop();
    await pass(0);
    expect([states(), underWay]).toEqual([['a waiting'], 0]);
    await pass(20);
    expect(jest.getTimerCount()).toBe(0);
    uploads.setOpen(true);
    await pass(20);
    expect(await result).toEqual(stored('a'));
    expect(sent).toEqual(['a', 'a']);
  });
});
