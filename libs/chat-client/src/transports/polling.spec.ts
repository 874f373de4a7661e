import { type Frame, HEADERS } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CookieJar } from '../cookie-jar.js';
import { Http } from '../http.js';
import { Meter } from '../meters.js';
import { Pace } from '../pace.js';
import { cursorAt, frameOf } from '../testing/scripted-transport.js';
import type { Attempt, Delivery, Transport } from '../transport.js';
import { LongPollTransport } from './long-poll.js';
import { PollTransport } from './poll.js';

interface Asked {
  readonly query: Record<string, string>;
  readonly etag: string | null;
}

const frame = (body: Frame, headers: Record<string, string> = {}) => () => Response.json(body, { headers });
const nothing = (cursor: string, etag = '') => () => new Response(null, { status: 304, headers: { [HEADERS.cursor]: cursor, ETag: etag } });

/** Opens a transport over scripted answers; the last one is given for ever. */
class World {
  readonly asked: Asked[] = [];
  readonly delivered: Delivery[] = [];
  readonly pace = new Pace();
  readonly meter = new Meter();
  cursor = cursorAt(0);
  error: unknown;
  private readonly controller = new AbortController();

  constructor(private readonly answers: (() => Response | Promise<Response>)[]) {}

  readonly http = new Http('http://here', new CookieJar(), (async (url: string, { headers }: { headers: Record<string, string> }) => {
    this.asked.push({ query: Object.fromEntries(new URL(url).searchParams), etag: headers['If-None-Match'] ?? null });
    return (this.answers.length > 1 ? this.answers.shift()! : this.answers[0]!)();
  }) as typeof fetch);

  open(transport: Transport): this {
    const { meter } = this;
    const { signal } = this.controller;
    const attempt: Attempt = { cursor: () => this.cursor, eph: () => 7, conn: 'me', signal, closed: signal, meter, onChannel: () => {} };
    void this.follow(transport.open(attempt));
    return this;
  }

  close(): void {
    this.controller.abort();
  }

  private async follow(deliveries: AsyncIterable<Delivery>): Promise<void> {
    try {
      for await (const delivery of deliveries) {
        this.delivered.push(delivery);
        if (delivery.kind === 'frame') this.cursor = delivery.frame.next;
      }
    } catch (error) {
      this.error = error;
    }
  }
}

let world: World;
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const poll = (random = 0.5) =>
  world.open(new PollTransport({ http: world.http, pace: world.pace, intervalMs: () => 2_000, random: () => random }));
const longPoll = () => world.open(new LongPollTransport(world.http));

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
afterEach(async () => {
  world.close();
  await pass(0);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

/** Lets the bodies of answers be read, which takes turns of the real event loop. */
async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('PollTransport', () => {
  it.each([0, 0.5])('[P2] a page that nobody looks at asks every 15 s and says so, until it is looked at again (jitter %d)', async (random) => {
    const page = { visibilityState: 'hidden' };
    Object.assign(globalThis, { document: page });
    try {
      world = new World([nothing(cursorAt(0))]);
      poll(random);
      await pass(14_999);
      expect(world.asked.map(({ query }) => query['hidden'])).toEqual(['1']);
      await pass(1);
      expect(world.asked).toHaveLength(2);
      page.visibilityState = 'visible';
      world.pace.poke();
      await pass(2_000);
      expect(world.asked.slice(2).map(({ query }) => query['hidden'])).toEqual([undefined, undefined]);
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('[M2] asks from the applied cursor, says which answer it knows, and takes 304 for nothing new', async () => {
    world = new World([frame(frameOf(0, 2), { ETag: 'W/"a"' }), nothing(cursorAt(5), 'W/"b"')]);
    poll();
    await turns();
    expect(world.asked).toEqual([{ query: { cursor: cursorAt(0), eph: '7', conn: 'me' }, etag: null }]);
    await pass(2_000);
    await turns();
    expect(world.asked[1]).toEqual({ query: { cursor: cursorAt(2), eph: '7', conn: 'me' }, etag: 'W/"a"' });
    expect(world.delivered[1]).toEqual({ kind: 'frame', frame: { ...frameOf(0, 0), prev: cursorAt(2), next: cursorAt(5) } });
    await pass(2_000);
    expect(world.asked[2]!.etag).toBe('W/"b"');
  });

  it.each([
    [0, 1_600],
    [0.5, 2_000],
    [0.9999, 2_399],
  ])('waits the interval ± 20 %%: jitter %d gives %d ms', async (random, ms) => {
    world = new World([frame(frameOf(0, 0))]);
    poll(random);
    await turns();
    await pass(ms - 1);
    expect(world.asked).toHaveLength(1);
    await pass(2);
    expect(world.asked).toHaveLength(2);
  });

  it('asks at once when more follows, and when poked, also by a poke during a request', async () => {
    let answer: (response: Response) => void = () => {};
    const held = () => new Promise<Response>((resolve) => (answer = resolve));
    world = new World([frame(frameOf(0, 1, false)), frame(frameOf(1, 2)), held, frame(frameOf(2, 2))]);
    poll();
    await turns();
    expect(world.asked).toHaveLength(2);
    world.pace.poke();
    await turns();
    expect(world.asked).toHaveLength(3);
    world.pace.poke();
    answer(Response.json(frameOf(2, 2)));
    await turns();
    expect(world.asked).toHaveLength(4);
  });

  it('[C3] hands up a gap and ends', async () => {
    const gap = { reason: 'expired', head: cursorAt(9) };
    world = new World([() => Response.json({ gap }, { status: 410 })]);
    poll();
    await turns();
    expect([world.delivered, world.error]).toEqual([[{ kind: 'gap', gap }], undefined]);
  });

  it('[X1] throws what the server refused, with its wait', async () => {
    const problem = { type: 'x', title: 'Later', status: 503, code: 'shutting_down' };
    const headers = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': '2' };
    world = new World([() => new Response(JSON.stringify(problem), { status: 503, headers })]);
    poll();
    await turns();
    expect(world.error).toMatchObject({ code: 'shutting_down', retryAfterMs: 2_000, retryable: true });
  });

  it.each([
    ['a page of a proxy', () => new Response('<html>', { status: 502 })],
    ['a body that is no JSON', () => new Response('<html>')],
    ['a frame that is none', () => Response.json({ hello: 'world' })],
  ])('fails on %s', async (_, answer) => {
    world = new World([answer]);
    poll();
    await turns();
    expect(world.error).toBeInstanceOf(Error);
    expect(world.asked).toHaveLength(1);
  });

  it('gives a request 10 s', async () => {
    world = new World([]);
    const http = new Http('', new CookieJar(), hanging);
    world.open(new PollTransport({ http, pace: world.pace, intervalMs: () => 1, random: () => 0 }));
    await pass(9_999);
    expect(world.error).toBeUndefined();
    await pass(1);
    expect(world.error).toMatchObject({ code: 'unreachable', message: 'No answer within 10 s' });
  });
});

describe('LongPollTransport', () => {
  it('does not wait until it is up to date, then waits 25 s each time', async () => {
    const hold = () => new Promise<Response>(() => {});
    world = new World([frame(frameOf(0, 1, false)), frame(frameOf(1, 2)), frame(frameOf(2, 3)), hold]);
    longPoll();
    await turns();
    expect(world.asked.map(({ query }) => query['wait'])).toEqual(['0', '0', '25', '25']);
    expect(world.asked.at(-1)!.query).toMatchObject({ cursor: cursorAt(3), conn: 'me', eph: '7' });
    world.close();
    await pass(35_000);
  });

  it('takes being answered at once, again and again without news, for a failure', async () => {
    world = new World([frame(frameOf(0, 0))]);
    longPoll();
    await turns();
    expect(world.error).toMatchObject({ code: 'unreachable' });
    expect(world.asked).toHaveLength(6);
  });

  it('[V1] hands up 204 as the goodbye that it is', async () => {
    world = new World([() => new Response(null, { status: 204, headers: { [HEADERS.code]: '4109' } })]);
    longPoll();
    await turns();
    expect(world.delivered).toEqual([{ kind: 'bye', bye: { code: 4109, name: 'superseded', retry: 'never' } }]);
  });
});

const hanging = ((_: string, { signal }: RequestInit) =>
  new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)))) as typeof fetch;
