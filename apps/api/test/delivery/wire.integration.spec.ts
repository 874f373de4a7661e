import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Bye, Frame, Hello, PATHS, SSE_STOP_IDS, TIMING } from '@fourways/chat-core';
import { Guest } from '../guest.js';
import { startServer, type TestServer } from '../server.js';
import { type SseMessage, sseMessages } from './sse-lines.js';

jest.setTimeout(40_000);

describe('the wire, read without our client', () => {
  let server: TestServer;
  let ada: Guest;
  let bob: Guest;
  let cursor: string;
  let gone = new AbortController();

  beforeAll(async () => {
    server = await startServer();
    ada = await Guest.signIn(server.url, 'Ada');
    bob = await Guest.signIn(server.url, 'Bob');
    ({ cursor } = await ada.snapshot());
  });

  afterEach(() => {
    gone.abort();
    gone = new AbortController();
  });

  afterAll(() => server.stop());

  const stream = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}${PATHS.sse}?${query}`, { headers: { Cookie: ada.cookie, ...headers }, signal: gone.signal });
    return { response, messages: sseMessages(response) };
  };

  const take = async (messages: AsyncGenerator<SseMessage>, event: string): Promise<SseMessage> => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done) throw new Error(`The stream ended before ${event}`);
      if (value.event === event) return value;
    }
  };

  describe('poll', () => {
    it('[M2] answers with its cursor in the headers, not to be stored', async () => {
      const { status, headers, body } = await ada.poll(cursor);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('rt-cursor')).toBe(Frame.parse(body).next);
      expect(headers.get('rt-up-to-date')).toBe('true');
      expect(headers.get('server-timing')).toMatch(/^read;dur=/);
    });

    it('[M2] says 304 without a body when there is nothing since the answer one has', async () => {
      const first = await ada.poll(cursor);
      const { next, eph } = first.body;
      const path = `${PATHS.poll}?cursor=${next}&eph=${eph!.n}`;
      const again = await ada.request('GET', path, { headers: { 'If-None-Match': first.headers.get('etag')! } });
      expect([again.status, again.body]).toEqual([304, undefined]);
      expect(again.headers.get('rt-cursor')).toBe(next);
      await bob.say('something new');
      const news = await ada.request<Frame>('GET', path, { headers: { 'If-None-Match': first.headers.get('etag')! } });
      expect(news.status).toBe(200);
      expect(news.body.events).toHaveLength(1);
    });
  });

  describe('long-poll', () => {
    it('[R2] is answered the moment there is something', async () => {
      const { body } = await ada.poll(cursor);
      const held = ada.get<Frame>(`${PATHS['long-poll']}?cursor=${body.next}&wait=20&eph=${body.eph?.n ?? 0}&conn=held`);
      const said = await bob.saying('now');
      expect((await held).body.events.map(({ id }) => id)).toContain(said.id);
    });

    it('[M2] after the wait is answered with an empty frame that carries the clock', async () => {
      const { body } = await ada.poll((await ada.snapshot()).cursor);
      const answer = await ada.get<Frame>(`${PATHS['long-poll']}?cursor=${body.next}&wait=0&eph=${body.eph!.n}`);
      expect(Frame.parse(answer.body)).toMatchObject({ events: [], next: body.next, upToDate: true });
      expect(answer.body.hb!.t).toBeGreaterThan(Date.now() - 5_000);
    });

    it('[V1] gives way to a newer request of the same conn with 204 and the code', async () => {
      const { body } = await ada.poll((await ada.snapshot()).cursor);
      const path = `${PATHS['long-poll']}?cursor=${body.next}&eph=${body.eph!.n}&conn=twice&wait=`;
      const older = ada.get(`${path}20`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await ada.get(`${path}0`);
      const { status, headers } = await older;
      expect([status, headers.get('rt-code')]).toEqual([204, '4109']);
    });
  });

  describe('sse', () => {
    it('[M3] begins at once with retry and hello, and is not to be buffered', async () => {
      const { response, messages } = await stream(`cursor=${cursor}&conn=mine`);
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(response.headers.get('cache-control')).toContain('no-transform');
      expect(response.headers.get('x-accel-buffering')).toBe('no');
      expect((await messages.next()).value).toEqual({ retry: '3000' });
      const hello = await take(messages, 'hello');
      expect(hello.id).toBe(cursor);
      expect(Hello.parse(JSON.parse(hello.data!))).toMatchObject({ connId: 'mine', mode: 'sse' });
    });

    it('[M3] numbers each frame with its cursor, from which another stream goes on', async () => {
      const { messages } = await stream(`cursor=${cursor}`);
      const first = await take(messages, 'frame');
      expect(first.id).toBe(Frame.parse(JSON.parse(first.data!)).next);
      const said = await bob.saying('for the second stream');
      const resumed = await stream(`cursor=${cursor}`, { 'Last-Event-ID': first.id! });
      const frame = Frame.parse(JSON.parse((await take(resumed.messages, 'frame')).data!));
      expect(frame.prev).toBe(first.id);
      expect(frame.events.map(({ id }) => id)).toEqual([said.id]);
    });

    it('[M3][C4] beats while it is quiet, and each beat carries a cursor', async () => {
      const { messages } = await stream(`cursor=${(await ada.snapshot()).cursor}`);
      const beat = await take(messages, 'hb');
      const frame = Frame.parse(JSON.parse(beat.data!));
      expect(beat.id).toBe(frame.next);
      expect(frame.hb!.t).toBeGreaterThan(Date.now() - TIMING.sseHeartbeatMs);
    });

    it.each(Object.values(SSE_STOP_IDS))('[C3][V1] a native reconnect with the stop sign %s is told to stay away', async (sign) => {
      const { response } = await stream(`cursor=${cursor}`, { 'Last-Event-ID': sign });
      expect(response.status).toBe(204);
    });

    it('[C3] says a gap with the stop sign, and ends', async () => {
      const { messages } = await stream('cursor=zzzzzzzz.00000000001');
      const gap = await take(messages, 'gap');
      expect(gap.id).toBe(SSE_STOP_IDS.gap);
      expect(JSON.parse(gap.data!)).toMatchObject({ reason: 'epoch' });
      expect((await messages.next()).done).toBe(true);
    });

    it('[V1] gives way to a newer stream of the same conn with 4109 and the stop sign', async () => {
      const { messages } = await stream(`cursor=${cursor}&conn=one`);
      await take(messages, 'hello');
      await stream(`cursor=${cursor}&conn=one`);
      const goodbye = await take(messages, 'bye');
      expect(goodbye.id).toBe(SSE_STOP_IDS.stop);
      expect((JSON.parse(goodbye.data!) as Bye).code).toBe(4109);
    });
  });

  it('[M1] the four ways give the same frame for the same place of the log', async () => {
    const from = (await ada.snapshot()).cursor;
    for (let i = 0; i < 3; i++) await bob.say(`frame ${i}`);
    const polled = Frame.parse((await ada.poll(from)).body);
    const held = Frame.parse((await ada.get(`${PATHS['long-poll']}?cursor=${from}`)).body);
    const streamed = Frame.parse(JSON.parse((await take((await stream(`cursor=${from}`)).messages, 'frame')).data!));
    const socket = ada.socket({ cursor: from, conn: 'frames', v: 1 });
    const emitted = Frame.parse(await new Promise((resolve) => socket.once('frame', resolve)));
    socket.disconnect();
    const { eph: _, ...expected } = polled;
    for (const { eph: _other, ...frame } of [held, streamed, emitted]) expect(frame).toEqual(expected);
    expect(expected.events).toHaveLength(3);
  });
});
