import * as fc from 'fast-check';
import { PATHS } from '@fourways/chat-core';
import { RawConnection } from '../raw-connection.js';
import { type Cast, STANDS } from './cast.js';
import { answersIn, complaintOf } from './http-answer.js';
import { within } from './within.js';

/** Bytes for one connection, as characters, in the parts in which they are sent. */
export type RawInput = readonly string[];

const CLOSED_MS = 20_000;

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${STANDS.cookie}\r\n\r\n`;
const post = `POST ${PATHS.alive} HTTP/1.1\r\nHost: x\r\nCookie: ${STANDS.cookie}\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"conn":"x"}`;
const wellFormed = fc.constantFrom(get(PATHS.me), get(PATHS.rooms), get(`${PATHS.poll}?cursor=${STANDS.cursor}`), get('/api/health/live'), get('/nothing'), post);

const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((found) => Buffer.from(found).toString('latin1'));
const KNOWN = [
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + '\x00'.repeat(200),
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00',
  'GET / HTTP/0.9\r\n\r\n', 'GET /\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET http://x/api/me HTTP/1.1\r\nHost: y\r\n\r\n', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /api/me HTTP/1.0\r\n\r\n', 'GET /api/me HTTP/1.1\r\n\r\n', 'GET /api/me HTTP/1.1\nHost: x\n\n', 'GET /api/me HTTP/1.1\r\nHost : x\r\n\r\n', 'GET /api/me HTTP/1.1\r\n Host: x\r\n\r\n', '\r\n\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1e1\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n', 'POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2;' + 'x'.repeat(20_000) + '\r\n{}\r\n0\r\n\r\n',
  `POST /api/session HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\n\r\n`,
];

/** A well-formed request with something else in the middle of it. */
const mangled = fc.tuple(wellFormed, fc.nat(400), fc.nat(20), bytes).map(([request, at, cut, other]) => request.slice(0, at) + other + request.slice(at + cut));
const half = fc.tuple(wellFormed, fc.nat(100)).map(([request, length]) => request.slice(0, length));
const pipelined = fc.array(wellFormed, { minLength: 2, maxLength: 5 });

export const rawInput: fc.Arbitrary<RawInput> = fc.oneof(
  bytes.map((all) => [all]),
  fc.constantFrom(...KNOWN).map((all) => [all]),
  mangled.map((all) => [all]),
  fc.tuple(wellFormed, mangled).map((all) => [...all]),
  half.map((all) => [all]),
  pipelined.map((all) => [all.join('')]),
  wellFormed.map((all) => [...all.matchAll(/[^]{1,16}/g)].map(([part]) => part)),
);

export async function playRaw(port: number, cast: Cast, input: RawInput): Promise<string | undefined> {
  const connection = new RawConnection(port);
  for (const part of input) {
    connection.send(cast.play(part));
    await new Promise(setImmediate);
  }
  connection.end();
  const closed = await within(CLOSED_MS, connection.ended);
  connection.destroy();
  if (!closed) return `was not closed within ${CLOSED_MS} ms`;
  return answersIn(connection.received).map((answer) => complaintOf(answer)).find(Boolean);
}
