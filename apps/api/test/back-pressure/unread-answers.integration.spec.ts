import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@fourways/chat-core/testing';
import { v7 } from 'uuid';
import { Guest } from '../guest.js';
import { RawWebsocket } from './raw-websocket.js';
import { WatchedServer } from './watched-server.js';

const AT_ONCE = 4_000;
const PEAK_LIMIT_BYTES = 2 * 1024 * 1024;

jest.setTimeout(60_000);

let server: WatchedServer;
beforeEach(async () => void (server = await WatchedServer.start()));
afterEach(() => server.stop());

describe('a socket that asks and asks but reads no answer', () => {
  it('[A10][Z2][G6] is closed before its answers pile up', async () => {
    const guest = await Guest.signIn(server.url);
    const { cursor } = await guest.snapshot();
    const socket = await RawWebsocket.open(server.port, guest.cookie);
    socket.join({ cursor, conn: v7(), v: 1 });
    await eventually(() => expect(socket.received).toBeGreaterThan(500));
    socket.pause();
    await eventually(async () => {
      for (let i = 0; i < AT_ONCE; i++) socket.say(`42${i}["cmd",{}]`);
      expect((await server.sockets()).filter(({ mode, ending }) => mode === 'websocket' && !ending)).toEqual([]);
    }, 30_000);
    socket.destroy();
    expect((await server.memory()).peak).toBeLessThan(PEAK_LIMIT_BYTES);
  });
});
