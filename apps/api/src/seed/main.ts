import { parseArgs } from 'node:util';
import { createApp } from '../app.js';
import { Config } from '../config/config.js';
import { Ledger } from '../log/ledger.js';
import { MembersService } from '../rooms/members.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { SessionService } from '../session/session.service.js';
import { Population } from './population.js';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '100000' }, people: { type: 'string', default: '200' }, days: { type: 'string', default: '30' }, rooms: { type: 'string', default: '12' } },
});
const counts = { messages: Number(values.messages), people: Number(values.people), days: Number(values.days), rooms: Number(values.rooms) };
if (!Object.values(counts).every((count) => Number.isInteger(count) && count > 0)) {
  console.error('Usage: npm run seed -- --messages 100000 --people 200 --days 30 --rooms 12');
  process.exit(2);
}

/** Fills the database of the settings for trials. No server may be running on it: each keeps the newest of the log in memory. */
const config = new Config({ ...process.env, MESSAGES_PER_SECOND: '1000000', ROOMS_PER_HOUR: '1000000', HOST_WEB: 'off', DRAIN_MS: '0', LOG_LEVEL: 'warn' });
const app = await createApp(config);
await app.init();
const since = performance.now();
const population = new Population({ ledger: app.get(Ledger), sessions: app.get(SessionService), rooms: app.get(RoomsService), members: app.get(MembersService) });
await population.settle(counts.people, counts.rooms);
await population.talk(counts.messages, counts.days, (total) => total % 10_000 === 0 && console.log(`${total} messages`));
await app.close();
console.log(`${counts.people} people and ${counts.messages} messages in ${((performance.now() - since) / 1_000).toFixed(0)} s, in ${config.databaseFile}`);
process.exit(0);
