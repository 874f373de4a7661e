import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type NotifyLevel, PATHS, type Problem, type PushKey, TIMING, Viewers } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { Guest, messagesOf } from '../../test/guest.js';
import { type Browser, PushServiceStandIn } from '../../test/push-service.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Database } from '../database/database.js';
import { PresenceBoard } from '../presence/presence-board.js';
import { LOBBY } from '../session/lobby.js';
import { SessionSweep } from '../session/session-sweep.js';
import { PushService } from './push.service.js';

const LONG_MS = 8_000;
/** Longer than the server takes to look whether there is something to push. */
const A_WHILE_MS = 800;

jest.setTimeout(20_000);

let service: PushServiceStandIn;
let server: TestServer;
let key = '';
let ada: Guest;

beforeAll(async () => {
  service = await PushServiceStandIn.start(() => key);
  server = await startServer({ MESSAGES_PER_SECOND: '1000', PUSH_SERVICES: service.origin, PUSH_CONTACT: 'mailto:ops@example.com' });
  ada = await Guest.signIn(server.url, 'Ada');
  key = (await ada.get<PushKey>(PATHS.push)).body.publicKey;
  await aWhile(2_000);
});
afterAll(async () => {
  await server.stop();
  await service.stop();
});

const aWhile = (ms = A_WHILE_MS) => new Promise((resolve) => setTimeout(resolve, ms));
const register = (guest: Guest, device: Browser & { quiet?: object | null }) => guest.request<Problem>('PUT', PATHS.push, { body: device });
const prefer = (guest: Guest, room: string, level: NotifyLevel) => guest.request('PATCH', `${PATHS.rooms}/${room}/preference`, { body: { level } });
const texts = (name: string) => service.pushes(name).map(({ notice }) => notice.body);
const arrives = (name: string, ...bodies: string[]) => eventually(() => expect(texts(name)).toEqual(bodies), LONG_MS);

/** Somebody with a browser of this name that takes pushes, who wants to hear of all that is said in the lobby, or in another room instead. */
async function away(name: string, { room = LOBBY.id as string, ...more }: { room?: string; quiet?: object | null } = {}): Promise<Guest> {
  const guest = await Guest.signIn(server.url, name);
  if (room !== LOBBY.id) await guest.join(room);
  await prefer(guest, room, 'everything');
  expect(await register(guest, { ...service.browser(name), ...more })).toMatchObject({ status: 204 });
  return guest;
}

/** A connection that nothing more is heard of. */
async function vanishing(guest: Guest, ttlMs: number): Promise<void> {
  const viewer = await server.app.get(Viewers).enter(guest.user.id);
  server.app.get(PresenceBoard).renew(guest.user, viewer, { id: 'gone', ttlMs });
}

describe('a browser without a page', () => {
  it('[P4] is told what was said, by whom and where, sealed for it alone and signed by the server', async () => {
    await away('Bea');
    await ada.say('Are you **there**?');
    await arrives('Bea', 'Are you there?');
    const [{ notice, headers } = { notice: undefined, headers: {} }] = service.pushes('Bea');
    expect(notice).toEqual({ title: 'Ada · #lobby', body: 'Are you there?', tag: LOBBY.id, roomId: LOBBY.id });
    expect(headers).toMatchObject({ urgency: 'high', ttl: '86400', topic: LOBBY.id.replaceAll('-', ''), 'content-encoding': 'aes128gcm' });
  });

  it('[P5] is not told of what its owner says, has read, does not want to hear of, or may not see', async () => {
    const cleo = await away('Cleo');
    const [own, muted, calls, left] = await Promise.all(['own', 'muted', 'calls', 'left'].map((name) => ada.createRoom(name)));
    for (const room of [own!, muted!, calls!, left!]) await cleo.join(room);
    await prefer(cleo, muted!, 'nothing');
    await prefer(cleo, calls!, 'mentions');
    await prefer(cleo, own!, 'everything');
    await cleo.leave(left!);
    await cleo.say('mine', { room: own! });
    for (const room of [muted!, calls!, left!]) await ada.say('nothing for her', { room });
    await ada.post(messagesOf(calls!), { clientMsgId: crypto.randomUUID(), body: 'hey @Cleo', mentions: [cleo.user.id] });
    await arrives('Cleo', 'hey @Cleo');
    await aWhile();
    expect(texts('Cleo')).toEqual(['hey @Cleo']);
  });

  it('[P5] hears of a direct message by the name of who wrote it', async () => {
    const dora = await away('Dora');
    const { body } = await ada.post(PATHS.direct, { userIds: [dora.user.id] });
    await ada.say('only for you', { room: body.event!.roomId });
    await arrives('Dora', 'only for you');
    expect(service.pushes('Dora')[0]!.notice.title).toBe('Ada');
  });

  it('[P5] hears in a direct room only what mentions its owner, if she wants it so', async () => {
    const hope = await away('Hope');
    const { body } = await ada.post(PATHS.direct, { userIds: [hope.user.id, (await Guest.signIn(server.url, 'Ines')).user.id] });
    const room = body.event!.roomId;
    await prefer(hope, room, 'mentions');
    await ada.say('for all three', { room });
    await ada.post(messagesOf(room), { clientMsgId: crypto.randomUUID(), body: 'and you, @Hope?', mentions: [hope.user.id] });
    await arrives('Hope', 'and you, @Hope?');
    await aWhile();
    expect(texts('Hope')).toEqual(['and you, @Hope?']);
  });

  it('[P5][ux H4] is not told while its owner is here, and is told soon after she has vanished', async () => {
    const emma = await away('Emma');
    await vanishing(emma, 3_000);
    await ada.say('still there?');
    await aWhile(1_500);
    expect(texts('Emma')).toEqual([]);
    await arrives('Emma', 'still there?');
  });

  it('[P5] is not told of what its owner has read meanwhile, nor of what was removed', async () => {
    const fay = await away('Fay');
    await vanishing(fay, 2_500);
    const read = await ada.createRoom('read');
    const removed = await ada.createRoom('removed');
    for (const room of [read, removed]) {
      await fay.join(room);
      await prefer(fay, room, 'everything');
    }
    const seen = await ada.saying('seen', read);
    const gone = await ada.saying('a slip', removed);
    await fay.post(`${PATHS.rooms}/${read}/read`, { number: seen.data.number });
    await ada.request('DELETE', `${messagesOf(removed)}/${gone.data.messageId}`);
    await ada.say('news');
    await arrives('Fay', 'news');
  });

  it('[P5] is told the newest that is left and meant for its owner, when what came after it is removed while it waits', async () => {
    const pia = await away('Pia');
    await vanishing(pia, 3_500);
    const [all, calls] = [await ada.createRoom('slips'), await ada.createRoom('called slips')];
    for (const room of [all, calls]) await pia.join(room);
    await prefer(pia, all, 'everything');
    await prefer(pia, calls, 'mentions');
    const remove = (room: string, { data }: { data: { messageId: string } }) => ada.request('DELETE', `${messagesOf(room)}/${data.messageId}`);
    const call = (body: string) => ada.post(messagesOf(calls), { clientMsgId: crypto.randomUUID(), body, mentions: [pia.user.id] });
    const read = await ada.saying('read', all);
    await pia.post(`${PATHS.rooms}/${all}/read`, { number: read.data.number });
    await ada.saying('unread', all);
    await remove(all, await ada.saying('a slip', all));
    await call('the call for @Pia');
    await ada.saying('not for her', calls);
    await aWhile();
    const { body } = await call('a slip for @Pia');
    await remove(calls, { data: { messageId: body.event!.id } });
    await eventually(() => expect([...texts('Pia')].sort()).toEqual(['the call for @Pia', 'unread']), LONG_MS);
  });

  it('[P5] is not told of what was before its owner for 180 s, when what came after it is removed', async () => {
    const rhea = await away('Rhea');
    await vanishing(rhea, 2_000);
    const old = await ada.saying('old');
    await server.app.get(Database).writer.message.update({ where: { id: old.data.messageId }, data: { ts: old.ts - TIMING.pushHoldMs } });
    const slip = await ada.saying('a slip');
    await ada.request('DELETE', `${messagesOf(LOBBY.id)}/${slip.data.messageId}`);
    await aWhile(3_000);
    expect(texts('Rhea')).toEqual([]);
  });

  it('[P5] is not told again of what it has been told, when what came after it is removed', async () => {
    await away('Quin');
    await ada.say('told');
    await arrives('Quin', 'told');
    const slip = await ada.saying('a slip');
    await ada.request('DELETE', `${messagesOf(LOBBY.id)}/${slip.data.messageId}`);
    await aWhile(3_000);
    expect(texts('Quin')).toEqual(['told']);
  });

  it('[P5] is told the newest of many, at the pace of one in two seconds', async () => {
    await away('Gail');
    for (let n = 1; n <= 30; n++) await ada.say(`number ${n}`);
    await eventually(() => expect(texts('Gail').at(-1)).toBe('number 30'), LONG_MS);
    expect(service.pushes('Gail').length).toBeLessThanOrEqual(3);
  });

  it('[P5][ux H7] is left alone in quiet hours, by the clock where it is, and keeps them when it changes its address', async () => {
    const always = { from: '00:00', to: '00:00', zone: 'Asia/Tokyo' };
    const hana = await away('Hana', { quiet: always });
    await register(hana, service.browser('Hana2'));
    await ada.say('shh');
    await aWhile();
    expect(texts('Hana2')).toEqual([]);
    await register(hana, { ...service.browser('Hana3'), quiet: null });
    await ada.say('awake');
    await arrives('Hana3', 'awake');
    expect(texts('Hana')).toEqual([]);
  });

  it('[P6][ux H5] is forgotten when its push service says that it is gone', async () => {
    const ida = await away('Ida');
    service.refuse('Ida', 410);
    await ada.say('lost');
    await aWhile();
    expect(await ida.post<Problem>(`${PATHS.push}/test`, { title: 'a', body: 'b' })).toMatchObject({ status: 404, body: { code: 'push_not_registered' } });
  });

  it('[P6] is tried again when its push service is busy', async () => {
    await away('Jane');
    service.refuse('Jane', 503, { 'Retry-After': '1' });
    service.refuse('Jane', 429, { 'Retry-After': '1' });
    await ada.say('third time');
    await arrives('Jane', 'third time');
  });

  it('[P6] is noted down as told while another’s push service has not answered yet, and holds up nobody', async () => {
    const room = await ada.createRoom('many');
    const people = await Promise.all(Array.from({ length: 100 }, (_, n) => away(`Many${n}`, { room })));
    service.hang('Many0');
    const others = people.slice(1).map(({ user }) => user);
    const { seq } = await ada.saying('to many', room);
    const noted = () => server.app.get(Database).reader.pushDevice.count({ where: { userId: { in: others.map(({ id }) => id) }, sentSeq: seq } });
    await eventually(async () => expect(await noted()).toBe(others.length), LONG_MS);
    await ada.saying('and on', room);
    await eventually(() => expect(others.filter(({ name }) => !texts(name).includes('and on'))).toEqual([]), LONG_MS);
  }, 60_000);

  it('[P6] belongs to whoever signed in last, and to nobody after signing out', async () => {
    const kim = await away('Kim');
    const browser = service.browser('shared');
    await register(kim, browser);
    const lea = await Guest.signIn(server.url, 'Lea');
    await register(lea, browser);
    expect(await kim.post<Problem>(`${PATHS.push}/test`, { title: 'a', body: 'b' })).toMatchObject({ status: 404 });
    await lea.request('DELETE', PATHS.session);
    await ada.say('for nobody');
    await aWhile();
    expect(texts('shared')).toEqual([]);
  });

  it('[P6][K1] is told nothing more when its session has expired', async () => {
    const tia = await away('Tia');
    const { reader, writer } = server.app.get(Database);
    await writer.session.updateMany({ where: { userId: tia.user.id }, data: { createdTs: 0 } });
    await server.app.get(SessionSweep).sweep();
    await ada.say('for nobody');
    await aWhile();
    expect(texts('Tia')).toEqual([]);
    expect(await reader.pushDevice.count({ where: { userId: tia.user.id } })).toBe(0);
  });

  it('[P6][K1] is refused when its session ends on the way', async () => {
    const session = { id: 'ended', user: ada.user };
    await expect(server.app.get(PushService).register(session, service.browser('late'))).rejects.toMatchObject({ code: 'no_session' });
  });

  it('[P6] can be tested, and be sent nothing more', async () => {
    const mia = await away('Mia');
    const test = () => mia.post<Problem>(`${PATHS.push}/test`, { title: 'It works', body: 'So it looks' });
    expect(await test()).toMatchObject({ status: 204 });
    expect(service.pushes('Mia')[0]!.notice).toEqual({ title: 'It works', body: 'So it looks', tag: 'test', roomId: null });
    service.refuse('Mia', 400);
    expect(await test()).toMatchObject({ status: 502, body: { code: 'push_failed' } });
    expect(await mia.request('DELETE', PATHS.push)).toMatchObject({ status: 204 });
    expect(await test()).toMatchObject({ status: 404, body: { code: 'push_not_registered' } });
  });

  it('[P5][X1] cannot be made to send the server anywhere', async () => {
    const nora = await Guest.signIn(server.url, 'Nora');
    const browser = service.browser('Nora');
    const refused = async (change: object, code: string) => expect((await register(nora, { ...browser, ...change })).body).toMatchObject({ code });
    await refused({ endpoint: 'http://127.0.0.1:1/a' }, 'push_service_unknown');
    await refused({ endpoint: 'https://169.254.169.254/latest' }, 'push_service_unknown');
    await refused({ endpoint: 'file:///etc/passwd' }, 'push_service_unknown');
    await refused({ endpoint: 'nowhere' }, 'invalid');
    await refused({ keys: { ...browser.keys, p256dh: 'A'.repeat(87) } }, 'invalid');
    await refused({ keys: { ...browser.keys, auth: 'short' } }, 'invalid');
    await refused({ quiet: { from: '25:00', to: '08:00', zone: 'UTC' } }, 'invalid');
    await refused({ quiet: { from: '22:00', to: '08:00', zone: 'Mars/Olympus' } }, 'invalid');
  });

  it('[P5] is told after a restart what was still waiting, and nothing twice', async () => {
    const olga = await away('Olga');
    await ada.say('before');
    await arrives('Olga', 'before');
    await vanishing(olga, 60_000);
    await ada.say('waiting');
    await aWhile();
    await server.restart();
    await arrives('Olga', 'before', 'waiting');
    await aWhile();
    expect(texts('Olga')).toEqual(['before', 'waiting']);
    expect((await ada.get<PushKey>(PATHS.push)).body.publicKey).toBe(key);
  });

  it('[P5] is told after a restart what its push service did not answer to, and does not hold up the restart', async () => {
    await away('Sam');
    service.hang('Sam');
    await ada.say('unanswered');
    await aWhile();
    const sinceMs = Date.now();
    await server.restart();
    expect(Date.now() - sinceMs).toBeLessThan(8_000);
    service.hang('Sam', false);
    await arrives('Sam', 'unanswered');
  });
});
