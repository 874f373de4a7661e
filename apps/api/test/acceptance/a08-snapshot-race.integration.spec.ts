import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { eventsAfter } from '../events-after.js';
import { bodiesOf, LOBBY_ID, People } from '../people.js';
import { until } from '../until.js';
import { Scene } from './scene.js';

const POSTS = 500;
const ARRIVALS = 8;
/** Posts under way at a time. */
const ABREAST = 10;

jest.setTimeout(60_000);

describe.each(MODES)('[A8] while others write, beginning by %s', (mode) => {
  const people = new People();
  let scene: Scene;

  afterEach(async () => {
    people.leave();
    await scene.close();
  });

  const knowsAll = async (client: ChatClient, expected: readonly string[]) => {
    await until(client, () => bodiesOf(client).at(-1) === expected.at(-1), 'the newest');
    while (client.getSnapshot().timeline!.rooms.get(LOBBY_ID)!.loadedFrom > 0) await client.loadOlder(LOBBY_ID);
    expect(bodiesOf(client)).toEqual(expected);
    expect(client.getSnapshot().meters[mode]).toMatchObject({ gaps: 0, holes: 0, lost: 0 });
    expect(await client.audit()).toMatchObject({ outcome: 'match' });
  };

  /** The posts in the order of the log. */
  const posts = async (cursor: string) => {
    const events = await eventsAfter(scene.server.url, scene.writer.cookie, cursor);
    return events.flatMap((event) => (event.type === 'message.posted' ? event.data.body : []));
  };

  it(`[A8] [B1] [F3] of ${POSTS} posts none is lost and none doubled by those who arrive meanwhile`, async () => {
    scene = await Scene.open(mode);
    const { cursor } = await scene.writer.snapshot();
    const arrivals: Promise<ChatClient>[] = [];
    for (let i = 0; i < POSTS; i += ABREAST) {
      if ((i * ARRIVALS) / POSTS >= arrivals.length) arrivals.push(people.arrive(scene.server.url, `Reader ${i}`, { mode }));
      await Promise.all(Array.from({ length: ABREAST }, (_, j) => scene.say(`message ${i + j}`)));
    }
    await scene.say('message at the end');
    const expected = await posts(cursor);
    expect([...expected].sort()).toEqual([...scene.said].sort());
    for (const arrival of arrivals) await knowsAll(await arrival, expected);
    expect(arrivals).toHaveLength(ARRIVALS);
  });
});
