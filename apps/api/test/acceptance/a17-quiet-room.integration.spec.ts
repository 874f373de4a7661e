import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { EventLog, MODES, type Mode } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest } from '../guest.js';
import { bodiesOf, People } from '../people.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

const EVENTS = Number(process.env['EVENTS'] || 20_000);
const BATCH = 100;
/** Twelve times as fast as 200,000 in ten minutes. */
const PER_SECOND = 4_000;
const RETENTION_EVENTS = 5_000;
const PRUNE_EVERY = 1_000;

jest.setTimeout(60_000 + (10_000 * EVENTS) / PER_SECOND);

describe('[A17] a quiet room in a busy server', () => {
  const people = new People();
  const readers = new Map<Mode, ChatClient>();
  let server: TestServer;
  let friend: Guest;
  let room: string;
  /** `seq` of the last event that the readers could see. */
  let quietSince: number;

  beforeAll(async () => {
    server = await startServer({ RETENTION_EVENTS: String(RETENTION_EVENTS), CONNECTIONS_PER_USER: '100' });
    friend = await Guest.signIn(server.url, 'Friend');
    const stranger = await Guest.signIn(server.url, 'Stranger');
    const busy = await stranger.createRoom('busy', 'private');
    for (const mode of MODES) readers.set(mode, await people.arrive(server.url, `Reader by ${mode}`, { mode, pollIntervalMs: 500 }));
    room = await friend.createRoom('quiet');
    for (const reader of readers.values()) await reader.joinRoom(room);
    quietSince = (await server.app.get(EventLog).range()).head;
    await write(stranger, busy);
    await server.prune();
  });

  afterAll(async () => {
    people.leave();
    await server.stop();
  });

  /** Straight into the log: what costs time at the door is not what is asked here. */
  const write = async ({ user }: Guest, roomId: string) => {
    const log = server.app.get(EventLog);
    const since = performance.now();
    for (let written = 0; written < EVENTS; written += BATCH) {
      await log.append(Array.from({ length: BATCH }, () => posted(roomId, user)));
      if (written % PRUNE_EVERY === 0) await server.prune();
      while (((performance.now() - since) * PER_SECOND) / 1_000 < written) await turn();
    }
  };

  let number = 0;
  const posted = (roomId: string, author: Guest['user']) => {
    const id = v7();
    const event = { id, ts: Date.now(), actor: author.id, type: 'message.posted' as const, roomId, clientMsgId: v7() };
    return { audience: `room:${roomId}` as const, event: { ...event, data: { messageId: id, number: ++number, author, body: 'busy' } } };
  };

  it.each(MODES)('[A17] [C4] by %s its reader is still in sync, and hears the next word', async (mode) => {
    const reader = readers.get(mode)!;
    await friend.saying(`hello ${mode}`, room);
    await until(reader, () => bodiesOf(reader, room).at(-1) === `hello ${mode}`, 'the next word');
    expect(reader.getSnapshot().meters[mode]).toMatchObject({ gaps: 0, holes: 0, lost: 0, reconnects: 0 });
  });

  it.each(MODES)('[A17] [C4] [G5] by %s its reader comes back to a log of which the rest is forgotten, without a gap', async (mode) => {
    const reader = readers.get(mode)!;
    reader.close();
    await friend.saying(`again ${mode}`, room);
    await reader.start();
    await until(reader, () => bodiesOf(reader, room).at(-1) === `again ${mode}`, 'the word said meanwhile');
    expect(reader.getSnapshot().meters[mode]).toMatchObject({ gaps: 0, lost: 0 });
    expect((await server.app.get(EventLog).range()).first).toBeGreaterThan(quietSince);
  });
});
