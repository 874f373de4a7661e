import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyEvents, type ChatEvent, formatCursor, type HistoryPage, LIMITS, parseCursor, type Snapshot, type Timeline, timelineFrom } from '@fourways/chat-core';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;
let start: Snapshot;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '100000' });
  [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
  start = await bob.snapshot();
});
afterAll(() => server.stop());

async function since(guest: Guest, cursor: string): Promise<ChatEvent[]> {
  return (await guest.readOn(cursor)).flatMap(({ events }) => events);
}

const posts = (events: readonly ChatEvent[]) => events.filter((event) => event.type === 'message.posted');
const lobbyOf = (snapshot: Snapshot) => snapshot.rooms.find(({ room }) => room.id === LOBBY.id)!;

describe('a snapshot', () => {
  it('[B1] taken at any moment of 500 posts, and followed from its cursor, shows each of them once', async () => {
    const snapshots: Snapshot[] = [];
    let posting = true;
    const writing = Promise.all(Array.from({ length: 10 }, async (_, i) => {
      for (let n = 0; n < 50; n++) await ada.saying(`${i}.${n}`);
    })).finally(() => (posting = false));
    for (; posting; await new Promise((resolve) => setTimeout(resolve, 20))) snapshots.push(await bob.snapshot());
    await writing;
    const all = posts(await since(bob, start.cursor)).map(({ seq }) => seq);
    expect(all).toHaveLength(500);
    expect(new Set(snapshots.map(({ cursor }) => cursor)).size).toBeGreaterThan(5);
    const every = Math.ceil(snapshots.length / 20);
    for (const snapshot of snapshots.filter((_, i) => i % every === 0)) {
      const shown = lobbyOf(snapshot).messages.map(({ seq }) => seq);
      const followed = posts(await since(bob, snapshot.cursor)).map(({ seq }) => seq);
      const { seq: head } = parseCursor(snapshot.cursor);
      expect(shown).toEqual(all.filter((seq) => seq <= head).slice(-LIMITS.snapshotMessages));
      expect(followed).toEqual(all.filter((seq) => seq > head));
      expect(lobbyOf(snapshot).hasOlder).toBe(all.filter((seq) => seq <= head).length > LIMITS.snapshotMessages);
    }
  }, 30_000);

  it('[B1] its cursor is never ahead of what the readers of its server know', async () => {
    for (let i = 0; i < 30; i++) {
      const posting = ada.saying(`ahead ${i}`);
      const { cursor } = await bob.snapshot();
      expect((await bob.poll(cursor)).status).toBe(200);
      await posting;
    }
  });

  it('tells a stranger to a public room that it is there, and nothing of what is said in it', async () => {
    const room = await ada.createRoom('ajar');
    await ada.saying('for members', room);
    const view = (await bob.snapshot()).rooms.find((each) => each.room.id === room);
    expect(view).toMatchObject({ joined: false, memberCount: 1, roomSeq: 0, messages: [], hasOlder: false });
  });

  it('[W4] is the state that all events fold into', async () => {
    const room = await ada.createRoom('folded');
    await bob.join(room);
    const said: Awaited<ReturnType<Guest['saying']>>[] = [];
    for (let i = 0; i < 12; i++) said.push(await (i % 2 ? ada : bob).saying(`message ${i}`, room));
    const change = (guest: Guest, i: number, method: string, body?: object) => guest.request(method, `${messagesOf(room)}/${said[i]!.data.messageId}`, body && { body });
    await change(ada, 1, 'PATCH', { body: 'edited' });
    await change(bob, 2, 'DELETE');
    await change(ada, 3, 'PATCH', { body: 'edited, then removed' });
    await change(ada, 3, 'DELETE');
    await bob.leave(room);
    await bob.join(room);
    await ada.saying('the last', room);
    await ada.leave(room);

    const folded = applyEvents(timelineFrom(start), await since(bob, start.cursor));
    const told = timelineFrom(await bob.snapshot());
    for (const [id, { joined, memberCount, roomSeq }] of told.rooms) {
      const mine = folded.rooms.get(id)!;
      expect(mine).toMatchObject({ joined, ...(joined && { memberCount, roomSeq }) });
    }
    expect([...folded.rooms.keys()].sort()).toEqual([...told.rooms.keys()].sort());
    expect(windowOf(folded, room)).toEqual(windowOf(told, room).slice(-windowOf(folded, room).length));
    expect(windowOf(folded, LOBBY.id).slice(-LIMITS.snapshotMessages)).toEqual(windowOf(told, LOBBY.id));
    const { body: history } = await bob.get<HistoryPage>(`${messagesOf(room)}?limit=100`);
    expect(history.messages).toEqual(windowOf(told, room));
  });

  it('[W4] also of a log that is folded from its very beginning', async () => {
    const nothing: Timeline = { me: bob.user, rooms: new Map(), changes: new Map() };
    const { epoch } = parseCursor(start.cursor);
    const folded = applyEvents(nothing, await since(bob, formatCursor(epoch, 0)));
    const told = timelineFrom(await bob.snapshot());
    expect([...folded.rooms.keys()].sort()).toEqual([...told.rooms.keys()].sort());
    for (const [id, { joined, memberCount }] of told.rooms) expect(folded.rooms.get(id)).toMatchObject({ joined, ...(joined && { memberCount }) });
  });
});

function windowOf({ rooms }: Timeline, id: string) {
  return [...rooms.get(id)!.messages];
}
