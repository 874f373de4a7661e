import { Ack, Bye, ChatEvent, Command, Ephemeral, Frame, Gap, Hello, PATHS, Problem, SESSION_COOKIE, SSE_STOP_IDS, User } from '@fourways/chat-core';
import { z } from 'zod';
import { ReaderHandshake, ReaderRequest } from '../delivery/reader-request.js';

type Json = Record<string, unknown>;

const CommandAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), result: z.nullable(Ack) }), z.object({ ok: z.literal(false), problem: Problem })]);
/** The number of seconds to wait is for long polling alone. */
const StreamQuery = ReaderRequest.omit({ wait: true });
const ConnectError = z.object({ message: z.string(), data: Bye });

/** Under these names the schemas are found in the document, and refer to each other. */
const said = { Ack, Bye, ChatEvent, CommandAnswer, ConnectError, Ephemeral, Frame, Gap, Hello, Problem, ReaderHandshake, StreamQuery, User };
const heard = { Command };

const messages = {
  hello: ['Hello', 'The first thing a stream says'],
  frame: ['Frame', 'All that is new between two places of the log. Over SSE its `id:` is `next`'],
  hb: ['Frame', 'An empty frame on a quiet stream, with the server’s clock. Its `id:` is `next`'],
  gap: ['Gap', `The log cannot be replayed from this cursor: take a snapshot. Over SSE its \`id:\` is \`${SSE_STOP_IDS.gap}\``],
  bye: ['Bye', `The server ends the connection. Over SSE its \`id:\` is \`${SSE_STOP_IDS.stop}\` when one must not come back`],
  connect: ['ReaderHandshake', 'The `auth` of the Socket.IO handshake'],
  connect_error: ['ConnectError', 'The handshake is refused; `data` is the goodbye'],
  cmd: ['Command', 'Does what the HTTP route of the same name does'],
  answer: ['CommandAnswer', 'The acknowledgement of a `cmd`: the result, or the problem that the HTTP route would answer'],
} as const;
type MessageName = keyof typeof messages;

const sseMessages = ['hello', 'frame', 'hb', 'gap', 'bye'] as const;
const socketNotices = ['hello', 'frame', 'gap', 'bye', 'connect_error'] as const;
const socketMessages = [...socketNotices, 'connect', 'cmd', 'answer'] as const;

const ref = (...path: string[]) => ({ $ref: `#/${path.join('/')}` });

/** AsyncAPI 3.0 of the two streams, from the zod schemas that also validate; OpenAPI describes the two polling modes. */
export function asyncApi(): Json {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Fourways', version: '0.1.0', description: 'The streams of one conversation, four ways. What they promise is in PROTOCOL.md.' },
    defaultContentType: 'application/json',
    servers: { http: server('http'), socket: server('ws') },
    channels: {
      sse: channel('http', PATHS.sse, 'Server-Sent Events: the name of a message is its `event:`, the payload its `data:`', sseMessages),
      websocket: channel('socket', PATHS.websocket, 'Socket.IO over WebSocket alone: the name of a message is the name of its event', socketMessages),
    },
    operations: operations(),
    components: { schemas: schemas(), messages: mapped(messages, message), securitySchemes: { session: { type: 'httpApiKey', in: 'cookie', name: SESSION_COOKIE } } },
  };
}

function server(protocol: 'http' | 'ws'): Json {
  return { host: '{host}', protocol, variables: { host: { default: 'localhost:3000' } }, security: [ref('components', 'securitySchemes', 'session')] };
}

function channel(server: string, address: string, description: string, names: readonly MessageName[]): Json {
  return { address, description, servers: [ref('servers', server)], messages: Object.fromEntries(names.map((name) => [name, ref('components', 'messages', name)])) };
}

/** `send` is what the server does. */
function operations(): Json {
  const query = { http: { method: 'GET', query: ref('components', 'schemas', 'StreamQuery'), bindingVersion: '0.3.0' } };
  return {
    followOverSse: { ...operation('send', 'sse', sseMessages), bindings: query },
    followOverWebsocket: operation('send', 'websocket', socketNotices),
    connect: operation('receive', 'websocket', ['connect']),
    command: { ...operation('receive', 'websocket', ['cmd']), reply: place('websocket', ['answer']) },
  };
}

function operation(action: 'send' | 'receive', channel: string, names: readonly MessageName[]): Json {
  return { action, ...place(channel, names) };
}

function place(channel: string, names: readonly MessageName[]): Json {
  return { channel: ref('channels', channel), messages: names.map((name) => ref('channels', channel, 'messages', name)) };
}

function message([schema, summary]: readonly [string, string], name: string): Json {
  return { name, summary, payload: ref('components', 'schemas', schema) };
}

function schemas(): Json {
  return { ...jsonSchemas(said, 'output'), ...jsonSchemas(heard, 'input') };
}

/** Draft 7 is what AsyncAPI's own schema language extends. */
function jsonSchemas(named: Record<string, z.core.$ZodType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-7', io, unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` });
  return mapped(schemas, ({ $schema: _schema, $id: _id, ...json }) => json);
}

function mapped<T, R>(entries: Readonly<Record<string, T>>, change: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
