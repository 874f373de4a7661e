import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog, formatCursor, type HistoryPage, MODES, parseCursor, Tail } from '@fourways/chat-core';
import { gapTold } from '../../test/gap-told.js';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';
import { Retention } from './retention.js';

let server: TestServer;
let ada: Guest;
beforeAll(async () => {
  server = await startServer({ RETENTION_EVENTS: '10', RETENTION_HOURS: '1', MESSAGES_PER_SECOND: '1000' });
  ada = await Guest.signIn(server.url);
});
afterAll(() => server.stop());

const prune = (hoursOn = 0) => server.app.get(Retention).prune(Date.now() + hoursOn * 3_600_000);
const range = () => server.app.get(EventLog).range();

describe('retention', () => {
  it('[G5] keeps the newest events by count, and all messages', async () => {
    for (let i = 0; i < 30; i++) await ada.saying(`message ${i}`);
    const before = await range();
    expect(await prune()).toBe(before.head - 10);
    expect(await range()).toEqual({ ...before, first: before.head - 9 });
    const { body } = await ada.get<HistoryPage>(`${messagesOf(LOBBY.id)}?limit=100`);
    expect(body.messages).toHaveLength(30);
  });

  it('[G5] is told to whoever asks for a snapshot', async () => {
    expect((await ada.snapshot()).hello.retention).toEqual({ events: 10, ms: 3_600_000 });
  });

  it.each(MODES)('[A3] [C3] [M1] [ux F4] %s answers a cursor from before it with the gap', async (mode) => {
    const { epoch, first, head } = await range();
    expect(await gapTold[mode](ada, formatCursor(epoch, first - 2))).toEqual({ reason: 'expired', head: formatCursor(epoch, head) });
  });

  it('[C3] a reader at the edge of it loses nothing', async () => {
    const { epoch, first, head } = await range();
    const seqs = (await ada.readOn(formatCursor(epoch, first - 1))).flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: head - first + 1 }, (_, i) => first + i));
  });

  it('[C4] the cursor of a reader who may see nothing new does not expire as long as it reads', async () => {
    const room = await ada.createRoom('elsewhere', 'private');
    const bob = await Guest.signIn(server.url, 'Bob');
    let { cursor } = await bob.snapshot();
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 8; i++) await ada.saying('not for Bob', room);
      await prune();
      const frames = await bob.readOn(cursor);
      expect(frames.flatMap(({ events }) => events)).toEqual([]);
      cursor = frames.at(-1)!.next;
    }
    expect(parseCursor(cursor as never).seq).toBe((await range()).head);
  });

  it('[G5] [L5] forgets by age what is old, also when that is everything, and goes on', async () => {
    const before = await range();
    await prune(0.5);
    expect((await range()).first).toBe(before.first);
    await prune(2);
    expect(await range()).toEqual({ ...before, first: before.head + 1 });
    const { cursor } = await ada.snapshot();
    const { seq } = await ada.saying('after the end');
    expect(seq).toBe(before.head + 1);
    expect((await ada.readOn(cursor)).flatMap(({ events }) => events.map((event) => event.seq))).toEqual([seq]);
  });

  it('[L5] [L6] outlives a restart', async () => {
    await prune(2);
    const before = await range();
    await server.restart();
    expect(await range()).toEqual(before);
    expect(server.app.get(Tail)).toMatchObject({ epoch: before.epoch, first: before.first, head: before.head });
    expect((await ada.saying('and on')).seq).toBe(before.head + 1);
  });
});
