import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bye, type CommandAnswer, HEADERS, PATHS, SESSION_COOKIE, User } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { v7 } from 'uuid';
import { Guest } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Database } from '../database/database.js';
import { Connections } from '../delivery/connections.js';
import { LOBBY } from './lobby.js';
import { SessionSweep } from './session-sweep.js';
import { SessionService } from './session.service.js';

let server: TestServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

function signIn(headers: Record<string, string> = {}, name = 'Ada'): Promise<Response> {
  return fetch(`${server.url}${PATHS.session}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ name }) });
}

describe('signing in', () => {
  it('[K1] makes a guest, in the lobby, with a cookie that only the browser and the server can read', async () => {
    const response = await signIn({}, '  Ada   Lovelace ');
    expect(response.status).toBe(201);
    expect(User.parse(await response.json()).name).toBe('Ada Lovelace');
    const [cookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair, ...attributes] = cookie!.split('; ');
    expect(pair).toMatch(new RegExp(`^${SESSION_COOKIE}=[\\w-]{43}$`));
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Lax']);
  });

  it('[K1] marks the cookie Secure when the trusted proxy speaks https, and only then', async () => {
    const headers = { 'X-Forwarded-Proto': 'https' };
    expect((await signIn(headers)).headers.getSetCookie()[0]).not.toContain('Secure');
    const behindProxy = await startServer({ TRUST_PROXY: 'on' });
    const response = await fetch(`${behindProxy.url}${PATHS.session}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: '{"name":"Ada"}' });
    await behindProxy.stop();
    expect(response.headers.getSetCookie()[0]).toContain('Secure');
  });

  it('[K1] two may have one name, and are two', async () => {
    const [one, two] = await Promise.all([Guest.signIn(server.url), Guest.signIn(server.url)]);
    expect(one!.user.id).not.toBe(two!.user.id);
    expect(one!.cookie).not.toBe(two!.cookie);
  });

  it('[K1] stores the token nowhere', async () => {
    const guest = await Guest.signIn(server.url);
    const { reader } = server.app.get(Database);
    expect(JSON.stringify(await reader.session.findMany(), bigintAsText)).not.toContain(guest.token);
    expect(await reader.session.count({ where: { userId: guest.user.id } })).toBe(1);
  });

  it('[K1] [X1] is limited for each network address, and says when to come again', async () => {
    const strict = await startServer({ SIGN_INS_PER_MINUTE: '30', TRUST_PROXY: 'on' });
    const from = (address: string) =>
      fetch(`${strict.url}${PATHS.session}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address }, body: '{"name":"Ada"}' });
    const classroom = await Promise.all(Array.from({ length: 31 }, () => from('192.0.2.1')));
    const [elsewhere, refused] = [await from('192.0.2.2'), classroom.find(({ status }) => status !== 201)!];
    await strict.stop();
    expect(classroom.filter(({ status }) => status === 201)).toHaveLength(30);
    expect(elsewhere.status).toBe(201);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await refused.json()).toMatchObject({ code: 'rate', status: 429, retryAfterMs: expect.any(Number) });
  });

  it('[K1] is not used by a page that takes it for another person’s', async () => {
    const [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
    const as = (user: string) => ({ headers: { [HEADERS.user]: user } });
    expect(await bob.request('GET', PATHS.me, as(bob.user.id))).toMatchObject({ status: 200 });
    for (const [method, path] of [['GET', PATHS.me], ['GET', PATHS.snapshot], ['DELETE', PATHS.session]] as const)
      expect(await bob.request(method, path, as(ada.user.id))).toMatchObject({ status: 401, body: { code: 'no_session' } });
    expect((await bob.get(PATHS.me)).status).toBe(200);
  });

  it('[K1] outlives a restart of the server', async () => {
    const guest = await Guest.signIn(server.url);
    await server.restart();
    expect((await guest.get<User>(PATHS.me)).body).toEqual(guest.user);
  });
});

describe('a session that has lasted for a year', () => {
  const YEAR_MS = 365 * 24 * 3_600_000;

  it('[K1] ends as if it had been signed out, and no other does', async () => {
    const [guest, other] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
    const { cursor } = await guest.snapshot();
    const stream = await openSse(guest, cursor);
    const { reader, writer } = server.app.get(Database);
    await writer.session.updateMany({ where: { userId: guest.user.id }, data: { createdTs: Date.now() - YEAR_MS - 1 } });
    await writer.session.updateMany({ where: { userId: other.user.id }, data: { createdTs: Date.now() - YEAR_MS + 60_000 } });
    await server.app.get(SessionSweep).sweep();
    expect(await firstOf(stream, 'bye')).toMatchObject({ code: 4500 });
    expect([(await guest.get(PATHS.me)).status, (await other.get(PATHS.me)).status]).toEqual([401, 200]);
    expect(await reader.session.count({ where: { userId: guest.user.id } })).toBe(0);
  });
});

describe('one cookie for all four modes', () => {
  it('[K1] opens each of them, and names the same person', async () => {
    const guest = await Guest.signIn(server.url);
    const { cursor } = await guest.snapshot();
    const event = await guest.saying('hello');
    const expected = { type: 'message.posted', actor: guest.user.id, seq: event.seq };
    expect((await guest.poll(cursor)).body.events).toEqual([expect.objectContaining(expected)]);
    expect((await guest.get<{ events: unknown[] }>(`${PATHS['long-poll']}?cursor=${cursor}&wait=1`)).body.events).toEqual([expect.objectContaining(expected)]);
    expect(await firstOf(await openSse(guest, cursor), 'frame')).toMatchObject({ events: [expected] });
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    const frame = await new Promise((resolve) => socket.once('frame', resolve));
    socket.close();
    expect(frame).toMatchObject({ events: [expected] });
  });
});

describe('signing out', () => {
  it('[K1] ends the cookie, here and after a restart', async () => {
    const guest = await Guest.signIn(server.url);
    const { status, headers } = await guest.request('DELETE', PATHS.session);
    expect(status).toBe(204);
    expect(headers.getSetCookie()[0]).toMatch(new RegExp(`^${SESSION_COOKIE}=;.*Max-Age=0`));
    expect((await guest.get(PATHS.me)).status).toBe(401);
    await server.restart();
    expect((await guest.get(PATHS.me)).status).toBe(401);
  });

  it('[K1] ends the held poll, the stream and the socket of that session, each with its goodbye, and nobody else’s', async () => {
    const [guest, other] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
    const { cursor, eph } = await guest.snapshot();
    const held = guest.get<{ code: string }>(`${PATHS['long-poll']}?cursor=${cursor}&eph=${eph.n + 1_000_000}&wait=20&conn=a`);
    const stream = await openSse(guest, cursor);
    const [socket, others] = [guest, other].map((each) => each.socket({ cursor, conn: v7(), v: 1 }));
    const bye = new Promise<Bye>((resolve) => socket!.once('bye', resolve));
    await Promise.all([socket, others].map((each) => new Promise((resolve) => each!.once('frame', resolve))));
    await guest.request('DELETE', PATHS.session);
    expect(await bye).toMatchObject({ code: 4500, retry: 'never', hint: 'reauth' });
    expect(await firstOf(stream, 'bye')).toMatchObject({ code: 4500 });
    expect([200, 401]).toContain((await held).status);
    expect(others!.connected).toBe(true);
    others!.close();
    await eventually(() => expect(server.app.get(Connections).size).toBe(0));
  });

  it('[K1] leaves no way back in for what was on the way: neither a reader nor a command', async () => {
    const guest = await Guest.signIn(server.url);
    const sessions = server.app.get(SessionService);
    const { cursor } = await guest.snapshot();
    const session = (await sessions.find(guest.cookie))!;
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    await new Promise((resolve) => socket.once('hello', resolve));
    const unaware = { conn: 'late', mode: 'sse' as const, session, address: '', end: () => {} };
    const signedOut = sessions.signOut(session);
    const answer: Promise<CommandAnswer | string> = socket.timeout(1_000).emitWithAck('cmd', { name: 'message.post', data: { roomId: LOBBY.id, clientMsgId: v7(), body: 'too late' } }).catch(() => 'no answer');
    await signedOut;
    expect(server.app.get(Connections).add(unaware)).toMatchObject({ code: 4500 });
    expect(await sessions.find(guest.cookie)).toBeNull();
    await answer;
    socket.close();
    const lateSocket = guest.socket({ cursor, conn: v7(), v: 1 });
    const refused = await new Promise<Error & { data?: Bye }>((resolve) => lateSocket.once('connect_error', resolve));
    lateSocket.close();
    expect(refused.data?.code).toBe(4401);
  });

  it('[K1] wins against a look into the tables that was on its way', async () => {
    const guest = await Guest.signIn(server.url);
    const sessions = server.app.get(SessionService);
    await server.restart();
    const fresh = server.app.get(SessionService);
    const [found] = await Promise.all([fresh.find(guest.cookie), fresh.find(guest.cookie).then((session) => session && fresh.signOut(session))]);
    expect(sessions).not.toBe(fresh);
    expect(found?.user).toEqual(guest.user);
    expect(await fresh.find(guest.cookie)).toBeNull();
  });
});

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function openSse(guest: Guest, cursor: string): Promise<Reader> {
  const response = await fetch(`${server.url}${PATHS.sse}?cursor=${cursor}`, { headers: { Cookie: guest.cookie } });
  return response.body!.getReader();
}

/** The data of the first such message; the stream is then given up. */
async function firstOf(reader: Reader, event: string): Promise<unknown> {
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const { value, done } = await reader.read();
    text += decoder.decode(value, { stream: true });
    const data = new RegExp(`event: ${event}\\n(?:(?:id|retry): .*\\n)*data: (.*)\\n\\n`).exec(text)?.[1];
    if (data === undefined && !done) continue;
    await reader.cancel();
    if (data === undefined) throw new Error(`The stream ended without ${event}: ${text}`);
    return JSON.parse(data);
  }
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
