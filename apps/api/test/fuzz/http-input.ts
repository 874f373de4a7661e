import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { LIMITS, PATHS } from '@fourways/chat-core';
import { RawConnection } from '../raw-connection.js';
import { type Cast, STANDS } from './cast.js';
import { hostileJson, hostileText, nearly } from './hostile.js';
import { answersIn, complaintOf } from './http-answer.js';
import { RIGHT, type Route } from './routes.js';
import { within } from './within.js';

type Framing = 'right' | 'chunked' | 'bad chunks' | 'short' | 'gzip';

/** One request, as text with stands. */
export interface HttpInput {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  readonly framing: Framing;
}

const ANSWERED_MS = 20_000;
const HELD_MS = 300;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'CONNECT'];
const OVERSIZED = 'x'.repeat(LIMITS.requestBytes + 1);

const rarely = <T>(weight: number, right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) => fc.oneof({ weight, arbitrary: right }, { weight: 1, arbitrary: wrong });
/** As it may stand in a request line: encoded, mostly. */
const inTarget = (text: fc.Arbitrary<string>) => rarely(9, text.map((value) => encodeURIComponent(value.toWellFormed())), text.map((value) => value.replace(/[\s\r\n]/g, '')));

const parameter = (name: string) =>
  rarely(4, fc.constant(String(RIGHT[name])), inTarget(hostileText)).map((value) => `${name}=${value}`);

function targetOf({ path, query }: Route): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => (part.startsWith('{') ? rarely(6, fc.constant(String(RIGHT[part.slice(1, -1)])), inTarget(hostileText)) : fc.constant(part)));
  const pairs = query.map((name) => rarely(8, parameter(name), fc.constant('')));
  const more = fc.array(fc.oneof(inTarget(hostileText).map((name) => `${name}=1`), fc.constantFrom(...query, 'cursor').chain(parameter)), { maxLength: 2 });
  return fc.tuple(fc.tuple(...parts), fc.tuple(...pairs), rarely(3, fc.constant([] as string[]), more)).map(([segments, given, others]) => {
    const search = [...given, ...others].filter(Boolean).join('&');
    return segments.join('/') + (search && `?${search}`);
  });
}

const header = fc.tuple(
  fc.constantFrom('Accept', 'Accept-Encoding', 'Authorization', 'Content-Encoding', 'Content-Type', 'Cookie', 'Expect', 'Host', 'Idempotency-Key', 'If-None-Match', 'Last-Event-ID', 'Origin', 'Range', 'TE', 'Upgrade', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-HTTP-Method-Override', 'X-Request-Id', '__proto__', 'constructor'),
  fc.oneof(hostileText, fc.constantFrom('gzip', 'application/xml', 'application/json; charset=utf-16', 'application/json;charset="', 'multipart/form-data', 'text/event-stream', '100-continue', 'websocket', 'h2c', 'null', `${STANDS.cookie}; ${STANDS.cookie}`, STANDS.cursor, 'x'.repeat(17_000))),
);

type Lines = HttpInput['headers'];
const none = fc.constant<Lines>([]);
const line = (name: string, value: string) => fc.constant<Lines>([[name, value]]);
const session = rarely(9, line('Cookie', STANDS.cookie), none);
const host = rarely(30, line('Host', 'localhost'), none);
const type = (body: string | undefined) => (body === undefined ? none : rarely(12, line('Content-Type', 'application/json'), none));
const withoutLineEnds = ([name, value]: readonly [string, string]) => [name, value.replace(/[\r\n]/g, ' ')] as const;

function bodyOf(route: Route): fc.Arbitrary<string | undefined> {
  const wrong = fc.oneof(hostileJson, hostileText, fc.constant(OVERSIZED), fc.constant(`{"body":"${OVERSIZED}"}`));
  if (!route.body) return rarely(12, fc.constant(undefined), wrong);
  return rarely(5, nearly(route.body), rarely(6, wrong, fc.constant(undefined) as fc.Arbitrary<string | undefined>));
}

export function httpInput(routes: readonly Route[]): fc.Arbitrary<HttpInput> {
  return fc.constantFrom(...routes).chain((route) =>
    fc.tuple(rarely(12, fc.constant(route.method), fc.constantFrom(...METHODS)), targetOf(route), bodyOf(route)).chain(([method, target, body]) =>
      fc.record({
        method: fc.constant(method),
        target: fc.constant(target),
        headers: fc.tuple(host, session, type(body), fc.array(header.map(withoutLineEnds), { maxLength: 2 })).map((parts) => parts.flat()),
        body: fc.constant(body),
        framing: body === undefined ? fc.constant<Framing>('right') : rarely<Framing>(8, fc.constant('right'), fc.constantFrom('chunked', 'bad chunks', 'short', 'gzip')),
      }),
    ),
  );
}

/** Plays the input, and says what is wrong with the answer. */
export async function playHttp(port: number, cast: Cast, input: HttpInput): Promise<string | undefined> {
  const connection = new RawConnection(port);
  connection.send(bytesOf(cast, input));
  if (input.framing === 'short') connection.end();
  const answered = await within(isHeld(input) ? HELD_MS : ANSWERED_MS, connection.ended);
  connection.destroy();
  if (!answered && !isHeld(input)) return `was not answered within ${ANSWERED_MS} ms`;
  if (isStream(connection.received)) return undefined;
  const answers = answersIn(connection.received, [input.method]);
  return answers.length === 0 && answered && input.framing !== 'short' ? 'was closed without an answer' : answers.map((answer) => complaintOf(answer, input.method)).find(Boolean);
}

/** It may wait for news: its answer is not awaited for long. */
function isHeld({ target }: HttpInput): boolean {
  return target.startsWith(PATHS['long-poll']) || target.startsWith(PATHS.sse);
}

function isStream(received: string): boolean {
  return /^HTTP\/1\.1 200 [^]*?\r\nContent-Type: text\/event-stream/.test(received);
}

function bytesOf(cast: Cast, { method, target, headers, body, framing }: HttpInput): Buffer {
  const given = headers.map(([name, value]) => `${name}: ${value}`);
  const content = body === undefined ? Buffer.alloc(0) : Buffer.from(cast.play(body));
  const framed = body === undefined ? { lines: [], bytes: content } : framedBody(content, framing);
  const head = cast.play([`${method} ${target} HTTP/1.1`, ...given, ...framed.lines, 'Connection: close', '', ''].join('\r\n'));
  return Buffer.concat([Buffer.from(head), framed.bytes]);
}

function framedBody(content: Buffer, framing: Framing): { lines: string[]; bytes: Buffer } {
  const chunk = (size: string) => Buffer.concat([Buffer.from(`${size}\r\n`), content, Buffer.from('\r\n0\r\n\r\n')]);
  const zipped = gzipSync(content);
  const framings: Record<Framing, () => { lines: string[]; bytes: Buffer }> = {
    right: () => ({ lines: [`Content-Length: ${content.length}`], bytes: content }),
    chunked: () => ({ lines: ['Transfer-Encoding: chunked'], bytes: content.length > 0 ? chunk(content.length.toString(16)) : Buffer.from('0\r\n\r\n') }),
    'bad chunks': () => ({ lines: ['Transfer-Encoding: chunked'], bytes: chunk('zz') }),
    short: () => ({ lines: [`Content-Length: ${content.length + 10}`], bytes: content }),
    gzip: () => ({ lines: ['Content-Encoding: gzip', `Content-Length: ${zipped.length}`], bytes: zipped }),
  };
  return framings[framing]();
}
