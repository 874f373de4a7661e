import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, PATHS, type SearchPage } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Retention } from '../log/retention.js';
import { LOBBY } from '../session/lobby.js';
import { SearchReader } from './search-reader.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000' });
  [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
});
afterAll(() => server.stop());

const caughtUp = () => server.app.get(SearchReader).caughtUp();
const search = (guest: Guest, query: Record<string, string>) => guest.get<SearchPage>(`${PATHS.search}?${new URLSearchParams(query)}`);
const bodies = async (guest: Guest, q: string, more: Record<string, string> = {}) => {
  await caughtUp();
  return (await search(guest, { q, ...more })).body.found.map(({ message }) => message.body);
};

describe('search', () => {
  it('[H3] finds the forms of a word, in Russian and in English, in any case, and marks them', async () => {
    await ada.saying('Новые СООБЩЕНИЯ приходят сами');
    await ada.saying('The messages were delivered, ёлки зелёные');
    expect(await bodies(bob, 'сообщение')).toEqual(['Новые СООБЩЕНИЯ приходят сами']);
    expect(await bodies(bob, 'сообщениями прихо')).toEqual(['Новые СООБЩЕНИЯ приходят сами']);
    expect(await bodies(bob, 'delivering MESSAGE')).toEqual(['The messages were delivered, ёлки зелёные']);
    expect(await bodies(bob, 'елка')).toEqual(['The messages were delivered, ёлки зелёные']);
    expect((await search(bob, { q: 'message' })).body.found[0]!.words).toEqual(['messages']);
    expect(await bodies(bob, 'сообщение delivered')).toEqual([]);
  });

  it('[H3] finds the word that is being typed', async () => {
    await ada.saying('thermodynamics');
    expect(await bodies(bob, 'thermod')).toEqual(['thermodynamics']);
    expect(await bodies(bob, 'th', { limit: '1' })).toEqual(['thermodynamics']);
    const typed = ['conversation', 'running', 'happiness', 'deployment', 'рассказывала'];
    await ada.saying(typed.join(' '));
    for (const word of typed) for (let end = 4; end <= word.length; end++) expect(await bodies(bob, word.slice(0, end), { limit: '1' })).toEqual([typed.join(' ')]);
  });

  it('[H3] passes over emoji, also those with a mark behind them', async () => {
    await ada.saying('gratitude ❤️');
    for (const q of ['gratitude ❤️', '❤️ gratitude', '☀️ gratit', 'gratitude 👍🏽']) expect(await bodies(bob, q)).toEqual(['gratitude ❤️']);
    expect(await bodies(bob, '❤️')).toEqual([]);
  });

  it('[H3] shows only what is in rooms that one is in now', async () => {
    const secret = await ada.createRoom('secret', 'private');
    const open = await ada.createRoom('open');
    await ada.saying('the hidden treasure', secret);
    await ada.saying('the open treasure', open);
    expect(await bodies(ada, 'treasure')).toEqual(['the open treasure', 'the hidden treasure']);
    expect(await bodies(ada, 'treasure', { room: secret })).toEqual(['the hidden treasure']);
    expect(await bodies(bob, 'treasure')).toEqual([]);
    expect(await bodies(bob, 'treasure', { room: secret })).toEqual([]);
    await bob.join(open);
    expect(await bodies(bob, 'treasure')).toEqual(['the open treasure']);
    await bob.leave(open);
    expect(await bodies(bob, 'treasure')).toEqual([]);
  });

  it('[H3][O7] finds files by their names, and pictures by what they show', async () => {
    const { attachmentId } = (await ada.upload('Квартальные отчёты.pdf', 'x')).body;
    await ada.post(messagesOf(LOBBY.id), { clientMsgId: v7(), body: '', attachments: [{ attachmentId, alt: 'A lighthouse' }] });
    for (const q of ['квартальный отчет', 'lighthouses']) expect(await bodies(bob, q)).toEqual(['']);
    expect((await search(bob, { q: 'lighthouse' })).body.found[0]!.words).toEqual(['lighthouse']);
  });

  it('[H3] follows edits and removals', async () => {
    const { id } = (await ada.saying('a platypus')) as { id: string };
    const at = `${messagesOf('00000000-0000-7000-8000-000000000001')}/${id}`;
    await ada.request('PATCH', at, { body: { body: 'an echidna' } });
    expect(await bodies(bob, 'platypus')).toEqual([]);
    expect(await bodies(bob, 'echidna')).toEqual(['an echidna']);
    await ada.request('DELETE', at);
    expect(await bodies(bob, 'echidna')).toEqual([]);
  });

  it('[H3] comes in pages, the newest first', async () => {
    for (let n = 1; n <= 5; n++) await ada.saying(`zebra ${n}`);
    await caughtUp();
    const first = (await search(bob, { q: 'zebra', limit: '2' })).body;
    expect([first.found.map(({ message }) => message.body), first.hasMore]).toEqual([['zebra 5', 'zebra 4'], true]);
    const rest = (await search(bob, { q: 'zebra', limit: '3', before: String(first.found[1]!.message.seq) })).body;
    expect([rest.found.map(({ message }) => message.body), rest.hasMore]).toEqual([['zebra 3', 'zebra 2', 'zebra 1'], false]);
  });

  it('[H3][X1] takes whatever is typed', async () => {
    for (const q of ['', '   ', '"', 'a" OR "b', 'NEAR(', '*', 'x AND', '(((', "'; DROP TABLE Message;--", '👍', '\u0000', 'a'.repeat(LIMITS.queryChars)]) expect((await search(bob, { q })).status).toBe(200);
    expect((await search(bob, { q: 'a'.repeat(LIMITS.queryChars + 1) })).status).toBe(422);
    expect((await search(bob, { q: 'a', room: 'lobby' })).status).toBe(422);
  });

  it('[H3] goes on where it was after a restart, and is made anew from the messages when the log has forgotten its place', async () => {
    await ada.saying('an armadillo');
    await server.restart();
    expect(await bodies(bob, 'armadillo')).toEqual(['an armadillo']);
    const { id } = (await ada.saying('a pangolin')) as { id: string };
    expect(id).toBeDefined();
    await server.app.get(Retention).prune(Date.now() + 48 * 3_600_000);
    await server.restart();
    expect(await bodies(bob, 'pangolin')).toEqual(['a pangolin']);
    expect(await bodies(bob, 'armadillo')).toEqual(['an armadillo']);
  });
});
