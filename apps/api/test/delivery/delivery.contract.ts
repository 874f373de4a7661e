import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { applyEvents, type Mode, MODES, Snapshot, timelineFrom } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { eventsAfter, plain } from '../events-after.js';
import { FaultyProxy } from '../faulty-proxy.js';
import { bodiesOf, LOBBY_ID, messagesOf, People } from '../people.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

jest.setTimeout(30_000);

const LIMITLESS = { MESSAGES_PER_SECOND: '100000', CONNECTIONS_PER_ADDRESS: '10000' };

/** What every mode promises, shown over a real server by the real client. Run once per mode. */
export function deliveryContract(mode: Mode): void {
  describe(`delivery by ${mode}`, () => {
    const people = new People();
    let server: TestServer;
    let ann: ChatClient;
    let bob: ChatClient;

    beforeAll(async () => {
      server = await startServer(LIMITLESS);
    });

    afterEach(() => people.leave());

    afterAll(() => server.stop());

    const arrive = async () => {
      ann = await people.arrive(server.url, 'Ann', { mode });
      bob = await people.arrive(server.url, 'Bob', { mode });
    };

    it('[M1][G1] delivers what others say, in the order of the log, each once', async () => {
      await arrive();
      const carol = await people.arrive(server.url, 'Carol', { mode: 'websocket' });
      for (let i = 0; i < 40; i++) [ann, bob, carol][i % 3]!.post(LOBBY_ID, `m${i}`);
      for (const client of [ann, bob]) {
        await until(client, ({ outbox }) => outbox.length === 0 && bodiesOf(client).filter((body) => /^m\d+$/.test(body)).length === 40, 'all 40 messages');
        const seqs = messagesOf(client).map(({ roomSeq }) => roomSeq);
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      }
      expect(messagesOf(ann)).toEqual(messagesOf(bob));
    });

    it('[M1][O7] delivers files with a message, uploaded by the client, to everyone', async () => {
      await arrive();
      const content = new Blob([`plan by ${mode}`]);
      const file = { uploadId: v7(), name: 'plan.txt', mediaType: 'text/plain', sizeBytes: content.size, content };
      ann.post(LOBBY_ID, '', { files: [file] });
      ann.post(LOBBY_ID, 'after the plan');
      for (const client of [ann, bob]) await until(client, ({ outbox }) => outbox.length === 0 && bodiesOf(client).includes('after the plan'), 'both messages');
      expect(messagesOf(bob).slice(-2)).toMatchObject([{ body: '', attachments: [{ name: 'plan.txt', sizeBytes: content.size }] }, { body: 'after the plan' }]);
      expect(messagesOf(bob)).toEqual(messagesOf(ann));
      expect(ann.getSnapshot().uploads.size).toBe(0);
    });

    it('[M1][F3] ends with the state that a fresh snapshot shows, after posts, edits, removals, joins and leaves', async () => {
      await arrive();
      const { event } = await bob.createRoom(`room of ${mode}`);
      const roomId = event!.roomId;
      await until(ann, ({ timeline }) => timeline!.rooms.has(roomId), 'the new public room');
      await ann.joinRoom(roomId);
      await until(ann, ({ timeline }) => timeline!.rooms.get(roomId)!.joined, 'my joining');
      for (const body of ['one', 'two', 'three']) bob.post(roomId, body);
      await until(ann, () => bodiesOf(ann, roomId).length === 3, 'three messages');
      await until(bob, ({ outbox }) => outbox.length === 0 && bodiesOf(bob, roomId).length === 3, 'three own messages');
      const [one, two] = messagesOf(bob, roomId);
      await bob.edit(roomId, one!.id, 'ONE');
      await bob.remove(roomId, two!.id);
      await until(ann, () => bodiesOf(ann, roomId).join() === 'ONE,,three', 'the edit and the removal');
      expect(messagesOf(ann, roomId)[1]).toMatchObject({ removed: true, body: '' });
      await until(bob, () => bodiesOf(bob, roomId).join() === 'ONE,,three', 'his own edit and removal');
      expect(messagesOf(ann, roomId)).toEqual(messagesOf(bob, roomId));
      await bob.leaveRoom(roomId);
      await until(ann, ({ timeline }) => timeline!.rooms.get(roomId)!.memberCount === 1, 'one member left');
    });

    it('[R4] shows a private room only to who is in it, from the moment she is added', async () => {
      await arrive();
      const { event } = await ann.createRoom('secret', 'private');
      const roomId = event!.roomId;
      await until(ann, ({ timeline }) => timeline!.rooms.get(roomId)?.joined === true, 'my private room');
      ann.post(roomId, 'before');
      await until(ann, () => bodiesOf(ann, roomId).length === 1, 'my own message');
      expect(bob.getSnapshot().timeline!.rooms.has(roomId)).toBe(false);
      await ann.addMember(roomId, bob.getSnapshot().timeline!.me.id);
      await until(bob, ({ timeline }) => timeline!.rooms.get(roomId)?.joined === true, 'being added');
      ann.post(roomId, 'after');
      await until(bob, () => bodiesOf(bob, roomId).join() === 'after', 'what was said since');
      await bob.loadOlder(roomId);
      expect(bodiesOf(bob, roomId)).toEqual(['before', 'after']);
    });

    it('[A7] [R4] replays a room that was joined elsewhere while this reader was away', async () => {
      await arrive();
      const { token } = await signInTwice(server.url);
      const here = people.client(server.url, { mode, cookie: token });
      const there = people.client(server.url, { mode: 'websocket', cookie: token });
      await here.start();
      here.close();
      await there.start();
      const { event } = await bob.createRoom(`elsewhere ${mode}`);
      await there.joinRoom(event!.roomId);
      bob.post(event!.roomId, 'while you were away');
      await until(there, () => bodiesOf(there, event!.roomId).length === 1, 'the other device has it');
      await here.start();
      await until(here, () => bodiesOf(here, event!.roomId).join() === 'while you were away', 'replay');
    });

    it('[E1] shows typing and presence, and ends them', async () => {
      await arrive();
      const me = bob.getSnapshot().timeline!.me.id;
      await until(ann, ({ presence }) => presence.some(({ user, state }) => user.id === me && state === 'online'), 'Bob online');
      bob.setTyping(LOBBY_ID, true);
      await until(ann, ({ typing }) => typing.some(({ user }) => user.id === me), 'Bob typing');
      bob.setTyping(LOBBY_ID, false);
      await until(ann, ({ typing }) => !typing.some(({ user }) => user.id === me), 'Bob not typing');
      await bob.signOut();
      await until(ann, ({ presence }) => !presence.some(({ user }) => user.id === me), 'Bob gone');
    });

    it('[E1][ux G3] shows who is idle, through switches of mode, until she does something', async () => {
      await arrive();
      const me = bob.getSnapshot().timeline!.me.id;
      const shown: (string | undefined)[] = [];
      const look = () => {
        const state = ann.getSnapshot().presence.find(({ user }) => user.id === me)?.state;
        if (state !== shown.at(-1)) shown.push(state);
      };
      await until(ann, ({ presence }) => presence.some(({ user }) => user.id === me), 'Bob here');
      look();
      const unsubscribe = ann.subscribe(look);
      bob.setIdle(true);
      await until(ann, () => shown.at(-1) === 'idle', 'Bob idle');
      for (const each of [MODES.find((other) => other !== mode)!, mode]) expect(await bob.use(each)).toMatchObject({ outcome: 'switched' });
      ann.post(LOBBY_ID, 'still there?');
      await until(bob, () => bodiesOf(bob).includes('still there?'), 'a message by the mode');
      bob.setIdle(false);
      await until(ann, () => shown.at(-1) === 'online', 'Bob online again');
      unsubscribe();
      expect(shown).toEqual(['online', 'idle', 'online']);
    });

    it.each(MODES.filter((other) => other !== mode))(`[S1][ux F11] loses and doubles nothing when switched to %s and back while others write`, async (other) => {
      await arrive();
      const before = bodiesOf(ann).length;
      const talk = (async () => {
        for (let i = 0; i < 60; i++) {
          bob.post(LOBBY_ID, `${other} ${i}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })();
      expect(await ann.use(other)).toMatchObject({ from: mode, to: other, outcome: 'switched' });
      expect(await ann.use(mode)).toMatchObject({ from: other, to: mode, outcome: 'switched' });
      await talk;
      await until(bob, ({ outbox }) => outbox.length === 0, 'all sent');
      await until(ann, () => bodiesOf(ann).length === before + 60, 'all 60', 15_000);
      expect(bodiesOf(ann).slice(before)).toEqual(Array.from({ length: 60 }, (_, i) => `${other} ${i}`));
    });

    it('[G4][S3][ux F3] goes on after its connection was cut, its answers lost and the server restarted', async () => {
      const own = await startServer(LIMITLESS);
      const proxy = await FaultyProxy.start(() => own.port);
      try {
        const reader = await people.arrive(proxy.url, 'Reader', { mode });
        const writer = await people.arrive(own.url, 'Writer', { mode: 'websocket' });
        writer.post(LOBBY_ID, 'first');
        await until(reader, () => bodiesOf(reader).length === 1, 'the first');
        proxy.cut();
        writer.post(LOBBY_ID, 'second');
        await until(reader, () => bodiesOf(reader).length === 2, 'the second');
        proxy.loseAnswers(2);
        writer.post(LOBBY_ID, 'third');
        await until(reader, () => bodiesOf(reader).length === 3, 'the third');
        await own.restart();
        writer.post(LOBBY_ID, 'fourth');
        await until(reader, ({ status }) => bodiesOf(reader).length === 4 && status === 'in-sync', 'the fourth', 20_000);
        expect(bodiesOf(reader)).toEqual(['first', 'second', 'third', 'fourth']);
      } finally {
        people.leave();
        await proxy.stop();
        await own.stop();
      }
    });

    it('[A3] [C3][G3][ux F4] is told of a gap within a second when its cursor has expired, and then shows what a fresh snapshot shows', async () => {
      const own = await startServer({ ...LIMITLESS, RETENTION_EVENTS: '10' });
      try {
        const reader = await people.arrive(own.url, 'Reader', { mode });
        const writer = await people.arrive(own.url, 'Writer', { mode: 'websocket' });
        reader.close();
        for (let i = 0; i < 30; i++) writer.post(LOBBY_ID, `m${i}`);
        await until(writer, ({ outbox }) => outbox.length === 0, 'all sent');
        await own.prune();
        const started = reader.start();
        await until(reader, ({ meters }) => meters[mode].gaps === 1, 'the gap', 1_000);
        await started;
        await until(reader, () => bodiesOf(reader).length === 30, 'all again');
        expect(reader.getSnapshot()).toMatchObject({ meters: { [mode]: { gaps: 1 } }, lastGap: { reason: 'expired' } });
        expect(messagesOf(reader)).toEqual(messagesOf(writer));
      } finally {
        people.leave();
        await own.stop();
      }
    });

    it('[K1] ends when its session is signed out, and says so', async () => {
      const { token, signOut } = await signInTwice(server.url);
      const client = people.client(server.url, { mode, cookie: token });
      await client.start();
      await signOut();
      await until(client, ({ status }) => status === 'signed-out', 'signed out', 6_000);
    });

    it('[B1] starts from a snapshot without losing or doubling what is written meanwhile', async () => {
      await arrive();
      const before = bodiesOf(bob).length;
      const { token } = await signInTwice(server.url);
      const writing = Array.from({ length: 100 }, (_, i) => bob.post(LOBBY_ID, `burst ${i}`));
      const snapshot = Snapshot.parse(await (await fetch(`${server.url}/api/snapshot`, { headers: { cookie: token } })).json());
      const late = people.client(server.url, { mode, cookie: token, snapshot });
      await late.start();
      await until(bob, ({ outbox }) => outbox.length === 0 && bodiesOf(bob).length === before + writing.length, 'all sent', 20_000);
      await until(late, () => messagesOf(late).at(-1)?.id === messagesOf(bob).at(-1)?.id, 'the newest');
      const bursts = bodiesOf(late).filter((body) => body.startsWith('burst '));
      expect(bursts).toEqual(writing.map(({ body }) => body).slice(-bursts.length));
      expect(bursts.length).toBeGreaterThan(0);
    });

    it('[W4] folds to the same state as the raw events of the log do', async () => {
      const { token } = await signInTwice(server.url);
      const snapshot = Snapshot.parse(await (await fetch(`${server.url}/api/snapshot`, { headers: { cookie: token } })).json());
      const client = people.client(server.url, { mode, cookie: token, snapshot });
      await client.start();
      const writer = await people.arrive(server.url, 'Writer', { mode });
      for (let i = 0; i < 10; i++) writer.post(LOBBY_ID, `raw ${i}`);
      await until(client, () => bodiesOf(client).at(-1) === 'raw 9', 'the last');
      const events = await eventsAfter(server.url, token, snapshot.cursor);
      const expected = applyEvents(timelineFrom(snapshot), events);
      expect(plain(client.getSnapshot().timeline!)).toEqual(plain(expected));
    });
  });
}

/** A session by hand, so that it can be used by several clients. */
async function signInTwice(url: string): Promise<{ token: string; signOut: () => Promise<unknown> }> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"Twice"}' });
  const token = response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  return { token, signOut: () => fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie: token } }) };
}
