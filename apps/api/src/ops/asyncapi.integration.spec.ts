import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Ack, EVENT_TYPES, type Frame, PATHS, TIMING } from '@fourways/chat-core';
import type { Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import { z } from 'zod';
import { sseMessages } from '../../test/delivery/sse-lines.js';
import { Guest } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';

jest.setTimeout(30_000);

interface Reference {
  readonly $ref: string;
}
interface Channel {
  readonly address: string;
  readonly messages: Record<string, Reference>;
}
interface Document {
  readonly asyncapi: string;
  readonly channels: Record<'sse' | 'websocket', Channel>;
  readonly components: { schemas: Record<string, object>; messages: Record<string, { payload: Reference }> };
}

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await startServer();
  document = (await (await fetch(`${server.url}/api/docs/asyncapi.json`)).json()) as Document;
});
afterAll(() => server.stop());

const lookUp = ({ $ref }: Reference) => $ref.slice(2).split('/').reduce<unknown>((place, key) => (place as Record<string, unknown>)[key], document);

/** JSON Schema reads patterns as Unicode; zod's reading of them does not know `\p{…}`. */
const withoutUnicodeClasses = (key: string, value: unknown) => (key === 'pattern' && String(value).includes('\\p{') ? undefined : value);

/** A validator from nothing but the document: what someone else would make of it. */
function validatorOf(message: string): z.ZodType {
  const { payload } = document.components.messages[message]!;
  const schema = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...payload, definitions: document.components.schemas });
  return z.fromJSONSchema(JSON.parse(schema.replaceAll('#/components/schemas/', '#/definitions/'), withoutUnicodeClasses));
}

describe('the AsyncAPI document', () => {
  it('is AsyncAPI 3.0 of the two streams', () => {
    expect(document.asyncapi).toBe('3.0.0');
    expect([document.channels.sse.address, document.channels.websocket.address]).toEqual([PATHS.sse, PATHS.websocket]);
  });

  it('refers to nothing that it does not have', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, $ref]) => $ref!);
    expect(refs.length).toBeGreaterThan(50);
    for (const $ref of refs) expect({ $ref, found: lookUp({ $ref }) }).toEqual({ $ref, found: expect.any(Object) });
  });

  it.each(['frame', 'hello', 'gap', 'bye', 'cmd', 'answer', 'connect', 'connect_error'])('does not take anything for %s', (message) => {
    for (const wrong of [{}, null, { v: 1 }, { code: 'x' }]) expect(validatorOf(message).safeParse(wrong).success).toBe(false);
  });
});

interface Said {
  readonly name: string;
  readonly payload: unknown;
}

function expectDocumented(channel: 'sse' | 'websocket', said: readonly Said[]): void {
  for (const { name, payload } of said) {
    expect(document.channels[channel].messages).toHaveProperty(name);
    const { error } = validatorOf(name).safeParse(payload);
    expect({ name, payload, issues: error?.issues ?? [] }).toEqual({ name, payload, issues: [] });
  }
}

function eventTypesIn(said: readonly Said[]): string[] {
  const frames = said.filter(({ name }) => name === 'frame').map(({ payload }) => payload as Frame);
  return [...new Set(frames.flatMap(({ events }) => events.map(({ type }) => type)))].sort();
}

/** All that a stream says until it ends. */
async function heardOverSse(guest: Guest, cursor: string): Promise<Said[]> {
  const said: Said[] = [];
  const response = await fetch(`${server.url}${PATHS.sse}?cursor=${cursor}`, { headers: { Cookie: guest.cookie } });
  for await (const { event, data } of sseMessages(response)) if (event) said.push({ name: event, payload: JSON.parse(data!) });
  return said;
}

/** All that a socket says until it is closed. */
function heardOn(socket: Socket): Promise<Said[]> {
  const said: Said[] = [];
  socket.onAny((name: string, payload: unknown) => said.push({ name, payload }));
  return new Promise((resolve) => {
    socket.once('disconnect', () => resolve(said));
    socket.once('connect_error', (error) => {
      const { message, data } = error as Error & { data: unknown };
      resolve([...said, { name: 'connect_error', payload: { message, data } }]);
    });
  });
}

/** Every kind of command, each as the document has it; returns what was answered. */
async function converse(socket: Socket, bob: Guest): Promise<Said[]> {
  const said: Said[] = [];
  const run = async (name: string, data: object) => {
    const answer = (await socket.timeout(5_000).emitWithAck('cmd', { name, data })) as { result: Ack | null };
    said.push({ name: 'cmd', payload: { name, data } }, { name: 'answer', payload: answer });
    return answer.result?.event as { roomId: string; data: { messageId: string } };
  };
  const { roomId } = await run('room.create', { name: 'documented', kind: 'public' });
  await run('room.add', { roomId, userId: bob.user.id });
  const posted = await run('message.post', { roomId, clientMsgId: v7(), body: 'hello' });
  const { messageId } = posted.data;
  await run('message.post', { roomId, clientMsgId: v7(), body: `hello @${bob.user.name}, @room`, replyTo: messageId, mentions: [bob.user.id, 'room'] });
  await run('message.edit', { roomId, messageId, body: 'hallo', updatedSeq: 1 });
  await run('message.edit', { roomId, messageId, body: 'hallo' });
  await run('message.react', { roomId, messageId, emoji: '👍', on: true });
  await run('room.change', { roomId, topic: 'what is documented' });
  await run('room.prefer', { roomId, level: 'everything', starred: true, position: 1.5 });
  await run('room.unread', { roomId, number: 0 });
  await run('room.read', { roomId, number: 1 });
  await run('room.direct', { userIds: [bob.user.id] });
  await run('room.direct', { userIds: [bob.user.id] });
  await run('message.remove', { roomId, messageId });
  await run('message.remove', { roomId, messageId: v7() });
  await run('typing', { roomId, typing: true });
  await run('alive', { conn: 'documented' });
  await bob.leave(roomId);
  await bob.post(`${PATHS.rooms}/${LOBBY.id}/typing`, { typing: true });
  await run('room.join', { roomId: LOBBY.id });
  await run('room.leave', { roomId });
  return said;
}

describe('the AsyncAPI document of a conversation', () => {
  let ada: Guest;
  let cursor: string;
  beforeEach(async () => {
    ada = await Guest.signIn(server.url, 'Ada');
    ({ cursor } = await ada.snapshot());
  });

  it('[M3] [M4] describes all that is said over both streams, and all that is answered', async () => {
    const auth = { cursor, conn: 'documented', v: 1, eph: 0 };
    const socket = ada.socket(auth);
    const [overSocket, overSse] = [heardOn(socket), heardOverSse(ada, cursor)];
    const answers = await converse(socket, await Guest.signIn(server.url, 'Bob'));
    await new Promise((resolve) => setTimeout(resolve, 2 * TIMING.ephemeralConflateMs));
    await ada.request('DELETE', PATHS.session);
    for (const said of await Promise.all([overSocket, overSse])) {
      expect(eventTypesIn(said)).toEqual([...EVENT_TYPES].sort());
      expect(said.map(({ name }) => name)).toEqual(expect.arrayContaining(['hello', 'frame', 'bye']));
      expect(said.some(({ payload }) => (payload as Frame).eph?.typing.length)).toBe(true);
    }
    expectDocumented('websocket', [...(await overSocket), ...answers, { name: 'connect', payload: auth }]);
    expectDocumented('sse', await overSse);
  });

  it('[C3] describes the gap', async () => {
    const nowhere = 'zzzzzzzz.00000000001';
    const overSocket = await heardOn(ada.socket({ cursor: nowhere, conn: 'gap', v: 1 }));
    const overSse = await heardOverSse(ada, nowhere);
    for (const said of [overSocket, overSse]) expect(said.map(({ name }) => name)).toEqual(['hello', 'gap']);
    expectDocumented('websocket', overSocket);
    expectDocumented('sse', overSse);
  });

  it('[K1] describes what a stranger is told', async () => {
    const overSocket = await heardOn(ada.socket({ cursor, conn: 'nobody', v: 1 }, { Cookie: '' }));
    expect(overSocket.map(({ name }) => name)).toEqual(['connect_error']);
    expectDocumented('websocket', overSocket);
  });
});
