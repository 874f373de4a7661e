import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bye, type CommandAnswer, ERRORS, type ErrorCode, formatCursor, LIMITS, PATHS, Problem, SESSION_COOKIE } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';

/** Who and what the table below speaks of. */
class World {
  server!: TestServer;
  ada!: Guest;
  bob!: Guest;
  /** Bob's, and Ada is in neither. */
  privateRoom = '';
  otherRoom = '';
  /** Bob's message in the lobby, Ada's, and one that Ada has removed. */
  bobs = '';
  adas = '';
  removed = '';
  /** Bob's message in his own room. */
  elsewhere = '';
  cursor = '';

  async open(): Promise<void> {
    this.server = await startServer({ MESSAGES_PER_SECOND: '1000' });
    this.ada = await Guest.signIn(this.server.url, 'Ada');
    this.bob = await Guest.signIn(this.server.url, 'Bob');
    this.privateRoom = await this.bob.createRoom('secret', 'private');
    this.otherRoom = await this.bob.createRoom('open');
    this.bobs = (await this.bob.saying('hello')).data.messageId;
    this.elsewhere = (await this.bob.saying('hello', this.otherRoom)).data.messageId;
    this.adas = (await this.ada.saying('hello')).data.messageId;
    this.removed = (await this.ada.saying('oops')).data.messageId;
    await this.ada.request('DELETE', `${messagesOf(LOBBY.id)}/${this.removed}`);
    this.cursor = (await this.ada.snapshot()).cursor;
  }
}

const world = new World();
beforeAll(() => world.open());
afterAll(() => world.server.stop());

interface Ask {
  readonly method?: string;
  readonly path: string;
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly cookie?: string;
}

async function ask({ method = 'GET', path, body, headers = {}, cookie = world.ada.cookie }: Ask) {
  const response = await fetch(`${world.server.url}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(cookie && { Cookie: cookie }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { response, text: await response.text() };
}

async function expectRefusal(code: ErrorCode, what: Ask, issue?: string): Promise<void> {
  const { response, text } = await ask(what);
  expect({ status: response.status, text }).toMatchObject({ status: ERRORS[code].status });
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = Problem.parse(JSON.parse(text));
  expect(problem).toMatchObject({ code, status: response.status, type: `urn:fourways:problem:${code}`, title: ERRORS[code].title });
  expect(problem.requestId).toBeTruthy();
  if (issue !== undefined) expect(problem.issues?.map(({ path }) => path)).toContain(issue);
}

const lobby = messagesOf(LOBBY.id);
const post = (path: string, body?: unknown, more: Partial<Ask> = {}): Ask => ({ method: 'POST', path, body, ...more });
const say = (change: object): Ask => post(lobby, { clientMsgId: v7(), body: 'hello', ...change });
const unknown = v7();

describe('routes and requests', () => {
  const table: [string, ErrorCode, () => Ask, string?][] = [
    ['an unknown route', 'route_not_found', () => ({ path: '/api/nothing' })],
    ['an unknown route outside the api', 'route_not_found', () => ({ path: '/nothing' })],
    ['a path that is no URL', 'invalid', () => ({ path: '/api/rooms/%zz/messages' }), 'url'],
    ['a method that the route does not have', 'method_not_allowed', () => ({ method: 'PUT', path: PATHS.rooms })],
    ['OPTIONS', 'method_not_allowed', () => ({ method: 'OPTIONS', path: `${lobby}/${world.adas}` })],
    ['a reader that is posted to', 'method_not_allowed', () => post(PATHS.sse, {})],
    ['a foreign origin', 'forbidden_origin', () => ({ ...say({}), headers: { Origin: 'https://evil.example' } })],
    ['an origin that hides itself', 'forbidden_origin', () => ({ ...say({}), headers: { Origin: 'null' } })],
    ['malformed JSON', 'bad_json', () => post(lobby, '{"body":')],
    ['no JSON at all', 'bad_json', () => post(lobby, '')],
    ['a poisoned prototype', 'bad_json', () => post(lobby, `{"__proto__":{"isAdmin":true},"clientMsgId":"${v7()}","body":"x"}`)],
    ['a poisoned constructor', 'bad_json', () => post(lobby, `{"constructor":{"prototype":{"isAdmin":true}},"clientMsgId":"${v7()}","body":"x"}`)],
    ['text', 'unsupported_media_type', () => post(lobby, '{}', { headers: { 'Content-Type': 'text/plain' } })],
    ['a form', 'unsupported_media_type', () => post(lobby, 'body=x', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
    ['XML', 'unsupported_media_type', () => post(lobby, '<a/>', { headers: { 'Content-Type': 'application/xml' } })],
    ['a body over 64 KiB', 'payload_too_large', () => say({ body: 'x'.repeat(LIMITS.requestBytes) })],
    ['headers over 16 KiB', 'headers_too_large', () => ({ path: PATHS.me, headers: { 'X-Large': 'x'.repeat(20_000) } })],
    ['a URL over 16 KiB', 'headers_too_large', () => ({ path: `${PATHS.poll}?cursor=${'a'.repeat(20_000)}` })],
    ['a parameter that is far too long', 'invalid', () => ({ path: messagesOf('a'.repeat(1_000)) })],
  ];
  it.each(table)('[X1] %s: %s', async (...[, code, what, issue]) => expectRefusal(code, what(), issue));

  it('[X1] says which methods a route has', async () => {
    const { response } = await ask({ method: 'PUT', path: PATHS.rooms });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each([PATHS.sse, PATHS['long-poll']])('[X1] HEAD of %s is not held open', async (path) => {
    const { response } = await ask({ method: 'HEAD', path: `${path}?cursor=${world.cursor}` });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('[X1] what cannot be read as HTTP is refused as a problem, too', async () => {
    const problem = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(world.server.url, { method: 'GET', path: PATHS.me, headers: { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' } }, (response) => {
        expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
        response.setEncoding('utf8').on('data', resolve);
      });
      request.on('error', reject).end();
    });
    expect(Problem.parse(JSON.parse(problem))).toMatchObject({ code: 'bad_request', status: 400 });
  });

  it.each(['our-id_1.2', '👾', 'x'.repeat(65), 'a b'])('[X1] the request id %j', async (given) => {
    const headers = { 'X-Request-Id': encodeURIComponent(given) };
    const { response, text } = await ask({ path: '/api/nothing', headers });
    const { requestId } = Problem.parse(JSON.parse(text));
    expect(response.headers.get('x-request-id')).toBe(requestId);
    expect(requestId === headers['X-Request-Id']).toBe(given === 'our-id_1.2');
  });
});

describe('sessions', () => {
  const cookies = ['', 'fourways_session=', 'fourways_session=forged', 'fourways_session=%zz', ';;;===;', 'other=1', `fourways_session=${'a'.repeat(5_000)}`, '__proto__=1; fourways_session=\u00ff'];
  const protectedPaths = [PATHS.me, PATHS.rooms, PATHS.snapshot, PATHS.poll, PATHS['long-poll'], lobby];
  it.each(protectedPaths)('[X1] [K1] %s without a session', (path) => expectRefusal('no_session', { path, cookie: '' }));
  it.each(cookies)('[X1] [K1] the cookie %j is no session', (cookie) => expectRefusal('no_session', { path: PATHS.me, cookie }));
  it('[X1] [K1] signing in again', () => expectRefusal('already_signed_in', post(PATHS.session, { name: 'Eve' })));
  it('[X1] [K1] signing out without a session', () => expectRefusal('no_session', { method: 'DELETE', path: PATHS.session, cookie: '' }));
  it.each([undefined, null, [], 'Ada', { name: '' }, { name: ' ' }, { name: 5 }, { name: {} }, { name: 'x'.repeat(41) }, { name: 'a\u0000' }, { name: '\ud800' }])('[X1] [K1] signing in as %j', (body) =>
    expectRefusal('invalid', post(PATHS.session, body === undefined ? undefined : JSON.stringify(body), { cookie: '' })),
  );
});

describe('rooms', () => {
  const table: [string, ErrorCode, () => Ask, string?][] = [
    ['creating one without a name', 'invalid', () => post(PATHS.rooms, {}), 'name'],
    ['creating one with an empty name', 'invalid', () => post(PATHS.rooms, { name: ' ' }), 'name'],
    ['creating one with a name too long', 'invalid', () => post(PATHS.rooms, { name: 'x'.repeat(LIMITS.roomNameChars + 1) }), 'name'],
    ['creating one of an unknown kind', 'invalid', () => post(PATHS.rooms, { name: 'x', kind: 'hidden' }), 'kind'],
    ['creating a second one of its name', 'room_name_taken', () => post(PATHS.rooms, { name: ' lobby ' })],
    ['joining what is no id', 'invalid', () => post(`${PATHS.rooms}/lobby/join`), 'roomId'],
    ['joining one that does not exist', 'room_not_found', () => post(`${PATHS.rooms}/${unknown}/join`)],
    ['joining a private one of others', 'room_not_found', () => post(`${PATHS.rooms}/${world.privateRoom}/join`)],
    ['leaving a private one of others', 'room_not_found', () => post(`${PATHS.rooms}/${world.privateRoom}/leave`)],
    ['adding someone to a private one of others', 'room_not_found', () => post(`${PATHS.rooms}/${world.privateRoom}/members`, { userId: world.ada.user.id })],
    ['adding someone where one is not', 'not_a_member', () => post(`${PATHS.rooms}/${world.otherRoom}/members`, { userId: world.ada.user.id })],
    ['adding nobody', 'user_not_found', () => post(`${PATHS.rooms}/${LOBBY.id}/members`, { userId: unknown })],
    ['adding no id', 'invalid', () => post(`${PATHS.rooms}/${LOBBY.id}/members`, { userId: '1 OR 1=1' }), 'userId'],
    ['typing where one is not', 'not_a_member', () => post(`${PATHS.rooms}/${world.otherRoom}/typing`, { typing: true })],
    ['typing perhaps', 'invalid', () => post(`${PATHS.rooms}/${LOBBY.id}/typing`, { typing: 'yes' }), 'typing'],
    ['being alive without saying where', 'invalid', () => post(PATHS.alive, {}), 'conn'],
    ['being alive at no cursor', 'bad_cursor', () => post(PATHS.alive, { conn: 'c', cursor: 'x' }), 'cursor'],
  ];
  it.each(table)('[X1] %s: %s', async (...[, code, what, issue]) => expectRefusal(code, what(), issue));
});

describe('messages', () => {
  const at = (messageId: string, room: string = LOBBY.id) => `${messagesOf(room)}/${messageId}`;
  const edit = (path: string, body: unknown = { body: 'better' }): Ask => ({ method: 'PATCH', path, body });
  const remove = (path: string): Ask => ({ method: 'DELETE', path });
  const table: [string, ErrorCode, () => Ask, string?][] = [
    ['an empty body', 'invalid', () => say({ body: '' }), 'body'],
    ['a blank body', 'invalid', () => say({ body: ' \n' }), 'body'],
    ['a body too long', 'invalid', () => say({ body: 'x'.repeat(LIMITS.bodyChars + 1) }), 'body'],
    ['a body with NUL', 'invalid', () => say({ body: 'a\u0000b' }), 'body'],
    ['half a surrogate pair', 'invalid', () => say({ body: 'a\ud83d' }), 'body'],
    ['a body that is a number', 'invalid', () => say({ body: 5 }), 'body'],
    ['no clientMsgId', 'invalid', () => say({ clientMsgId: undefined }), 'clientMsgId'],
    ['a clientMsgId that is none', 'invalid', () => say({ clientMsgId: '1' }), 'clientMsgId'],
    ['posting to no id', 'invalid', () => post(messagesOf('lobby'), { clientMsgId: v7(), body: 'x' }), 'roomId'],
    ['posting to an unknown room', 'room_not_found', () => post(messagesOf(unknown), { clientMsgId: v7(), body: 'x' })],
    ['posting to a private room of others', 'room_not_found', () => post(messagesOf(world.privateRoom), { clientMsgId: v7(), body: 'x' })],
    ['posting where one is not', 'not_a_member', () => post(messagesOf(world.otherRoom), { clientMsgId: v7(), body: 'x' })],
    ['the history of an unknown room', 'room_not_found', () => ({ path: messagesOf(unknown) })],
    ['the history of a private room of others', 'room_not_found', () => ({ path: messagesOf(world.privateRoom) })],
    ['the history of a room where one is not', 'not_a_member', () => ({ path: messagesOf(world.otherRoom) })],
    ...['0', '101', '-1', '1.5', 'abc', '', 'NaN', '1e400', '5;DROP TABLE'].map((limit): [string, ErrorCode, () => Ask, string] => [`a limit of ${JSON.stringify(limit)}`, 'invalid', () => ({ path: `${lobby}?limit=${encodeURIComponent(limit)}` }), 'limit']),
    ...['-1', '1.5', 'abc', '', '9007199254740993', '1&before=2'].map((before): [string, ErrorCode, () => Ask, string] => [`before ${JSON.stringify(before)}`, 'invalid', () => ({ path: `${lobby}?before=${before}` }), 'before']),
    ['after a word', 'invalid', () => ({ path: `${lobby}?after=now` }), 'after'],
    ['editing what is no id', 'invalid', () => edit(at('1')), 'messageId'],
    ['editing an unknown message', 'message_not_found', () => edit(at(unknown))],
    ['editing a message by way of another room', 'message_not_found', () => edit(at(world.elsewhere))],
    ['editing in a room where one is not', 'not_a_member', () => edit(at(world.elsewhere, world.otherRoom))],
    ['editing in a private room of others', 'room_not_found', () => edit(at(world.elsewhere, world.privateRoom))],
    ['editing what another has said', 'forbidden', () => edit(at(world.bobs))],
    ['editing what is removed', 'message_removed', () => edit(at(world.removed))],
    ['editing into nothing', 'invalid', () => edit(at(world.adas), { body: '' }), 'body'],
    ['removing an unknown message', 'message_not_found', () => remove(at(unknown))],
    ['removing what another has said', 'forbidden', () => remove(at(world.bobs))],
  ];
  it.each(table)('[X1] [W6] %s: %s', async (...[, code, what, issue]) => expectRefusal(code, what(), issue));
});

describe('readers', () => {
  const good = () => `cursor=${world.cursor}`;
  const malformed = ['', 'cursor=', 'cursor=5', 'cursor=%00', `cursor=${'z'.repeat(20)}`, 'cursor=memory00.zzzzzzzzzzz', 'cursor=a&cursor=b', 'cursor[]=a', `cursor=${"' OR 1=1 --"}`];
  const table: [string, ErrorCode, () => string, string][] = [
    ...malformed.map((query): [string, ErrorCode, () => string, string] => [query || 'no cursor', 'bad_cursor', () => query, 'cursor']),
    ['a negative eph', 'invalid', () => `${good()}&eph=-1`, 'eph'],
    ['an eph that is a word', 'invalid', () => `${good()}&eph=x`, 'eph'],
    ['a wait below nothing', 'invalid', () => `${good()}&wait=-1`, 'wait'],
    ['a wait without end', 'invalid', () => `${good()}&wait=Infinity`, 'wait'],
    ['a conn too long', 'invalid', () => `${good()}&conn=${'x'.repeat(65)}`, 'conn'],
    ['an empty conn', 'invalid', () => `${good()}&conn=`, 'conn'],
  ];
  describe.each([PATHS.poll, PATHS['long-poll']])('%s', (path) => {
    it.each(table)('[X1] [C2] %s: %s', async (_, code, query, issue) => expectRefusal(code, { path: `${path}?${query()}` }, issue));
  });

  describe(PATHS.sse, () => {
    it.each(table)('[X1] [V1] [C2] %s is told in the stream, which a native EventSource then ends', async (_, __, query) => {
      const { response, text } = await ask({ path: `${PATHS.sse}?${query()}` });
      expect(response.status).toBe(200);
      expect(text).toMatch(/event: bye\n(.*\n)*id: !stop\ndata: \{"code":4505,/);
    });

    it('[X1] [V1] no session is told in the stream', async () => {
      const { response, text } = await ask({ path: `${PATHS.sse}?${good()}`, cookie: '' });
      expect(response.status).toBe(200);
      expect(text).toMatch(/event: bye\n(.*\n)*id: !stop\ndata: \{"code":4401,/);
    });

    it.each(['!gap', '!stop'])('[V1] who comes back from %s is told to stop', async (id) => {
      const { response } = await ask({ path: `${PATHS.sse}?${good()}`, headers: { 'Last-Event-ID': id } });
      expect(response.status).toBe(204);
    });
  });
});

describe('over the WebSocket', () => {
  const auth = () => ({ cursor: world.cursor, conn: v7(), v: 1 });

  function connectError(given: unknown, cookie?: string): Promise<Error & { data?: Bye }> {
    const socket = world.ada.socket(given as never, cookie === undefined ? {} : { Cookie: cookie });
    return new Promise<Error & { data?: Bye }>((resolve, reject) => {
      socket.once('connect_error', resolve);
      socket.once('connect', () => reject(new Error('It was let in')));
    }).finally(() => socket.close());
  }

  it.each([
    ['no session', 4401, auth, `${SESSION_COOKIE}=forged`],
    ['no cookie', 4401, auth, ''],
    ['no handshake', 4505, () => ({}), undefined],
    ['a bad cursor', 4505, () => ({ ...auth(), cursor: 'x' }), undefined],
    ['a cursor that is an object', 4505, () => ({ ...auth(), cursor: {} }), undefined],
    ['a wrong version', 4505, () => ({ ...auth(), v: 2 }), undefined],
    ['no conn', 4505, () => ({ ...auth(), conn: '' }), undefined],
    ['a bad eph', 4505, () => ({ ...auth(), eph: 'x' }), undefined],
  ])('[X1] [V1] a handshake with %s: %i', async (_, code, given, cookie) => {
    expect((await connectError(given(), cookie)).data).toMatchObject({ code, retry: 'never' });
  });

  it('[X1] a handshake from a foreign origin is refused before it is one', async () => {
    const socket = world.ada.socket(auth(), { Origin: 'https://evil.example' });
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.close();
    expect(error.message).toBe('websocket error');
  });

  it.each([
    ['future', () => formatCursor(world.cursor.slice(0, 8), 1_000_000)],
    ['epoch', () => formatCursor('another0', 1)],
  ])('[C3] a cursor of the wrong %s is answered with the gap', async (reason, cursor) => {
    const socket = world.ada.socket({ ...auth(), cursor: cursor() });
    const gap = await new Promise((resolve) => socket.once('gap', resolve));
    socket.close();
    expect(gap).toEqual({ reason, head: world.cursor });
  });

  const data = () => ({ roomId: LOBBY.id, clientMsgId: v7(), body: 'hello' });
  const commands: [string, ErrorCode, () => unknown][] = [
    ['nothing', 'invalid', () => undefined],
    ['null', 'invalid', () => null],
    ['a string', 'invalid', () => 'message.post'],
    ['a list', 'invalid', () => []],
    ['binary', 'invalid', () => Buffer.from([1, 2, 3])],
    ['an unknown command', 'invalid', () => ({ name: 'message.shout', data: data() })],
    ['a command of Object', 'invalid', () => ({ name: 'constructor', data: data() })],
    ['no data', 'invalid', () => ({ name: 'message.post' })],
    ['binary data', 'invalid', () => ({ name: 'message.post', data: Buffer.from('x') })],
    ['an empty body', 'invalid', () => ({ name: 'message.post', data: { ...data(), body: '' } })],
    ['a body with NUL', 'invalid', () => ({ name: 'message.post', data: { ...data(), body: '\u0000' } })],
    ['a body that is binary', 'invalid', () => ({ name: 'message.post', data: { ...data(), body: Buffer.from('x') } })],
    ['an unknown room', 'room_not_found', () => ({ name: 'message.post', data: { ...data(), roomId: unknown } })],
    ['a private room of others', 'room_not_found', () => ({ name: 'room.join', data: { roomId: world.privateRoom } })],
    ['a room where one is not', 'not_a_member', () => ({ name: 'typing', data: { roomId: world.otherRoom, typing: true } })],
    ['a message of another', 'forbidden', () => ({ name: 'message.remove', data: { roomId: LOBBY.id, messageId: world.bobs } })],
    ['what is removed', 'message_removed', () => ({ name: 'message.edit', data: { roomId: LOBBY.id, messageId: world.removed, body: 'x' } })],
    ['a name that is taken', 'room_name_taken', () => ({ name: 'room.create', data: { name: 'lobby' } })],
    ['a bad cursor', 'invalid', () => ({ name: 'alive', data: { conn: 'c', cursor: 'x' } })],
  ];

  it.each(commands)('[X1] [M4] %s: %s, and the socket lives on', async (_, code, command) => {
    const socket = world.ada.socket(auth());
    const answers: CommandAnswer[] = [];
    for (const each of [command(), { name: 'alive', data: { conn: 'c' } }]) answers.push(await socket.timeout(3_000).emitWithAck('cmd', each));
    socket.close();
    expect(answers[0]).toMatchObject({ ok: false, problem: { code, status: ERRORS[code].status } });
    expect(answers[1]).toEqual({ ok: true, result: null });
  });

  it('[X1] commands without a way to answer them, and events nobody knows, do no harm', async () => {
    const socket = world.ada.socket(auth());
    socket.emit('cmd');
    socket.emit('cmd', 'nonsense');
    socket.emit('cmd', { name: 'typing', data: { roomId: LOBBY.id, typing: true } }, 'no function');
    socket.emit('nonsense', { a: 1 }, () => {});
    socket.emit('disconnect_me', null);
    const answer = await socket.timeout(3_000).emitWithAck('cmd', { name: 'message.post', data: data() });
    socket.close();
    expect(answer).toMatchObject({ ok: true, result: { event: { type: 'message.posted' } } });
  });

  it('[X1] a packet over 64 KiB ends the socket that sent it, and no other', async () => {
    const [socket, other] = [world.ada.socket(auth()), world.bob.socket(auth())];
    await Promise.all([socket, other].map((each) => new Promise((resolve) => each.once('hello', resolve))));
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('cmd', { name: 'message.post', data: { ...data(), body: 'x'.repeat(2 * LIMITS.requestBytes) } });
    await ended;
    expect(await other.timeout(3_000).emitWithAck('cmd', { name: 'alive', data: { conn: 'c' } })).toEqual({ ok: true, result: null });
    other.close();
  });
});

it('[X1] after all of this the server is well, and nothing was polluted', async () => {
  expect((await fetch(`${world.server.url}/api/health/ready`)).status).toBe(200);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});
