import { type Attachment, PATHS } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Engine } from './engine.js';
import { snapshotAt } from './testing/connection-world.js';
import { ROOM_ID } from './testing/scripted-transport.js';
import { TinyServer } from './testing/tiny-server.js';

const HELLO = '018f0000-0000-7000-8000-0000000000cc';

describe('the parts of a client together', () => {
  let server: TinyServer;
  let engine: Engine;
  /** While set, it decides when a snapshot is answered. */
  let delay: (() => Promise<unknown>) | null;
  /** Which requests are lost. */
  let fail: (url: string) => boolean;

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    server = new TinyServer(99);
    [delay, fail] = [null, () => false];
    const fetch = (async (url: string, init: RequestInit) => {
      if (url.endsWith(PATHS.snapshot)) await delay?.();
      if (fail(url)) throw new TypeError('fetch failed');
      return server.fetch(url, init);
    }) as typeof globalThis.fetch;
    engine = new Engine({ baseUrl: 'http://here', mode: 'poll', cookie: 'fourways_session=secret', snapshot: snapshotAt(99), fetch, random: () => 0.5 });
    engine.start();
    await pass(0);
  });
  afterEach(async () => {
    engine.stop();
    await pass(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[W5][L6] what only the log before has acknowledged is sent again, though the place lies behind in the new one', async () => {
    server.expired = true;
    let answer = () => {};
    delay = () => new Promise<void>((resolve) => (answer = resolve));
    engine.dispatch.outbox.add({ clientMsgId: HELLO, roomId: ROOM_ID, body: 'hello', createdTs: 0, state: 'queued' });
    await pass(0);
    expect([server.log.length, engine.store.getSnapshot().outbox.map(({ state }) => state)]).toEqual([1, ['sent']]);
    server.restore('otherlog', 105);
    server.expired = false;
    answer();
    await pass(0);
    await pass(2_000);
    expect([server.log.map(({ clientMsgId }) => clientMsgId), engine.store.getSnapshot().outbox]).toEqual([[HELLO], []]);
  });

  describe('with a file', () => {
    const PLAN = { uploadId: '018f0000-0000-7000-8000-0000000000dd', name: 'plan', sizeBytes: 5, mediaType: 'text/plain' };
    const add = (content?: Blob, attachment?: Attachment) =>
      engine.dispatch.outbox.add({ clientMsgId: HELLO, roomId: ROOM_ID, body: 'hello', createdTs: 0, state: 'queued', files: [{ ...PLAN, ...(content && { content }), ...(attachment && { attachment }) }] });

    it('[O7][W5] one that the room has forgotten before its message came is uploaded anew', async () => {
      const content = new Blob(['hello']);
      const attachment = await engine.dispatch.uploads.begin(ROOM_ID, { ...PLAN, content });
      server.files.clear();
      add(content, attachment);
      await pass(0);
      await pass(2_000);
      expect([server.uploads, server.log.length, engine.store.getSnapshot().outbox]).toEqual([2, 1, []]);
    });

    it('[O7] whose bytes are not here fails with its message', async () => {
      add(undefined, { attachmentId: HELLO, name: 'plan', mediaType: 'text/plain', sizeBytes: 5 });
      await pass(0);
      expect(engine.store.getSnapshot().outbox).toMatchObject([{ state: 'failed', error: { code: 'attachment_not_found' } }]);
    });

    it('[ux A5][X1] one that can be read no more fails, and does not block its room', async () => {
      const content = Object.assign(new Blob(['hello']), { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) });
      fail = (url) => url.includes('/attachments');
      add(content as Blob);
      await pass(0);
      await pass(100);
      expect(engine.store.getSnapshot().outbox).toMatchObject([{ state: 'failed', error: { code: 'file_unreadable' } }]);
      expect([...engine.store.getSnapshot().uploads.values()]).toMatchObject([{ status: 'failed', error: { code: 'file_unreadable' } }]);
    });

    it('[O4] one that can still be read waits for the network', async () => {
      fail = (url) => url.includes('/attachments');
      add(new Blob(['hello']));
      await pass(10);
      expect(engine.store.getSnapshot().outbox).toMatchObject([{ state: 'queued' }]);
      fail = () => false;
      await pass(5_000);
      expect(server.log).toHaveLength(1);
    });
  });

  it('[B1] an overtaken snapshot that is answered late does not take the place of a newer one', async () => {
    server.expired = true;
    const answers: (() => void)[] = [];
    delay = () => new Promise<void>((resolve) => answers.push(resolve));
    await pass(2_000);
    server.expired = false;
    void engine.wake();
    await pass(0);
    expect(answers).toHaveLength(2);
    server.restore(server.epoch, 109);
    answers[1]!();
    await pass(0);
    expect(engine.replica.seq).toBe(109);
    server.restore(server.epoch, 104);
    answers[0]!();
    await pass(0);
    expect(engine.replica.seq).toBe(109);
  });
});
