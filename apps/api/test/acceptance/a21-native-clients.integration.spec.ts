import { spawn, spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bye, Frame, PATHS } from '@fourways/chat-core';
import { EventSource } from 'eventsource';
import { FaultyProxy } from '../faulty-proxy.js';
import { Guest } from '../guest.js';
import { startServer, type TestServer } from '../server.js';

const RETRY_MS = 3_000;
const TOLERANCE_MS = 1_500;
const hasCurl = spawnSync('curl', ['--version']).status === 0;

jest.setTimeout(60_000);

/** What a reader without our client has met, in order. */
interface Diary {
  /** Bodies of the messages. */
  readonly heard: string[];
  /** Times at which a connection was opened. */
  readonly openedMs: number[];
  readonly byes: Bye[];
  readonly gaps: string[];
  /** True when the reader has understood that it must not come back. */
  stopped: boolean;
}

interface Follower {
  readonly diary: Diary;
  close(): void;
}

describe.each([
  ['EventSource', true, eventSource],
  ['curl -N', hasCurl, curl],
] as const)('[A21] the stream, followed by nothing but %s', (_, isHere, follow) => {
  const when = isHere ? it : it.skip;
  let server: TestServer;
  let proxy: FaultyProxy;
  let ada: Guest;
  let follower: Follower;

  beforeEach(async () => {
    server = await startServer({ RETENTION_EVENTS: '5', DRAIN_MS: '300' });
    proxy = await FaultyProxy.start(() => server.port);
    ada = await Guest.signIn(server.url);
    const { cursor } = await ada.snapshot();
    follower = follow(`${proxy.url}${PATHS.sse}?cursor=${cursor}`, ada.cookie);
    await meets(({ openedMs }) => openedMs.length === 1);
  });

  afterEach(async () => {
    follower.close();
    await proxy.stop();
    await server.stop();
  });

  const meets = async (condition: (diary: Diary) => boolean) => {
    const deadline = Date.now() + 15_000;
    while (!condition(follower.diary)) {
      if (Date.now() > deadline) throw new Error(`Not met: ${condition.toString()} in ${JSON.stringify(follower.diary)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  const hears = (...bodies: string[]) => meets(({ heard }) => heard.join() === bodies.join());

  when('[A21] [M3] comes back after a cut when `retry:` says so, and has missed nothing', async () => {
    await ada.saying('one');
    await hears('one');
    const cutMs = performance.now();
    proxy.cut();
    await ada.saying('two');
    await hears('one', 'two');
    await ada.saying('three');
    await hears('one', 'two', 'three');
    const waitedMs = follower.diary.openedMs[1]! - cutMs;
    expect(waitedMs).toBeGreaterThan(RETRY_MS - 100);
    expect(waitedMs).toBeLessThan(RETRY_MS + TOLERANCE_MS);
  });

  when('[A21] [C3] is told of a gap, comes back once with the stop sign, and then stays away', async () => {
    await ada.saying('one');
    await hears('one');
    proxy.cut();
    for (let i = 0; i < 10; i++) await ada.saying(`lost ${i}`);
    await server.prune();
    await meets(({ stopped }) => stopped);
    expect(follower.diary).toMatchObject({ heard: ['one'], gaps: ['expired'] });
    expect(follower.diary.openedMs).toHaveLength(2);
  });

  when('[A21] [V1] is told when the server goes down, comes back when that said so, and has missed nothing', async () => {
    await ada.saying('one');
    await hears('one');
    await server.halt();
    const haltedMs = performance.now();
    await server.resume();
    await ada.saying('two');
    await hears('one', 'two');
    const [goodbye] = follower.diary.byes;
    expect(goodbye).toMatchObject({ code: 4001, retry: 'after' });
    const waitedMs = follower.diary.openedMs[1]! - haltedMs;
    expect(waitedMs).toBeGreaterThan(goodbye!.afterMs! - 400);
    expect(waitedMs).toBeLessThan(goodbye!.afterMs! + TOLERANCE_MS);
  });

  when('[A21] [K1] [V1] is told that the session has ended, and stays away', async () => {
    await ada.saying('one');
    await hears('one');
    await ada.request('DELETE', PATHS.session);
    await meets(({ stopped }) => stopped);
    expect(follower.diary.byes).toMatchObject([{ code: 4500 }]);
    expect(follower.diary.openedMs).toHaveLength(1);
  });
});

function emptyDiary(): Diary {
  return { heard: [], openedMs: [], byes: [], gaps: [], stopped: false };
}

/** Writes down what a message of the stream says. */
function note(diary: Diary, event: string, data: string): void {
  if (event === 'hello') diary.openedMs.push(performance.now());
  if (event === 'bye') diary.byes.push(Bye.parse(JSON.parse(data)));
  if (event === 'gap') diary.gaps.push((JSON.parse(data) as { reason: string }).reason);
  if (event !== 'frame') return;
  for (const said of Frame.parse(JSON.parse(data)).events) if (said.type === 'message.posted') diary.heard.push(said.data.body);
}

/** As a page would: it reconnects by itself, with its own rules. */
function eventSource(url: string, cookie: string): Follower {
  const diary = emptyDiary();
  const source = new EventSource(url, { fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, Cookie: cookie } }) });
  for (const name of ['hello', 'frame', 'gap', 'bye']) source.addEventListener(name, ({ data }) => note(diary, name, data as string));
  source.onerror = () => (diary.stopped = source.readyState === EventSource.CLOSED);
  return { diary, close: () => source.close() };
}

/** As a shell script would: starts curl again after `retry:`, with the newest `id:`, until the answer is 204. */
function curl(url: string, cookie: string): Follower {
  const diary = emptyDiary();
  const closing = new AbortController();
  void (async () => {
    let lastId = '';
    let retryMs = RETRY_MS;
    while (!closing.signal.aborted && !diary.stopped) {
      const status = await oneCurl(url, ['-H', `Cookie: ${cookie}`, '-H', `Last-Event-ID: ${lastId}`], closing.signal, (field, value, event) => {
        if (field === 'id') lastId = value;
        if (field === 'retry') retryMs = Number(value);
        if (field === 'data') note(diary, event, value);
      });
      diary.stopped = status === '204';
      if (!diary.stopped) await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  })();
  return { diary, close: () => closing.abort() };
}

/** Runs curl once and reads what it prints, line by line, as it comes. Resolves with the status of the answer. */
async function oneCurl(url: string, headers: string[], signal: AbortSignal, line: (field: string, value: string, event: string) => void): Promise<string> {
  const child = spawn('curl', ['-sN', '-w', 'status: %{http_code}\n', ...headers, url], { signal });
  child.on('error', () => {});
  let [text, event, status] = ['', '', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (text + chunk).split('\n');
    text = lines.pop()!;
    for (const [field, value] of lines.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 2)] as const)) {
      if (field === 'event') event = value;
      else if (field === 'status') status = value;
      else line(field, value, event);
    }
  });
  await new Promise((resolve) => child.once('close', resolve));
  return status;
}
