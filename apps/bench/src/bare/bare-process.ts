import { answering } from '../answering.js';
import { evenly } from '../evenly.js';
import { BARE_ROOM, BARE_START, BareLog } from './bare-log.js';
import { BareServer } from './bare-server.js';

const server = new BareServer(new BareLog());

answering({
  listen: async () => ({ url: await server.listen(), roomId: BARE_ROOM, start: BARE_START }),
  talk: async ({ count, perSecond }: { count: number; perSecond: number }) => {
    const said: number[] = [];
    await evenly(count, perSecond, () => said.push(server.say()));
    return said;
  },
});
