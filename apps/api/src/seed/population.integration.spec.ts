import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Guest } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Database } from '../database/database.js';
import { Ledger } from '../log/ledger.js';
import { MembersService } from '../rooms/members.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { SessionService } from '../session/session.service.js';
import { Population } from './population.js';

let server: TestServer;
beforeAll(async () => void (server = await startServer({ MESSAGES_PER_SECOND: '1000000' })));
afterAll(() => server.stop());

it('[J1] a population has rooms in which messages of the last days follow each other without a hole', async () => {
  const { app } = server;
  const population = new Population({ ledger: app.get(Ledger), sessions: app.get(SessionService), rooms: app.get(RoomsService), members: app.get(MembersService) });
  await population.settle(20);
  const totals: number[] = [];
  await population.talk(1_200, 3, (total) => totals.push(total));
  expect(totals).toEqual([500, 1_000, 1_200]);

  const database = app.get(Database).reader;
  expect(await database.user.count({ where: { sessions: { some: {} } } })).toBe(20);
  const messages = await database.message.findMany({ orderBy: [{ roomId: 'asc' }, { number: 'asc' }], select: { roomId: true, number: true, ts: true, seq: true } });
  const before = new Map<string, (typeof messages)[number]>();
  for (const message of messages) {
    const last = before.get(message.roomId);
    expect(message.number).toBe((last?.number ?? 0) + 1);
    expect(message.ts).toBeGreaterThanOrEqual(last?.ts ?? 0n);
    before.set(message.roomId, message);
  }
  expect(messages).toHaveLength(1_200);
  expect(Date.now() - Number(messages.reduce((least, { ts }) => (ts < least ? ts : least), messages[0]!.ts))).toBeGreaterThan(2.9 * 24 * 3_600_000);

  const guest = await Guest.signIn(server.url, 'Visitor');
  const [busy] = [...before].sort(([, a], [, b]) => b.number - a.number);
  await guest.join(busy![0]);
  const view = (await guest.snapshot()).rooms.find(({ room }) => room.id === busy![0])!;
  expect(view).toMatchObject({ lastNumber: busy![1].number, read: { number: busy![1].number }, hasOlder: true });
});
