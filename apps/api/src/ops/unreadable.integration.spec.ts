import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ERRORS, type ErrorCode, PATHS, Problem } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { Guest } from '../../test/guest.js';
import { exchange, RawConnection } from '../../test/raw-connection.js';
import { startServer, type TestServer } from '../../test/server.js';

jest.setTimeout(30_000);

let server: TestServer;
let ada: Guest;
beforeAll(async () => {
  server = await startServer();
  ada = await Guest.signIn(server.url);
});
afterAll(() => server.stop());

const get = (path: string, ...headers: string[]) => [`GET ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');
const upgrade = (path: string, ...headers: string[]) => get(path, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', ...headers);
const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const socketAt = (query: string) => `${PATHS.websocket}/?${query}`;
const good = socketAt('EIO=4&transport=websocket');

describe('what is no request at all', () => {
  const table: [string, ErrorCode, string][] = [
    ['the beginning of TLS', 'bad_request', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['the preface of HTTP/2', 'bad_request', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a method of its own', 'bad_request', 'SHOUT / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['two lengths', 'bad_request', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    ['a length and chunks', 'bad_request', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}'],
    ['NUL in a header', 'bad_request', get(PATHS.me, 'X-Odd: a\x00b')],
    ['no Host', 'bad_request', 'GET /api/me HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a tunnel', 'method_not_allowed', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an expectation that nobody knows', 'no_session', get(PATHS.me, 'Expect: a-miracle', 'Connection: close')],
    ['headers over 16 KiB', 'headers_too_large', get(PATHS.me, `X-Large: ${'x'.repeat(20_000)}`)],
    ['a path over 16 KiB', 'headers_too_large', get(`/${'x'.repeat(20_000)}`)],
    ['polling by Engine.IO', 'upgrade_required', get(socketAt('EIO=4&transport=polling'), 'Connection: close')],
    ['a socket of Engine.IO 3', 'invalid', upgrade(socketAt('EIO=3&transport=websocket'), key)],
    ['a socket of two versions', 'invalid', upgrade(socketAt('EIO=4&EIO=3&transport=websocket'), key)],
    ['a socket of another transport', 'invalid', upgrade(socketAt('EIO=4&transport=__proto__'), key)],
    ['a socket of somebody else', 'invalid', upgrade(`${good}&sid=constructor`, key)],
    ['a socket from a foreign origin', 'forbidden_origin', upgrade(good, key, 'Origin: https://evil.example')],
    ['a socket without a key', 'bad_request', upgrade(good)],
    ['a socket where there is none', 'bad_request', upgrade(PATHS.me, key)],
    ['HTTP/2 in clear text', 'bad_request', get(PATHS.me, 'Connection: Upgrade', 'Upgrade: h2c')],
  ];
  it.each(table)('[X1] %s is refused as a problem: %s', async (_, code, bytes) => {
    const [head, body] = (await exchange(server.port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${ERRORS[code].status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json; charset=utf-8$/im);
    expect(Problem.parse(JSON.parse(body!))).toMatchObject({ code, status: ERRORS[code].status });
  });

  it.each([
    ['headers', get(PATHS.me, 'X-Odd: a\x00b')],
    ['socket', upgrade(socketAt('EIO=3&transport=websocket'), key)],
  ])('[X1] bad %s: a client that does not close is closed', async (_, bytes) => {
    const before = await openSockets();
    const connection = new RawConnection(server.port);
    connection.send(bytes);
    await connection.ended;
    await eventually(async () => expect(await openSockets()).toBeLessThanOrEqual(before), 3_000);
    connection.destroy();
  });

  it('[X1] [M3] what follows a request for a stream never gets into the stream', async () => {
    const { cursor } = await ada.snapshot();
    const connection = new RawConnection(server.port);
    connection.send(get(`${PATHS.sse}?cursor=${cursor}`, `Cookie: ${ada.cookie}`));
    await eventually(() => expect(connection.received).toContain('event: frame'));
    connection.send('nonsense\r\n\r\n');
    await connection.ended;
    connection.destroy();
    expect(connection.received.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

function openSockets(): Promise<number> {
  return new Promise((resolve) => server.app.getHttpServer().getConnections((_error: Error | null, count: number) => resolve(count)));
}
