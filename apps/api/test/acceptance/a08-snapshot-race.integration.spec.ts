import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { applyEvents, MODES, type Snapshot, timelineFrom } from '@fourways/chat-core';
import { eventsAfter } from '../events-after.js';
import { bodiesOf, LOBBY_ID, People } from '../people.js';
import { until } from '../until.js';
import { Scene } from './scene.js';

const POSTS = 500;
const ARRIVALS = 8;
/** Posts under way at a time. */
const ABREAST = 10;

jest.setTimeout(60_000);

describe('[A8] while others write', () => {
  const people = new People();
  let scene: Scene;

  afterEach(async () => {
    people.leave();
    await scene.close();
  });

  /** Calls `meanwhile` with each handful of posts, while they are under way; resolves with all of them in the order of the log. */
  const write = async (meanwhile: (posted: number) => void): Promise<string[]> => {
    const { cursor } = await scene.writer.snapshot();
    for (let i = 0; i < POSTS; i += ABREAST) {
      const posting = Array.from({ length: ABREAST }, (_, j) => scene.say(`message ${i + j}`));
      meanwhile(i);
      await Promise.all(posting);
    }
    await scene.say('message at the end');
    const events = await eventsAfter(scene.server.url, scene.writer.cookie, cursor);
    return events.flatMap((event) => (event.type === 'message.posted' ? event.data.body : []));
  };

  const knowsAll = async (client: ChatClient, expected: readonly string[]) => {
    await until(client, () => bodiesOf(client).at(-1) === expected.at(-1), 'the newest');
    while (client.getSnapshot().timeline!.rooms.get(LOBBY_ID)!.loadedFrom > 0) await client.loadOlder(LOBBY_ID);
    expect(bodiesOf(client)).toEqual(expected);
    expect(client.getSnapshot().meters[client.getSnapshot().mode]).toMatchObject({ gaps: 0, holes: 0, lost: 0 });
    expect(await client.audit()).toMatchObject({ outcome: 'match' });
  };

  it.each(MODES)(`[A8] [B1] [F3] of ${POSTS} posts none is lost and none doubled by those who arrive by %s`, async (mode) => {
    scene = await Scene.open(mode);
    const arrivals: Promise<ChatClient>[] = [];
    const expected = await write((posted) => {
      if ((posted * ARRIVALS) / POSTS >= arrivals.length) arrivals.push(people.arrive(scene.server.url, `Reader ${posted}`, { mode }));
    });
    expect([...expected].sort()).toEqual([...scene.said].sort());
    expect(arrivals).toHaveLength(ARRIVALS);
    for (const arrival of arrivals) await knowsAll(await arrival, expected);
  });

  it('[A8] [B1] a snapshot of any moment of it shows what was before its cursor, and nothing else', async () => {
    scene = await Scene.open('poll');
    const taken: Promise<Snapshot>[] = [];
    const expected = await write(() => taken.push(scene.writer.snapshot(), scene.writer.snapshot(), scene.writer.snapshot()));
    for (const snapshot of await Promise.all(taken)) {
      const events = await eventsAfter(scene.server.url, scene.writer.cookie, snapshot.cursor);
      const bodies = applyEvents(timelineFrom(snapshot), events).rooms.get(LOBBY_ID)!.messages.map(({ body }) => body);
      expect(bodies).toEqual(expected.slice(-bodies.length));
      const { messages } = snapshot.rooms.find(({ room }) => room.id === LOBBY_ID)!;
      expect(bodies).toHaveLength(messages.length + events.length);
    }
  });
});
