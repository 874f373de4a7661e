import * as fc from 'fast-check';
import { Bye, Command, LIMITS, PATHS } from '@fourways/chat-core';
import { RawConnection } from '../raw-connection.js';
import { type Cast, STANDS } from './cast.js';
import { hostileJson, hostileText, nearly } from './hostile.js';
import { answersIn, complaintOf, problemComplaint } from './http-answer.js';
import { RIGHT } from './routes.js';
import { bytesOfFrame, heardIn, TEXT, textFrame, type WireFrame } from './websocket-frames.js';
import { within } from './within.js';

/** One connection to the sockets' path: its handshake, how it joins, and what it says then. */
export interface SocketInput {
  readonly query: string;
  readonly headers: readonly string[];
  /** Engine.IO packets, with stands. */
  readonly join: string;
  readonly frames: readonly WireFrame[];
}

const ANSWERED_MS = 1_500;
const CLOSED_MS = 20_000;
/** It goes the long way, by the ledger, so that whatever was said before has been answered when its answer comes. */
const LAST_COMMAND = `42777["cmd",{"name":"room.join","data":{"roomId":"${STANDS.room}"}}]`;
const LAST_ANSWER = '43777[';

const rarely = <T>(weight: number, right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) => fc.oneof({ weight, arbitrary: right }, { weight: 1, arbitrary: wrong });

const query = rarely(15, fc.constant('EIO=4&transport=websocket'), fc.oneof(fc.constantFrom('', 'EIO=3&transport=websocket', 'EIO=4&transport=polling', 'EIO=4&transport=websocket&sid=constructor', 'EIO=4&transport=websocket&b64=1', 'EIO=4&transport=webtransport', 'EIO=4&EIO=4&transport=websocket'), hostileText.map((text) => encodeURIComponent(text.toWellFormed()))));
const cookie = rarely(12, fc.constant(`Cookie: ${STANDS.cookie}`), fc.constantFrom('Cookie: fourways_session=forged', 'X-None: 1'));
const key = rarely(20, fc.constant('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='), fc.constantFrom('Sec-WebSocket-Key: x', 'X-None: 2'));
const version = rarely(20, fc.constant('Sec-WebSocket-Version: 13'), fc.constantFrom('Sec-WebSocket-Version: 8', 'Sec-WebSocket-Version: x', 'X-None: 3'));
const more = rarely(12, fc.constant('X-None: 4'), fc.constantFrom('Sec-WebSocket-Protocol: ,,', 'Sec-WebSocket-Extensions: permessage-deflate; x="', 'Origin: https://evil.example', 'Origin: x', 'Content-Length: 5'));

const auth = rarely(6, fc.constant(JSON.stringify({ cursor: STANDS.cursor, conn: STANDS.fresh, v: 1, eph: 0 })), fc.oneof(nearly({ cursor: STANDS.cursor, conn: STANDS.fresh, v: 1, eph: 0 }), hostileJson));
const namespace = rarely(15, fc.constant(''), fc.constantFrom('/admin,', '/,', '/__proto__,', '/?a=b,', ',,'));
const join = rarely(25, fc.tuple(namespace, auth).map(([name, given]) => `40${name}${given}`), fc.constant(''));

const commands = Command.def.options.map(({ shape: { name, data } }) => ({ name: name.def.values[0], data: Object.fromEntries(Object.keys(data.shape).map((field) => [field, RIGHT[field]])) }));
const command = fc.constantFrom(...commands).chain(({ name, data }) => nearly(data).map((given) => `{"name":${JSON.stringify(name)},"data":${given}}`));
const ack = rarely(6, fc.nat(99).map(String), fc.constantFrom('', '-1', '99999999999999999999', '1e3', '٣'));
const event = rarely(8, fc.constant('"cmd"'), fc.oneof(hostileText.map((text) => JSON.stringify(text)), fc.constantFrom('"connect"', '"disconnect"', '"disconnecting"', '"error"', '"newListener"', '5', 'null', '{}')));

const said = (id: string, name: string, data: string) => `42${id}[${name},${data}]`;
/** Commands that can be read, right or not: the socket lives on. */
const asked = fc.tuple(fc.nat(99), command).map(([id, data]) => said(String(id), '"cmd"', data));

/** Engine.IO packets of text. */
const packet = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(ack, event, rarely(8, command, hostileJson)).map((parts) => said(...parts)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '40', '41', '42', '43', '44', '45', '46', '47', 'b', 'bAQID', '451-', '4599999999999-', '45-1-', '450-', '461-1'), hostileJson).map(([type, data]) => type + data) },
  { weight: 1, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom('41', '41/admin,', '3', '2probe', '5', '1', '40', '40{}', '40/admin,{}', '43["x"]', '430[{"ok":true}]', `42["cmd",{"name":"message.post","data":{"body":"${'x'.repeat(LIMITS.requestBytes)}"}}]`, '451-["cmd",{"_placeholder":true,"num":0}]', '451-7["cmd",{"_placeholder":true,"num":-1}]', '452-["cmd",{"_placeholder":true,"num":1e9}]') },
);

const text = packet.map(textFrame);
const odd: fc.Arbitrary<WireFrame> = fc.record({
  opcode: fc.constantFrom(0, 1, 2, 2, 2, 3, 7, 8, 9, 9, 10, 11, 15),
  payload: fc.oneof(fc.uint8Array({ maxLength: 130 }), packet.map((said) => new Uint8Array(Buffer.from(said)))),
  final: rarely(6, fc.constant(true), fc.constant(false)),
  reserved: rarely(12, fc.constant(0), fc.integer({ min: 1, max: 7 })),
  masked: rarely(12, fc.constant(true), fc.constant(false)),
  claims: rarely<number | undefined>(15, fc.constant(undefined), fc.constantFrom(0, 126, 60_000, 70_000, 2 ** 31, 2 ** 40)),
});
const flood = fc.constantFrom(textFrame('3'), textFrame('40/admin,{}'), textFrame('42["cmd",{}]'), { ...textFrame('x'.repeat(100)), opcode: 9 }).map((frame) => Array<WireFrame>(200).fill(frame));

export const socketInput: fc.Arbitrary<SocketInput> = fc.record({
  query,
  headers: fc.tuple(cookie, key, version, more),
  join,
  frames: fc.oneof(
    { weight: 8, arbitrary: fc.array(asked.map(textFrame), { minLength: 1, maxLength: 6 }) },
    { weight: 6, arbitrary: fc.tuple(fc.array(asked.map(textFrame), { maxLength: 3 }), rarely(3, text, odd)).map(([before, last]) => [...before, last]) },
    { weight: 1, arbitrary: flood },
  ),
});

/** Plays the input, asks one last thing that is right, and says what is wrong with what came back. */
export async function playSocket(port: number, cast: Cast, { query, headers, join, frames }: SocketInput): Promise<string | undefined> {
  const connection = new RawConnection(port);
  const lines = [`GET ${PATHS.websocket}/?${query} HTTP/1.1`, 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', ...headers, '', ''];
  connection.send(cast.play(lines.join('\r\n')));
  await within(CLOSED_MS, Promise.race([connection.ended, connection.hears(() => connection.received.includes('\r\n\r\n'))]));
  const say = (frame: WireFrame) => connection.send(bytesOfFrame(played(cast, frame)));
  if (join) {
    say(textFrame(join));
    await hearsOf(connection, '40', '44');
  }
  for (const frame of [...frames, textFrame(LAST_COMMAND)]) say(frame);
  await hearsOf(connection, LAST_ANSWER, '44');
  connection.end();
  const closed = await within(CLOSED_MS, connection.ended);
  connection.destroy();
  if (!closed) return `was not closed within ${CLOSED_MS} ms`;
  return complaintOver(connection);
}

function played(cast: Cast, frame: WireFrame): WireFrame {
  return frame.opcode === TEXT ? { ...frame, payload: Buffer.from(cast.play(Buffer.from(frame.payload).toString())) } : frame;
}

function heard({ received }: RawConnection): { texts: string[]; closing: boolean } {
  return heardIn(Buffer.from(received.slice(received.indexOf('\r\n\r\n') + 4), 'latin1'));
}

/** Until the server has said something that begins so, or closes, or says nothing of the kind. */
async function hearsOf(connection: RawConnection, ...beginnings: readonly string[]): Promise<void> {
  const isOver = ({ texts, closing }: ReturnType<typeof heard>) => closing || texts.some((said) => beginnings.some((beginning) => said.startsWith(beginning)));
  await within(ANSWERED_MS, Promise.race([connection.ended, connection.hears(() => isOver(heard(connection)))]));
}

function complaintOver(connection: RawConnection): string | undefined {
  const { received } = connection;
  if (!received.startsWith('HTTP/1.1 101 ')) return answersIn(received).map((answer) => complaintOf(answer)).find(Boolean);
  return heard(connection).texts.map(saidComplaint).find(Boolean);
}

/** A socket says its parameters, pings, notices and acknowledgements; nothing else, and nothing went wrong on the server. */
function saidComplaint(said: string): string | undefined {
  const [, kind = '', json = ''] = /^(0|2|40|41|42|43\d*|44)(?:\/[^,[{]*,)?(.*)$/s.exec(said) ?? [];
  if (!kind) return `said ${said}`;
  if (kind === '42') return /^\["(hello|frame|gap|bye)",/.test(json) ? undefined : `said ${said}`;
  if (kind === '44') return json.includes('Invalid namespace') || Bye.safeParse((JSON.parse(json) as { data?: unknown }).data).success ? undefined : `said ${said}`;
  if (!kind.startsWith('43')) return undefined;
  const [answer] = JSON.parse(json) as [{ ok: boolean; problem?: unknown }];
  return answer.ok ? undefined : problemComplaint(answer.problem);
}

