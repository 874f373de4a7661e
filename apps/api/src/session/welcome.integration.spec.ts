import { afterEach, describe, expect, it } from '@jest/globals';
import { MODES, PATHS, type PeoplePage, type SearchPage } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { ChatClient } from '@fourways/chat-client';
import { Guest } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from './lobby.js';
import { SYSTEM_PERSON } from './system-person.js';
import { WELCOME } from './welcome.js';

describe('the welcome', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  async function lobby(name = 'Ada') {
    const guest = await Guest.signIn(server.url, name);
    return (await guest.snapshot()).rooms.find(({ room }) => room.id === LOBBY.id)!;
  }

  it('stands in the lobby of a new database in both languages, is nothing unread, and is not said again by the next start', async () => {
    server = await startServer({ WELCOME: 'on' });
    await server.restart();
    const { messages, memberCount, lastNumber, read } = await lobby();
    expect(messages.map(({ body }) => body)).toEqual(WELCOME);
    expect(messages.map(({ number, author }) => ({ number, author }))).toEqual([1, 2].map((number) => ({ number, author: SYSTEM_PERSON })));
    expect({ memberCount, lastNumber, read: read.number }).toEqual({ memberCount: 1, lastNumber: 2, read: 2 });
  });

  it.each(MODES)('is there by %s, and what is said goes on after it', async (mode) => {
    server = await startServer({ WELCOME: 'on' });
    const client = new ChatClient({ baseUrl: server.url, mode, pollIntervalMs: 500 });
    await client.signIn('Ada');
    await client.start();
    const said = () => client.getSnapshot().timeline!.rooms.get(LOBBY.id)!.messages.map(({ number }) => number);
    client.post(LOBBY.id, 'hello');
    await new Promise<void>((resolve) => client.subscribe(() => said().length === 3 && resolve()));
    expect(said()).toEqual([1, 2, 3]);
    client.close();
  });

  it('is found by search, while she who says it is found by nobody, brought into no room and written to by no one', async () => {
    server = await startServer({ WELCOME: 'on' });
    const guest = await Guest.signIn(server.url, 'Ada');
    const { people } = (await guest.get<PeoplePage>(PATHS.people)).body;
    expect(people.map(({ name }) => name)).toEqual(['Ada']);
    const refused = { status: 404, body: { code: 'user_not_found' } };
    expect(await guest.post(PATHS.direct, { userIds: [SYSTEM_PERSON.id] })).toMatchObject(refused);
    expect(await guest.post(`${PATHS.rooms}/${LOBBY.id}/members`, { userId: SYSTEM_PERSON.id })).toMatchObject(refused);
    const found = () => guest.get<SearchPage>(`${PATHS.search}?q=${encodeURIComponent('добро пожаловать')}`);
    await eventually(async () => expect((await found()).body.found).toHaveLength(1));
  });

  it('is left out when it is not wanted', async () => {
    server = await startServer({ WELCOME: 'off' });
    expect((await lobby()).messages).toEqual([]);
  });
});
